import { documentBytes, type Entry } from './entry.ts';

type Slot = { entry: Entry; bytes: number; transient: boolean };

/** Pages in memory, the least recently used dropped first. Says which pages were made from what. */
export class PageCache {
  readonly #slots = new Map<string, Slot>();
  readonly #keysByTag = new Map<string, Set<string>>();
  readonly #maxBytes: number;
  readonly #maxTransient: number;
  #bytes = 0;
  #transient = 0;
  #transientBytes = 0;

  /**
   * `maxTransient` caps entries that anybody can make up addresses for (searches, pages that are not there) or that a
   * crawler reads once and in number (sitemaps). They take an eighth of the bytes at most, so that pages stay.
   */
  constructor(maxBytes: number, maxTransient = 2_000) {
    this.#maxBytes = maxBytes;
    this.#maxTransient = maxTransient;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#slots.size;
  }

  get(key: string): Entry | undefined {
    return this.#slots.get(key)?.entry;
  }

  /** Tells that the page was used. Two map operations, so callers do it now and then, not for every hit. */
  touch(key: string): void {
    const slot = this.#slots.get(key);
    if (!slot) return;
    this.#slots.delete(key);
    this.#slots.set(key, slot);
  }

  put(entry: Entry, { transient = false } = {}): void {
    const { key } = entry;
    this.delete(key);
    const slot = { entry, bytes: entryBytes(entry), transient };
    if (slot.bytes > this.#maxBytes) return;
    this.#slots.set(key, slot);
    this.#bytes += slot.bytes;
    if (transient) {
      this.#transient += 1;
      this.#transientBytes += slot.bytes;
    }
    for (const tag of entry.tags) {
      const keys = this.#keysByTag.get(tag);
      if (keys) keys.add(key);
      else this.#keysByTag.set(tag, new Set([key]));
    }
    this.#evict();
  }

  /** Counts bytes an entry gained after it was put (an encoding or a theme made on demand). */
  grow(entry: Entry, bytes: number): void {
    const slot = this.#slots.get(entry.key);
    if (slot?.entry !== entry) return;
    slot.bytes += bytes;
    this.#bytes += bytes;
    if (slot.transient) this.#transientBytes += bytes;
    this.#evict();
  }

  delete(key: string): void {
    const slot = this.#slots.get(key);
    if (!slot) return;
    this.#slots.delete(key);
    this.#bytes -= slot.bytes;
    if (slot.transient) {
      this.#transient -= 1;
      this.#transientBytes -= slot.bytes;
    }
    for (const tag of slot.entry.tags) {
      const keys = this.#keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.#keysByTag.delete(tag);
    }
  }

  clear(): void {
    this.#slots.clear();
    this.#keysByTag.clear();
    this.#bytes = 0;
    this.#transient = 0;
    this.#transientBytes = 0;
  }

  keysOf(tag: string): string[] {
    return [...(this.#keysByTag.get(tag) ?? [])];
  }

  entries(): [string, Entry][] {
    return [...this.#slots].map(([key, slot]) => [key, slot.entry]);
  }

  #evict(): void {
    for (const [key, slot] of this.#slots) {
      const tooBig = this.#bytes > this.#maxBytes;
      const tooMany = this.#transient > this.#maxTransient || this.#transientBytes > this.#maxBytes / 8;
      if (!tooBig && !tooMany) return;
      if (tooBig || slot.transient) this.delete(key);
    }
  }
}

const entryBytes = (entry: Entry): number =>
  (entry.document ? documentBytes(entry.document) : 0) + 512 + entry.tags.length * 64;
