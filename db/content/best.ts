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

  offer(entry: T): void {
    const { entries } = this;
    const last = entries[this.#most - 1];
    if (last !== undefined && !this.#isBefore(entry, last)) return;
    let place = entries.length;
    while (place > 0 && this.#isBefore(entry, entries[place - 1] as T)) place--;
    entries.splice(place, 0, entry);
    if (entries.length > this.#most) entries.pop();
  }
}
