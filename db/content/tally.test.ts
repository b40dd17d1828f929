import { expect, test } from 'vitest';
import { Tally } from './tally.ts';

test('the highest sums come first, of equals the highest number, and never the one excepted', () => {
  const tally = new Tally();
  tally.addAll([1, 2, 3, 4], 1);
  tally.addAll([2, 3], 2);
  expect(tally.most(10, 2)).toEqual([3, 4, 1]);
  expect(tally.most(2, 0)).toEqual([3, 2]);
});

test('what promises nothing is found too', () => {
  const tally = new Tally();
  tally.addAll([7, 8], 0);
  expect(tally.most(5, 8)).toEqual([7]);
});

test('ten thousand numbers are summed as a map would', () => {
  const tally = new Tally();
  const sums = new Map<number, number>();
  for (let round = 1; round <= 3; round++) {
    const numbers = Array.from({ length: 10_000 }, (_, index) => 1 + ((index * 7_919 * round) % 104_729));
    for (const number of numbers) sums.set(number, (sums.get(number) ?? 0) + round);
    tally.addAll(numbers, round);
  }
  const expected = [...sums].sort(([a, sumOfA], [b, sumOfB]) => sumOfB - sumOfA || b - a).map(([number]) => number);
  expect(tally.most(sums.size, 0)).toEqual(expected);
});

test('what a number was added with is told by its marks, and counts once for each', () => {
  const tally = new Tally();
  tally.addAll([7, 7, 7], 1, 1);
  tally.addAll([7, 8], 1, 1);
  tally.addAll([8, 9], 1, 1 << 31);
  tally.addAll([9], 1);
  expect(tally.most(3, 0)).toEqual([9, 8, 7]);
  expect([7, 8, 9, 10].map((number) => tally.marksOf(number))).toEqual([1, 1 | (1 << 31), 1 << 31, 0]);
});
