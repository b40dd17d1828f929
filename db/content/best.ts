/** The best of what is offered, in order. Few of thousands get in, and sorting all of them would take ten times as long. */
export class Best<T> {
  readonly entries: T[] = [];
  readonly #most: number;
  readonly #isBefore: (a: T, b: T) => boolean;

  /** Keeps at most `most`; of equals whatever was offered first. */
  constructor(most: number, isBefore: (a: T, b: T) => boolean) {
    this.#most = most;
    this.#isBefore = isBefore;
  }

  /** What anything has to come before to get in; undefined while there is room. */
  get last(): T | undefined {
    return this.entries[this.#most - 1];
  }

  offer(entry: T): void {
    const { entries, last } = this;
    if (last !== undefined && !this.#isBefore(entry, last)) return;
    if (last === undefined) entries.push(entry);
    const place = this.#placeOf(entry, last === undefined ? entries.length - 1 : entries.length);
    for (let later = entries.length - 1; later > place; later--) entries[later] = entries[later - 1] as T;
    entries[place] = entry;
  }

  /** The place of the first of so many entries that this one comes before. */
  #placeOf(entry: T, count: number): number {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#isBefore(entry, this.entries[middle] as T)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
