import { expect, test } from 'vitest';
import { mean, ndcg, recall } from './metrics.ts';
import { measureRelated } from './related.ts';
import { readOwnRelatedSet } from './related-set.ts';

const right = new Set(['a', 'b']);

test('all right answers first is 1, none among the first is 0', () => {
  expect(ndcg(['a', 'b', 'x'], right, 5)).toBe(1);
  expect(ndcg(['b', 'a', 'x'], right, 5)).toBe(1);
  expect(ndcg(['v', 'w', 'x', 'y', 'z', 'a'], right, 5)).toBe(0);
});

test('a right answer counts less the later it comes', () => {
  const [first, second, fifth] = [['a'], ['x', 'a'], ['x', 'x', 'x', 'x', 'a']].map((ranked) => ndcg(ranked, right, 5));
  expect(first).toBeCloseTo(1 / (1 + 1 / Math.log2(3)));
  expect(second).toBeLessThan(first as number);
  expect(fifth).toBeCloseTo(1 / Math.log2(6) / (1 + 1 / Math.log2(3)));
});

test('more right answers than places can still be reached in full', () => {
  expect(ndcg(['a'], right, 1)).toBe(1);
  expect(recall(['a'], right, 1)).toBe(1);
  expect(recall(['a', 'x'], right, 2)).toBe(0.5);
});

test('the mean of nothing is nothing', () => {
  expect(mean([])).toBe(0);
  expect(mean([1, 0])).toBe(0.5);
});

test('the block finds more of what the sample edition’s editors pinned than tags, words or dates alone', async () => {
  const [newest, tags, bm25, block] = await measureRelated(await readOwnRelatedSet(new Date('2026-03-01T00:00:00Z')));
  if (!newest || !tags || !bm25 || !block) throw new Error('a method is missing');
  expect(block.ndcg5).toBeGreaterThan(0.65);
  for (const { method, ndcg5 } of [newest, tags, bm25]) expect(ndcg5, method).toBeLessThan(block.ndcg5);
}, 60_000);
