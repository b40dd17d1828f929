/** The articles of a stretch of numbers that stand under a term, as they are stored. */

/** Numbers a block spans. It holds those that stand under the term, as offsets of two bytes in order. */
const blockSpan = 16_384;
export type Block = { term: number; block: number; numbers: Uint8Array };

export const blockOf = (number: number) => Math.floor(number / blockSpan);

/** What leaves a block and what enters it. */
export type Move = { term: number; block: number; out: number[]; into: number[] };

/**
 * A block's numbers after a move, null when they are the same. Only the places that change are looked for, and what lies
 * between them is copied as it is: a common term's block holds thousands of numbers, and one publication changes dozens.
 */
export function moved(row: Block, { block, out, into }: Move): Uint8Array | null {
  const isIn = new Map(out.map((number) => [number, false]));
  for (const number of into) isIn.set(number, true);
  const numbers = new Uint8Array(row.numbers.byteLength + into.length * 2);
  let copied = 0;
  let length = 0;
  const copyUntil = (place: number) => {
    numbers.set(row.numbers.subarray(copied * 2, place * 2), length);
    length += (place - copied) * 2;
    copied = place;
  };
  let same = true;
  for (const [number, stays] of [...isIn].sort(([a], [b]) => a - b)) {
    const place = placeOf(row, number);
    const stood = place < countOf(row) && numberAt(row, place) === number;
    if (stood === stays) continue;
    same = false;
    copyUntil(place);
    if (stays) {
      const offset = number - block * blockSpan;
      numbers[length++] = offset & 0xff;
      numbers[length++] = offset >> 8;
    } else copied++;
  }
  copyUntil(countOf(row));
  return same ? null : numbers.subarray(0, length);
}

export const countOf = ({ numbers }: Block) => numbers.byteLength >> 1;
export const numberAt = ({ block, numbers }: Block, place: number): number =>
  block * blockSpan + ((numbers[place * 2] as number) | ((numbers[place * 2 + 1] as number) << 8));

/** Numbers of a block from one place to another, as far as it has them: a common term's block holds thousands. */
export function numbersIn(block: Block, from: number, until: number): number[] {
  const numbers: number[] = [];
  for (let place = Math.max(0, from); place < Math.min(until, countOf(block)); place++)
    numbers.push(numberAt(block, place));
  return numbers;
}

/** The place of the first number of a block that is not below `number`. */
export function placeOf(block: Block, number: number): number {
  let low = 0;
  let high = countOf(block);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberAt(block, middle) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
