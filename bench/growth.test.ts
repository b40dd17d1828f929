import { expect, test } from 'vitest';
import { growthMeasures, type Stage } from './growth.ts';
import { isMet } from './measure.ts';

const stage = (articles: number, times: Record<string, number>): Stage => ({
  articles,
  perSecond: 1_200,
  sizes: { content: articles * 8_000, newsroom: articles * 7_000 },
  times: Object.fromEntries(Object.entries(times).map(([name, p50]) => [name, { p50, p99: p50 * 2, runs: 10 }])),
});

test('an archive is measured where it ends, and by how much what is asked of it has grown since it began', () => {
  const measures = growthMeasures([
    stage(10_000, { article: 0.2, 'search, one character': 1 }),
    stage(100_000, { article: 0.2, 'search, one character': 2 }),
    stage(1_000_000, { article: 0.4, 'search, one character': 3 }),
  ]);
  const byName = new Map(measures.map((measure) => [measure.name, measure]));
  expect(byName.get('search, one character, at 1,000,000, p50')).toMatchObject({ value: 3, unit: 'ms' });
  expect(byName.get('content.db per article of the archive')).toMatchObject({ value: 8_000, unit: 'bytes' });
  const article = byName.get('growth of article, to 1,000,000');
  const searching = byName.get('growth of search, one character, to 1,000,000');
  expect([article?.value, searching?.value]).toEqual([2, 3]);
  expect(byName.get('growth of search, one character, to 100,000')).toMatchObject({ value: 2, unit: '× at 10,000' });
  expect([article, searching].map((measure) => measure && isMet(measure))).toEqual([false, true]);
});
