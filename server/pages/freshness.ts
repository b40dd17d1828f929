import type { Drained, Invalidation } from '../../db/content/invalidation.ts';
import type { Log } from '../log.ts';
import type { PageCache } from './page-cache.ts';

/** The part of the invalidation log that is asked; `InvalidationLog` is it. */
export type Invalidations = {
  changed(): boolean;
  head(): number;
  drain(since: number): Drained;
  replaced(): boolean;
  close(): void;
};

/** A point in the history of the read model, for `changedSince`. */
export type Mark = { seq: number; generation: number };

const fileCheckInterval = 500;
const maxRemembered = 20_000;

/**
 * Carries what was published from content.db into the page cache: hard entries drop pages, soft ones make them stale,
 * and a history that cannot be followed drops everything (pruned) or makes everything anew (another file).
 */
export class Freshness {
  readonly #open: () => Invalidations;
  readonly #cache: PageCache;
  readonly #log: Log;
  readonly #now: () => number;
  readonly #siteChanged: () => void;
  #source: Invalidations | null = null;
  #seq = 0;
  #generation = 0;
  /** Sequence of the newest entry of each tag since `#floor`. */
  readonly #lastSeq = new Map<string, number>();
  #floor = 0;
  #filesCheckedAt = Number.NEGATIVE_INFINITY;
  #checkedThisTurn = false;
  #complaint = '';

  constructor(options: {
    open: () => Invalidations;
    cache: PageCache;
    log: Log;
    now?: () => number;
    /** Called when the site's own settings may have changed. */
    siteChanged?: () => void;
  }) {
    this.#open = options.open;
    this.#cache = options.cache;
    this.#log = options.log;
    this.#now = options.now ?? Date.now;
    this.#siteChanged = options.siteChanged ?? (() => {});
    this.check();
  }

  /** Like `check`, at most once per turn of the event loop: requests that arrive together ask once. */
  checkOncePerTurn(): void {
    if (this.#checkedThisTurn) return;
    this.#checkedThisTurn = true;
    setImmediate(this.#endTurn);
    this.check();
  }

  readonly #endTurn = (): void => {
    this.#checkedThisTurn = false;
  };

  /** Applies everything published until now. Costs 2 µs when nothing was. */
  check(): void {
    try {
      const now = this.#now();
      if (now - this.#filesCheckedAt >= fileCheckInterval) {
        this.#filesCheckedAt = now;
        if (this.#source === null || this.#source.replaced()) this.#reopen();
      }
      if (this.#source?.changed()) this.#drain(this.#source);
      if (this.#source) this.#complaint = '';
    } catch (error) {
      // The database is missing or broken: what is cached stays, and the file is tried again at the next check of it.
      this.#complain(error);
    }
  }

  mark(): Mark {
    return { seq: this.#seq, generation: this.#generation };
  }

  /** Whether something that has one of the tags was published after the mark. */
  changedSince(mark: Mark, tags: Iterable<string>): boolean {
    if (mark.generation !== this.#generation || mark.seq < this.#floor) return true;
    if (mark.seq === this.#seq) return false;
    if ((this.#lastSeq.get('*') ?? 0) > mark.seq) return true;
    for (const tag of tags) if ((this.#lastSeq.get(tag) ?? 0) > mark.seq) return true;
    return false;
  }

  close(): void {
    this.#source?.close();
    this.#source = null;
  }

  /** @throws when the file is still missing or broken; the source stays as it was */
  #reopen(): void {
    const source = this.#open();
    try {
      source.changed();
      const head = source.head();
      this.#distrustAll();
      this.#source?.close();
      this.#source = source;
      this.#forget(head);
    } catch (error) {
      source.close();
      throw error;
    }
  }

  /**
   * Another file may say anything else, so no page is shown before it was made from it. The last good ones stay for the
   * case that none can be: a file may open and still be broken.
   */
  #distrustAll(): void {
    for (const [, entry] of this.#cache.entries()) {
      entry.staleSince = 0;
      entry.retryAt = 0;
    }
  }

  /** Starts a new history at `head`: nothing older can be compared with it. */
  #forget(head: number): void {
    this.#generation += 1;
    this.#seq = head;
    this.#floor = head;
    this.#lastSeq.clear();
    this.#siteChanged();
  }

  #drain(source: Invalidations): void {
    let drained: Drained;
    try {
      drained = source.drain(this.#seq);
    } catch (error) {
      source.close();
      this.#source = null;
      throw error;
    }
    if (drained.lost) {
      this.#cache.clear();
      this.#forget(drained.head);
      return;
    }
    if (drained.entries.length === 0) return;
    for (const entry of drained.entries) this.#apply(entry);
    this.#dropAbsent();
    this.#seq = drained.head;
    if (this.#lastSeq.size > maxRemembered) {
      this.#lastSeq.clear();
      this.#floor = this.#seq;
    }
  }

  #apply({ seq, tag, mode }: Invalidation): void {
    this.#lastSeq.set(tag, seq);
    if (tag === 'site' || tag === '*') this.#siteChanged();
    if (tag === '*' && mode === 'hard') {
      this.#cache.clear();
      return;
    }
    const keys = tag === '*' ? this.#cache.entries().map(([key]) => key) : this.#cache.keysOf(tag);
    for (const key of keys) {
      if (mode === 'hard') this.#cache.delete(key);
      else this.#staleNow(key);
    }
  }

  #staleNow(key: string): void {
    const entry = this.#cache.get(key);
    if (entry) entry.staleSince ??= this.#now();
  }

  /** What was not there may be there now, and its page was made from nothing that has a tag. */
  #dropAbsent(): void {
    for (const key of this.#cache.keysOf(absentTag)) this.#cache.delete(key);
  }

  #complain(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    if (reason === this.#complaint) return;
    this.#complaint = reason;
    this.#log.error(
      { alarm: true, rule: 'database', reason },
      'content database cannot be read; serving what is cached',
    );
  }
}

/** Tag of every page that says "not here" or "moved". Any publication drops them. */
export const absentTag = 'absent';
