import { expect, test } from 'vitest';
import { distance, fingerprintOf } from './near-identical.ts';

const shingles = (from: number, count: number, prefix = '') =>
  Array.from({ length: count }, (_, index) => `${prefix}片${from + index}`);

test('texts that share most of what they say have fingerprints that differ in few bits', () => {
  const own = fingerprintOf(shingles(0, 200));
  expect(distance(own, own)).toBe(0);
  expect(distance(own, fingerprintOf(shingles(10, 200)))).toBeLessThanOrEqual(16);
});

test('texts that share nothing differ in about half of them', () => {
  const own = fingerprintOf(shingles(0, 200));
  const distances = Array.from({ length: 50 }, (_, index) =>
    distance(own, fingerprintOf(shingles(0, 200, `${index} `))),
  );
  expect(Math.min(...distances)).toBeGreaterThan(16);
});
