import { Best } from './best.ts';

/**
 * Sums by article number. Thousands are added up for every page, so they lie in open addressing: a tenth of the time and
 * of the memory of a Map.
 */
export class Tally {
  /** 0 is a free slot; numbers of articles begin at 1. */
  #numbers = new Int32Array(4_096);
  #sums = new Float64Array(4_096);
  #size = 0;

  addAll(numbers: Iterable<number>, by: number): void {
    for (const number of numbers) {
      const slot = this.#slotOf(number);
      if (this.#numbers[slot] === 0) {
        this.#numbers[slot] = number;
        this.#size += 1;
      }
      this.#sums[slot] = (this.#sums[slot] as number) + by;
      if (this.#size * 2 > this.#numbers.length) this.#grow();
    }
  }

  /** The `wanted` numbers with the highest sums, the highest first and of equals the highest number; never `except`. */
  most(wanted: number, except: number): number[] {
    const best = new Best<{ number: number; sum: number }>(wanted, isBefore);
    for (let slot = 0; slot < this.#numbers.length; slot++) {
      const number = this.#numbers[slot] as number;
      if (number !== 0 && number !== except) best.offer({ number, sum: this.#sums[slot] as number });
    }
    return best.entries.map(({ number }) => number);
  }

  #slotOf(number: number): number {
    const last = this.#numbers.length - 1;
    let slot = Math.imul(number, 0x9e3779b1) & last;
    while (this.#numbers[slot] !== 0 && this.#numbers[slot] !== number) slot = (slot + 1) & last;
    return slot;
  }

  #grow(): void {
    const before = { numbers: this.#numbers, sums: this.#sums };
    this.#numbers = new Int32Array(before.numbers.length * 2);
    this.#sums = new Float64Array(before.numbers.length * 2);
    for (let from = 0; from < before.numbers.length; from++) {
      if (before.numbers[from] === 0) continue;
      const slot = this.#slotOf(before.numbers[from] as number);
      this.#numbers[slot] = before.numbers[from] as number;
      this.#sums[slot] = before.sums[from] as number;
    }
  }
}

const isBefore = (a: { number: number; sum: number }, b: { number: number; sum: number }): boolean =>
  a.sum > b.sum || (a.sum === b.sum && a.number > b.number);
