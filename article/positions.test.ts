import { expect, test } from 'vitest';
import { Positions } from './positions.ts';

test('numbers have positions in the order they first came', () => {
  const positions = new Positions(4);
  expect([7, 9, 7, 2 ** 31 - 1, 9].map((key) => positions.add(key))).toEqual([0, 1, 0, 2, 1]);
  expect([7, 9, 2 ** 31 - 1, 8].map((key) => positions.of(key))).toEqual([0, 1, 2, -1]);
  expect([...positions.keys.subarray(0, positions.size)]).toEqual([7, 9, 2 ** 31 - 1]);
});

test('more numbers than expected keep their positions', () => {
  const positions = new Positions(1);
  const keys = Array.from({ length: 5_000 }, (_, index) => 1 + ((index * 7_919) % 104_729));
  for (const key of keys) positions.add(key);
  expect(positions.size).toBe(keys.length);
  expect(keys.map((key) => positions.of(key))).toEqual(keys.map((_, index) => index));
});
