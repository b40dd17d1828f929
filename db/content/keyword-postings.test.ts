import { expect, onTestFinished, test } from 'vitest';
import { TermCounts } from '../../article/keywords.ts';
import type { Database, Written } from '../client.ts';
import { type Described, describeArticles, postingsOf } from './keyword-postings.ts';
import { foundVector } from './keyword-vector.ts';
import { numbersAround } from './queries/list-numbers.ts';
import { surroundingsOf } from './queries/surroundings.ts';
import { currentSample, readSample } from './term-sample.ts';
import { openContentWriter } from './writer.ts';

function open(): Database {
  const content = openContentWriter('file::memory:');
  onTestFinished(() => content.close());
  return content;
}

const counts = (...terms: number[]): TermCounts => {
  const made = new TermCounts();
  for (const term of terms) made.add(term, 2);
  return made;
};

const described = (number: number, ...terms: number[]): Described => ({
  ...{ number, id: `article${number}`, at: number * 60, section: 'news', known: false },
  terms: counts(...terms),
});

/** Term 7 in every article, and one of its own in each. */
async function fill(content: Database, count: number): Promise<void> {
  const articles = Array.from({ length: count }, (_, n) => described(n + 1, 7, 1_000 + n));
  await content.exclusively(() => describeArticles(content, articles));
}

const found = async (content: Database, term: number, around: number) =>
  new Set((await postingsOf(content, [term], around)).flatMap(({ numbers }) => numbers));

test('a term leads to the newest articles it is salient in, and to those around a number', async () => {
  const content = open();
  await fill(content, 1_000);
  const newest = await found(content, 7, 1_000);
  expect(newest).toContain(1_000);
  expect(newest).not.toContain(1);
  expect(newest.size).toBeLessThanOrEqual(256);
  const old = await found(content, 7, 5);
  expect(old).toContain(4);
  expect(old).toContain(1_000);
  expect(await found(content, 1_003, 1_000)).toEqual(new Set([4]));
  expect(await found(content, 424_242, 1_000)).toEqual(new Set());
});

test('an article that is described again stands once in the newest block', async () => {
  const content = open();
  await fill(content, 20);
  for (let edit = 0; edit < 3; edit++)
    await content.exclusively(() => describeArticles(content, [{ ...described(20, 7, 1_019), known: true }]));
  const numbers = (await postingsOf(content, [7], 20)).flatMap((block) => block.numbers);
  expect(numbers.filter((number) => number === 20)).toHaveLength(1);
  expect((await readSample(content)).documents).toBe(20);
});

test('what every article says tells nothing, what few say most', async () => {
  const content = open();
  await fill(content, 50);
  const sample = await currentSample(content);
  expect(sample.rarity(7)).toBeLessThan(0.01);
  expect(sample.rarity(1_010)).toBeGreaterThan(3);
});

test('articles that say the same are alike, whatever else they say', async () => {
  const content = open();
  const articles = [described(1, 11, 12, 13), described(2, 11, 12, 14), described(3, 21, 22, 23)];
  await content.exclusively(() => describeArticles(content, articles));
  const sample = await readSample(content);
  const rows = await content.rows<{ terms: Uint8Array }>({
    text: 'SELECT terms FROM article_keywords ORDER BY number',
    values: [],
  });
  const [first, second, third] = rows.map(({ terms }) => foundVector(terms, sample));
  if (!first || !second || !third) throw new Error('not stored');
  expect(first.likeness(first)).toBeCloseTo(1);
  expect(first.likeness(second)).toBeGreaterThan(0.2);
  expect(first.likeness(third)).toBe(0);
});

test('no look-up walks through a table', async () => {
  const content = open();
  await fill(content, 10);
  const asked: Written[] = [];
  const watched: Database = {
    ...content,
    rows: (query) => {
      asked.push(query);
      return content.rows(query);
    },
  };
  await postingsOf(watched, [7], 5);
  await describeArticles(watched, [described(11, 7)]);
  await numbersAround(
    watched,
    { id: 1, name: 'zh:all', count: 1 },
    { at: 0, number: 0 },
    { newer: 1, older: 1, newest: 1 },
    9,
  );
  await surroundingsOf(watched, { number: 1, record: recordOf() });
  expect(asked.length).toBeGreaterThan(6);
  for (const { text, values } of asked) {
    const plan = await content.rows<{ detail: string }>({ text: `EXPLAIN QUERY PLAN ${text}`, values });
    const scans = plan.filter(({ detail }) => /^SCAN (?!asked|\(subquery|\d|CONSTANT)/.test(detail));
    expect(scans, text).toEqual([]);
    expect(
      plan.filter(({ detail }) => detail.includes('TEMP B-TREE FOR ORDER BY')),
      text,
    ).toEqual([]);
  }
});

const recordOf = () => ({
  ...{ id: 'abcdefghij', revision: 1, status: 'published' as const, withdrawn: null, language: 'zh-Hans' as const },
  ...{ path: '/news/2026/01/01/a', section: 'news', layout: 'standard' as const, headline: '题目', kicker: null },
  ...{ standfirst: null, authors: [], source: null, publishedAt: '2026-01-01T00:00:00Z', updatedAt: null, lead: null },
  ...{ tags: [{ slug: 'tag', name: '标签' }], related: [], corrections: [], media: {}, formerly: [], translations: [] },
  ...{ issuedAt: '2026-01-01T00:00:00Z', previous: null },
  body: { type: 'doc' as const, content: [] },
});
