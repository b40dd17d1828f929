import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { bestGrade, goodAnswers, readJudgedSet } from './judged-set.ts';
import { mean, recall, reciprocalRank } from './metrics.ts';
import { publishSet } from './published-set.ts';
import { bm25Pairs, type Searcher, siteSearch } from './searchers.ts';

const set = readJudgedSet(join(import.meta.dirname, 'sets/own'));

async function quality(searcher: Searcher): Promise<{ rank: number; found: number }> {
  const best = bestGrade(set.queries);
  const ranks: number[] = [];
  const recalls: number[] = [];
  for (const query of set.queries) {
    const ranked = await searcher.search(query.query);
    ranks.push(reciprocalRank(ranked, goodAnswers(query, best)));
    recalls.push(recall(ranked, goodAnswers(query, best)));
  }
  return { rank: mean(ranks), found: mean(recalls) };
}

test('the search of the site answers the project’s own judged queries, and better than bigrams alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'relevance-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const now = new Date('2026-03-01T00:00:00Z');
  const published = await publishSet(folder, set.documents, now);
  onTestFinished(() => published.close());
  const ours = await quality(siteSearch(published.content, now, published.idOf));
  const bigrams = await quality(bm25Pairs(set.documents));
  expect(ours.rank).toBeGreaterThan(0.95);
  expect(ours.found).toBe(1);
  expect(ours.rank).toBeGreaterThan(bigrams.rank);
});

test('ranks and recall look at ten results', () => {
  const ranked = Array.from({ length: 12 }, (_, index) => `d${index}`);
  expect(reciprocalRank(ranked, new Set(['d3', 'd5']))).toBe(1 / 4);
  expect(reciprocalRank(ranked, new Set(['d11']))).toBe(0);
  expect(recall(ranked, new Set(['d3', 'd11']))).toBe(0.5);
});
