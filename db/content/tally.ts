import { Positions } from '../../article/positions.ts';
import { Best } from './best.ts';

/** Sums by article number, and what each number was added up from. Thousands are added up for every page. */
export class Tally {
  readonly #numbers = new Positions(1_024);
  #sums = new Float64Array(this.#numbers.keys.length);
  #marks = new Int32Array(this.#numbers.keys.length);

  /** `mark`: a bit that tells later what was added; a number counts once for each. */
  addAll(numbers: readonly number[], by: number, mark = 0): void {
    for (const number of numbers) {
      const position = this.#numbers.add(number);
      if (position >= this.#sums.length) this.#grow();
      if (((this.#marks[position] as number) & mark) !== 0) continue;
      this.#sums[position] = (this.#sums[position] as number) + by;
      this.#marks[position] = (this.#marks[position] as number) | mark;
    }
  }

  /** The marks a number was added with; none of one that never was. */
  marksOf(number: number): number {
    const position = this.#numbers.of(number);
    return position < 0 ? 0 : (this.#marks[position] as number);
  }

  /** The `wanted` numbers with the highest sums, the highest first and of equals the highest number; never `except`. */
  most(wanted: number, except: number): number[] {
    const best = new Best<{ number: number; sum: number }>(wanted, isBefore);
    for (let position = 0; position < this.#numbers.size; position++) {
      const number = this.#numbers.keys[position] as number;
      const sum = this.#sums[position] as number;
      if (number !== except && sum >= (best.last?.sum ?? 0)) best.offer({ number, sum });
    }
    return best.entries.map(({ number }) => number);
  }

  #grow(): void {
    const [sums, marks] = [this.#sums, this.#marks];
    this.#sums = new Float64Array(sums.length * 2);
    this.#sums.set(sums);
    this.#marks = new Int32Array(marks.length * 2);
    this.#marks.set(marks);
  }
}

const isBefore = (a: { number: number; sum: number }, b: { number: number; sum: number }): boolean =>
  a.sum > b.sum || (a.sum === b.sum && a.number > b.number);
