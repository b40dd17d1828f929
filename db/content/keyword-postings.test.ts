import { expect, onTestFinished, test } from 'vitest';
import { TermCounts, termCounts } from '../../article/keywords.ts';
import type { Database, Written } from '../client.ts';
import { AskedTerms } from './asked-terms.ts';
import { type Described, describeArticles, spokenBefore } from './keyword-postings.ts';
import { likenesses, StoredTerms } from './keyword-vector.ts';
import { moveInLists } from './list-places.ts';
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
  ...{ number, id: `article${number}`, at: number * 60, section: 'news' },
  terms: counts(...terms),
});

const keep = (content: Database, ...articles: Described[]) =>
  content.exclusively(() => describeArticles(content, articles, []));

/** Term 7 in every article, and one of its own in each. */
const fill = (content: Database, count: number, step = 1): Promise<void> =>
  keep(content, ...Array.from({ length: count }, (_, n) => described((n + 1) * step, 7, 1_000 + n)));

const found = (content: Database, term: number, number: number) =>
  content.exclusively(async () => new Set((await AskedTerms.lookUp(content, [term], number)).found(0)));

test('a term leads to the newest articles it is said most of in, and to those around a number', async () => {
  const content = open();
  await fill(content, 1_000, 40);
  const newest = await found(content, 7, 40_000);
  expect(newest).toContain(40_000);
  expect(newest).not.toContain(40);
  expect(newest.size).toBeLessThanOrEqual(208);
  const old = await found(content, 7, 200);
  expect(old).toContain(160);
  expect(old).toContain(40_000);
  expect(await found(content, 1_003, 40_000)).toEqual(new Set([160]));
  expect(await found(content, 424_242, 40_000)).toEqual(new Set());
});

test('what is kept depends on which articles there are, not on how they came', async () => {
  const [one, other] = [open(), open()];
  const [a, b, c] = [described(1, 7, 11), described(2, 7, 12), described(3, 7, 13)];
  await keep(one, a, b);
  await keep(other, c);
  await keep(other, { ...b, terms: counts(99) }, { ...a, terms: counts(98, 7) });
  const spoken = [
    { number: 1, terms: counts(98, 7) },
    { number: 2, terms: counts(99) },
    { number: 3, terms: counts(7, 13) },
  ];
  await other.exclusively(() => describeArticles(other, [a, b, { ...c, terms: null }], spoken));
  const dump = async (content: Database) => {
    const tables = ['article_keywords', 'keyword_postings', 'keyword_sample'];
    return Promise.all(tables.map((name) => content.rows({ text: `SELECT * FROM ${name} ORDER BY 1, 2`, values: [] })));
  };
  expect(await dump(other)).toEqual(await dump(one));
});

test('the newest articles are found as well, and stand under their terms when there are enough of them', async () => {
  const [one, other] = [open(), open()];
  for (let number = 1; number <= 150; number++) {
    await keep(one, described(number, 7, 1_000 + number));
    expect(await found(one, 7, 1)).toContain(number);
    expect(await found(one, 1_000 + number, 1)).toEqual(new Set([number]));
  }
  expect((await blockOf(one, 7, 0))?.length).toBe(127);
  await fill(other, 150);
  await keep(other, ...Array.from({ length: 150 }, (_, n) => described(n + 1, 7, 1_001 + n)));
  expect(await blockOf(other, 7, 0)).toEqual(await blockOf(one, 7, 0));
  // Without the highest the newest are others: what stands under terms is as if it had never been there.
  await keep(one, ...Array.from({ length: 30 }, (_, n) => ({ ...described(121 + n), terms: null })));
  expect((await blockOf(one, 7, 0))?.length).toBe(63);
  expect(await found(one, 7, 1)).toContain(100);
});

test('numbers move in and out at any place of a block and beyond its end', async () => {
  const content = open();
  const rounds: [number, boolean][][] = [
    [300, 2, 255, 16_383, 16_384, 70_000].map((number) => [number, true]),
    [[1, true]],
    [
      [256, true],
      [255, false],
      [2, true],
    ],
    [
      [16_383, false],
      [16_385, true],
      [70_000, false],
    ],
    [
      [1, false],
      [2, false],
      [256, false],
      [300, false],
    ],
  ];
  const stand = new Set<number>();
  // The newest stand under no term yet.
  await keep(content, described(100_000, 8));
  for (const round of rounds) {
    await keep(content, ...round.map(([number, says]) => described(number, ...(says ? [7] : [8]))));
    for (const [number, says] of round) says ? stand.add(number) : stand.delete(number);
    for (const number of [1, 16_384, 70_000]) {
      const block = Math.floor(number / 16_384);
      const expected = [...stand].filter((one) => Math.floor(one / 16_384) === block).sort((a, b) => a - b);
      expect(await blockOf(content, 7, block)).toEqual(expected.length === 0 ? null : expected);
    }
  }
});

/** Numbers of a term's block as they are stored; null when there is no such row. */
async function blockOf(content: Database, term: number, block: number): Promise<number[] | null> {
  const [row] = await content.rows<{ numbers: Buffer }>({
    text: 'SELECT numbers FROM keyword_postings WHERE term = ? AND block = ?',
    values: [term, block],
  });
  if (!row) return null;
  return Array.from({ length: row.numbers.length / 2 }, (_, n) => block * 16_384 + row.numbers.readUInt16LE(n * 2));
}

test('what every article says tells nothing, what few say most', async () => {
  const content = open();
  await fill(content, 50);
  const sample = await content.exclusively(() => currentSample(content));
  expect(sample.rarity(7)).toBeLessThan(0.01);
  expect(sample.rarity(1_010)).toBeGreaterThan(3);
});

test('articles that say the same are alike, whatever else they say', async () => {
  const content = open();
  const articles = [described(1, 11, 12, 13), described(2, 11, 12, 14), described(3, 21, 22, 23)];
  await keep(content, ...articles);
  const sample = await readSample(content);
  const rows = await content.rows<{ terms: Uint8Array }>({
    text: 'SELECT terms FROM article_keywords ORDER BY number',
    values: [],
  });
  const stored = rows.map(({ terms }) => new StoredTerms(terms));
  const [first, second, third] = likenesses(stored[0] as StoredTerms, stored, sample);
  expect(first).toBeCloseTo(1);
  expect(second).toBeGreaterThan(0.2);
  expect(third).toBe(0);
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
  await content.exclusively(() => AskedTerms.lookUp(watched, [7], 5));
  await describeArticles(watched, [described(11, 7)], await spokenBefore(watched, [10]));
  const wanted = { newer: 1, older: 1, newest: 1 };
  await content.exclusively(async () => {
    await moveInLists(watched, [], [{ list: 'zh:section:news', at: 1, number: 5 }]);
    await numbersAround(watched, { name: 'zh:section:news' }, { at: 0, number: 0 }, wanted, 9);
    await surroundingsOf(watched, { number: 1, record: recordOf() }, termCounts(recordOf()));
  });
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
