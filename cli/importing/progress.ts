import type { DocumentSource } from '../../ingest/source.ts';
import { collectGarbage } from '../../publish/memory.ts';

/** Documents from this size on show how far reading them has come. */
const worthShowing = 16 * 1024 * 1024;
const width = 30;
/** Bytes read between two collections: while a document is only checked, nothing else makes room. */
const collectEvery = 16 * 1024 * 1024;
/** Milliseconds between two drawings on a terminal, and between two lines in a log. */
const redrawEvery = 200;
const logEvery = 15_000;

/**
 * The source, with a bar on stderr while it is read: the first reading checks the document, the second imports it.
 * In a log, a line now and then stands in for the bar.
 */
export function withProgress(source: DocumentSource): DocumentSource {
  if (source.size < worthShowing) return source;
  let checked = false;
  return {
    ...source,
    async *chunks() {
      const bar = new Bar(source.name, checked ? 'importing' : 'checking ', source.size);
      let sinceCollection = 0;
      for await (const chunk of source.chunks()) {
        bar.add(chunk.length);
        yield chunk;
        sinceCollection += chunk.length;
        if (sinceCollection < collectEvery) continue;
        sinceCollection = 0;
        collectGarbage(64);
      }
      checked = true;
      bar.finish();
    },
  };
}

class Bar {
  #done = 0;
  #drawn = Date.now();
  readonly #began = Date.now();
  readonly #name: string;
  readonly #doing: string;
  readonly #size: number;

  constructor(name: string, doing: string, size: number) {
    this.#name = name;
    this.#doing = doing;
    this.#size = size;
  }

  add(bytes: number): void {
    this.#done += bytes;
    const now = Date.now();
    if (now - this.#drawn < (process.stderr.isTTY ? redrawEvery : logEvery)) return;
    this.#drawn = now;
    this.#draw();
  }

  finish(): void {
    this.#draw();
    if (process.stderr.isTTY) process.stderr.write('\n');
  }

  #draw(): void {
    const share = Math.min(1, this.#done / Math.max(1, this.#size));
    const filled = Math.round(share * width);
    const seconds = (Date.now() - this.#began) / 1000;
    const left = share > 0.01 ? `, ${Math.ceil((seconds / share) * (1 - share))} s left` : '';
    const line = `${this.#doing} ${this.#name} [${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${Math.floor(share * 100)} %, ${Math.round(this.#done / 1_048_576)} MB${left}`;
    process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  }
}
