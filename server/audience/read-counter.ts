import type { IncomingMessage } from 'node:http';
import { Worker } from 'node:worker_threads';
import type { Reads } from '../../db/audience/queries/reads.ts';
import type { Sighting } from '../../db/audience/queries/sightings.ts';
import type { ClientAddress } from '../http/client-address.ts';
import type { Log } from '../log.ts';
import type { Entry } from '../pages/entry.ts';
import type { Batch, Written } from './counter-thread.ts';
import { foreignSite } from './foreign-site.ts';
import { isPageRequest, isReaderRequest, pathOnScreen } from './reader-request.ts';
import { RepeatFilter } from './repeat-filter.ts';

/** What of a page in the cache says who is counted. */
export type ReadPage = Pick<Entry, 'article'>;

export type ReadCounterOptions = {
  /** Where audience.db is or will be. */
  url: string;
  addressOf: ClientAddress;
  /** Host of the public address, with its port if it names one. */
  host: string;
  /** The page at an address, if it is at hand. */
  pageAt: (key: string) => ReadPage | undefined;
  log: Log;
  /** Ms. */
  now?: () => number;
};

/** Reads are written down this often, in ms. A crash loses no more than these. */
const writeEvery = 3_000;
/** Articles whose reads are kept while they cannot be written; further ones are not counted. */
const maxPending = 20_000;
const lastWriteLimit = 3_000;
/** Other sites seen between two writes, at most: names can be made up. */
const maxSighted = 200;

/**
 * Counts who reads what, from the requests alone: no script, no cookie, nothing about a person kept. Whatever happens
 * to the counter file, it is logged once and no page is later or other for it.
 */
export class ReadCounter {
  readonly #options: ReadCounterOptions;
  readonly #now: () => number;
  readonly #filter = new RepeatFilter();
  readonly #timer: NodeJS.Timeout;
  #pending = new Map<string, Reads>();
  #sighted = new Map<string, Sighting>();
  #worker: Worker | null = null;
  #writing: Promise<void> | null = null;
  #complaint = '';

  constructor(options: ReadCounterOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#filter.rotate(this.#now());
    this.#timer = setInterval(() => void this.write(), writeEvery);
    this.#timer.unref();
  }

  /**
   * Something was answered: a page, or (null) a picture. On the way of every cached hit, so it must stay around a
   * microsecond. A page that was fetched ahead is shown without a request of its own; its pictures and whatever the
   * reader goes on to are asked for in its name, and that is when it counts.
   */
  note(request: IncomingMessage, page: ReadPage | null): void {
    this.#sight(request, page === null);
    if (!isReaderRequest(request)) return;
    if (page?.article && isPageRequest(request)) this.#count(request, page.article);
    const path = pathOnScreen(request);
    const before = path === null ? null : this.#options.pageAt(path)?.article;
    if (before) this.#count(request, before);
  }

  #count(request: IncomingMessage, { id, lists }: NonNullable<ReadPage['article']>): void {
    const agent = request.headers['user-agent'] as string;
    if (this.#filter.isFirst(this.#options.addressOf(request), agent, id)) this.#add({ article: id, lists, count: 1 });
  }

  #sight(request: IncomingMessage, isPicture: boolean): void {
    const site = foreignSite(request, this.#options.host, { isPicture });
    if (!site) return;
    const name = `${site.signal} ${site.host}`;
    const known = this.#sighted.get(name);
    if (known) known.count += 1;
    else if (this.#sighted.size < maxSighted) this.#sighted.set(name, { ...site, count: 1 });
  }

  /** Writes down what was counted since the last time. Never throws. */
  async write(): Promise<void> {
    this.#filter.rotate(this.#now());
    while (this.#writing) await this.#writing;
    if (this.#pending.size === 0 && this.#sighted.size === 0) return;
    this.#writing = this.#writePending().finally(() => {
      this.#writing = null;
    });
    await this.#writing;
  }

  /** Writes down the rest and lets go of the file. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    let late: NodeJS.Timeout | undefined;
    const limit = new Promise<void>((resolve) => {
      late = setTimeout(resolve, lastWriteLimit);
    });
    await Promise.race([this.write(), limit]);
    clearTimeout(late);
    await this.#worker?.terminate();
  }

  async #writePending(): Promise<void> {
    const reads = [...this.#pending.values()];
    this.#pending = new Map();
    const sightings = [...this.#sighted.values()];
    this.#sighted = new Map();
    const { reason, replaced } = await this.#ask({ reads, sightings, moment: Math.floor(this.#now() / 1000) });
    if (replaced)
      this.#options.log.warn(replaced, `audience.db was ${replaced.flaw}; reads are counted into a new one`);
    if (reason === null) {
      this.#complaint = '';
      return;
    }
    for (const read of reads) this.#add(read);
    if (reason !== this.#complaint)
      this.#options.log.error({ rule: 'audience', reason }, 'reads cannot be written down; it is tried again');
    this.#complaint = reason;
  }

  #add(read: Reads): void {
    const known = this.#pending.get(read.article);
    if (known) known.count += read.count;
    else if (this.#pending.size < maxPending) this.#pending.set(read.article, read);
  }

  #ask(batch: Batch): Promise<Written> {
    const worker = this.#worker ?? this.#startWorker();
    return new Promise((resolve) => {
      const settle = (written: Written) => {
        worker.off('message', settle).off('error', fail).off('exit', fail);
        resolve(written);
      };
      const fail = (cause: unknown) => {
        this.#worker = null;
        settle({ reason: cause instanceof Error ? cause.message : 'the counting thread ended', replaced: null });
      };
      worker.on('message', settle).on('error', fail).on('exit', fail);
      worker.postMessage(batch);
    });
  }

  #startWorker(): Worker {
    this.#worker = new Worker(new URL('./counter-thread.ts', import.meta.url), {
      workerData: { url: this.#options.url },
    });
    this.#worker.unref();
    return this.#worker;
  }
}
