import type { Log } from '../log.ts';
import { brotli, brWhenPopular, type Document, type Entry, makeVariant, readText } from './entry.ts';

const maxWaiting = 500;

/**
 * Compresses popular pages once more, as small as they get (30 ms each instead of 1), one at a time and off the main
 * thread. The entity tag stays: it names the content.
 */
export class Recompressor {
  readonly #cached: (entry: Entry) => boolean;
  readonly #log: Log;
  readonly #waiting: Entry[] = [];
  #busy = false;

  /** `cached` tells whether an entry is still worth the effort. */
  constructor(cached: (entry: Entry) => boolean, log: Log) {
    this.#cached = cached;
    this.#log = log;
  }

  add(entry: Entry): void {
    if (this.#waiting.length >= maxWaiting) return;
    this.#waiting.push(entry);
    if (!this.#busy)
      this.#work().catch((error: unknown) => this.#log.error({ reason: String(error) }, 'recompression failed'));
  }

  async #work(): Promise<void> {
    this.#busy = true;
    try {
      for (let entry = this.#waiting.shift(); entry; entry = this.#waiting.shift()) {
        if (entry.document && this.#cached(entry)) await recompress(entry.document);
      }
    } finally {
      this.#busy = false;
    }
  }
}

async function recompress(document: Document): Promise<void> {
  const smaller = await brotli(await readText(document), brWhenPopular);
  if (smaller.length < document.br.body.length) document.br = makeVariant(document, 'br', smaller);
}
