import { expect, test } from 'vitest';
import { lastThirdGrowth, median, percentile } from './statistics.ts';

test('the median of an odd number of values is the middle one', () => {
  expect(median([9, 1, 5])).toBe(5);
});

test('the median of an even number of values lies between the two in the middle', () => {
  expect(median([4, 1, 100, 2])).toBe(3);
});

test('a percentile is a value that was measured', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(percentile(hundred, 0.5)).toBe(50);
  expect(percentile(hundred, 0.99)).toBe(99);
  expect(percentile(hundred, 1)).toBe(100);
  expect(percentile(hundred, 0)).toBe(1);
  expect(percentile([7], 0.99)).toBe(7);
});

test('nothing measured has no median', () => {
  expect(() => median([])).toThrow(RangeError);
  expect(() => percentile([], 0.5)).toThrow(RangeError);
});

test('growth compares the end with the end of the second third', () => {
  expect(lastThirdGrowth([50, 80, 90, 100, 100, 100, 100, 105, 110])).toBeCloseTo(0.1);
  expect(lastThirdGrowth([100, 200, 100])).toBeCloseTo(-0.5);
  expect(() => lastThirdGrowth([1, 2])).toThrow(/last third/);
});

test('measuring leaves the series in its order', () => {
  const series = [3, 1, 2];
  median(series);
  percentile(series, 0.5);
  expect(series).toEqual([3, 1, 2]);
});
