import { FirewallError } from '../firewall/refusal.ts';
import type { PageAddress } from '../http/address.ts';
import type { Log } from '../log.ts';
import type { Dated, Entry } from './entry.ts';
import { type FillOptions, fillPage, TamperedPage } from './fill.ts';
import type { PageCache } from './page-cache.ts';
import { QueueFull, RenderQueue } from './render-queue.ts';

export type Found = { entry: Entry; state: 'hit' | 'miss' | 'stale' };

/** No page can be shown now: 503 when there is too much to do or what it is made of was tampered with, 500 when it cannot be made. */
export class PageUnavailable extends Error {
  override name = 'PageUnavailable';
  readonly status: 500 | 503;

  constructor(status: 500 | 503, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.status = status;
  }
}

export type PagesOptions = FillOptions & {
  cache: PageCache;
  log: Log;
  queue?: RenderQueue;
  /** Told once of every entry that is asked for again and again. */
  popular?: (entry: Entry) => void;
};

/** How long a page that something newer was published for may still be shown, in ms; one refill runs meanwhile. */
export const staleAllowance = 500;
const lifetimeAllowance = 3_600_000;
const retryDelay = 1_000;
const touchEvery = 16;
const popularAfter = 3;
const maxDates = 10_000;

/** Pages by their canonical address, made when somebody asks and kept until they are not true any more. */
export class Pages {
  readonly #cache: PageCache;
  readonly #options: FillOptions;
  readonly #log: Log;
  readonly #queue: RenderQueue;
  readonly #popular: (entry: Entry) => void;
  readonly #fills = new Map<string, Promise<Entry>>();
  /** Dates of documents outlive what is cached of them: a reader who asks by date must hear of every change. */
  readonly #dates = new Map<string, Dated>();

  constructor({ cache, log, popular = () => {}, queue = new RenderQueue(), ...options }: PagesOptions) {
    this.#cache = cache;
    this.#log = log;
    this.#queue = queue;
    this.#popular = popular;
    this.#options = options;
  }

  /** The page if it is at hand and current. One map look-up. */
  fresh(key: string): Entry | null {
    const entry = this.#cache.get(key);
    if (!entry || entry.staleSince !== null || entry.freshUntil <= this.#options.now()) return null;
    entry.hits += 1;
    if (entry.hits === popularAfter) this.#popular(entry);
    if (entry.hits % touchEvery === 0) this.#cache.touch(key);
    return entry;
  }

  /** The page, current or as stale as is allowed. @throws PageUnavailable */
  async get(address: PageAddress): Promise<Found> {
    const fresh = this.fresh(address.key);
    if (fresh) return { entry: fresh, state: 'hit' };
    const stale = this.#cache.get(address.key);
    if (stale && this.#mayStillServe(stale)) {
      if (stale.retryAt <= this.#options.now()) this.#refill(address).catch(() => {});
      return { entry: stale, state: 'stale' };
    }
    try {
      return { entry: await this.#refill(address), state: 'miss' };
    } catch (error) {
      // A page that was dropped meanwhile is not there any more, and must not be.
      const last = this.#cache.get(address.key);
      if (last) return { entry: last, state: 'stale' };
      throw new PageUnavailable(error instanceof QueueFull || error instanceof TamperedPage ? 503 : 500, error);
    }
  }

  #mayStillServe(entry: Entry): boolean {
    const now = this.#options.now();
    if (entry.retryAt > now) return true;
    const untrueSince = Math.min(entry.staleSince ?? Number.POSITIVE_INFINITY, entry.notAfter);
    return now - untrueSince <= staleAllowance && now - entry.freshUntil <= lifetimeAllowance;
  }

  /** One fill per page at a time; everybody who asks meanwhile gets its result. */
  #refill(address: PageAddress): Promise<Entry> {
    const running = this.#fills.get(address.key);
    if (running) return running;
    const fill = this.#fillNow(address).finally(() => this.#fills.delete(address.key));
    this.#fills.set(address.key, fill);
    return fill;
  }

  async #fillNow(address: PageAddress): Promise<Entry> {
    const { key } = address;
    try {
      const { entry, current } = await this.#queue.run(
        () => fillPage(address, this.#options, this.#dates.get(key) ?? null),
        address.page === null && address.data === null ? 'last' : 'first',
      );
      const transient = entry.status !== 200 || address.isSearch || address.data === 'sitemap';
      if (current) this.#cache.put(entry, { transient });
      if (entry.document?.since) this.#remember(key, entry.document as Dated);
      return entry;
    } catch (error) {
      const last = this.#cache.get(key);
      if (last) last.retryAt = this.#options.now() + retryDelay;
      this.#report(key, error, last !== undefined);
      throw error;
    }
  }

  #remember(key: string, { hash, since }: Dated): void {
    this.#dates.delete(key);
    this.#dates.set(key, { hash, since });
    if (this.#dates.size > maxDates) this.#dates.delete(this.#dates.keys().next().value as string);
  }

  #report(path: string, error: unknown, servedLast: boolean): void {
    const reason = error instanceof Error ? error.message : String(error);
    if (error instanceof QueueFull) this.#log.warn({ path, reason }, 'too many renders are waiting');
    else if (error instanceof FirewallError) {
      const { rule, element, text } = error;
      this.#log.error({ alarm: true, path, rule, element, text, servedLast }, 'output firewall refused a page');
    } else if (error instanceof TamperedPage) {
      for (const { table, row, field } of error.rows)
        this.#log.error(
          { alarm: true, path, rule: 'record', database: 'content.db', table, row, field, servedLast },
          'a row is not as the newsroom signed it',
        );
    } else this.#log.error({ alarm: true, path, rule: 'render', reason, servedLast }, 'a page could not be made');
  }
}
