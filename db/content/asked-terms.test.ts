import { expect, onTestFinished, test } from 'vitest';
import { TermCounts } from '../../article/keywords.ts';
import type { Database } from '../client.ts';
import { AskedTerms } from './asked-terms.ts';
import { type Described, describeArticles } from './keyword-postings.ts';
import { packedTerms, StoredTerms } from './keyword-vector.ts';
import { openContentWriter } from './writer.ts';

function open(): Database {
  const content = openContentWriter('file::memory:');
  onTestFinished(() => content.close());
  return content;
}

function counts(terms: readonly number[]): TermCounts {
  const made = new TermCounts();
  for (const term of terms) made.add(term, 2);
  return made;
}

const keep = (content: Database, articles: Record<number, readonly number[]>) =>
  content.exclusively(() =>
    describeArticles(
      content,
      Object.entries(articles).map(
        ([number, terms]): Described => ({
          ...{ number: Number(number), id: `article${number}`, at: 0, section: 'news', terms: counts(terms) },
        }),
      ),
      [],
    ),
  );

/** Terms a page looks up: 7 and 9 are the last of 32. */
const asked = [...Array.from({ length: 30 }, (_, index) => 100 + index), 7, 9];

const lookUp = (content: Database, number: number) =>
  content.exclusively(() => AskedTerms.lookUp(content, asked, number));

/** What is wrong with an article that is said to speak of `terms`, as a page finds it. */
async function faultOf(content: Database, number: number, terms: readonly number[]) {
  const found = await lookUp(content, number);
  const under = asked.reduce((bits, _, place) => (found.found(place).includes(number) ? bits | (1 << place) : bits), 0);
  return found.falsePosting(saying(number, terms), under);
}

const saying = (number: number, terms: readonly number[]) => ({
  number,
  terms: new StoredTerms(packedTerms(counts(terms))),
});

/** The newest stand under no term yet. */
const newest = { 100000: [8] };

test('an article that stands under its terms and no other is found true', async () => {
  const content = open();
  await keep(content, { 1: [7, 9, 55], 2: [100, 9], 3: [55], ...newest });
  expect(await faultOf(content, 1, [7, 9, 55])).toBeNull();
  expect(await faultOf(content, 2, [100, 9])).toBeNull();
  expect(await faultOf(content, 3, [55])).toBeNull();
});

test('an article that stands under a term it does not speak of is told by the term and the block', async () => {
  const content = open();
  await keep(content, { 1: [7], 20000: [9], ...newest });
  expect(await faultOf(content, 1, [8])).toEqual({ term: 7, block: 0 });
  expect(await faultOf(content, 20_000, [8])).toEqual({ term: 9, block: 1 });
});

test('an article that was taken from under a term is told, in a block that is there and where the block is gone', async () => {
  const content = open();
  await keep(content, { 1: [7], 2: [7], 3: [8], ...newest });
  expect(await faultOf(content, 3, [7])).toEqual({ term: 7, block: 0 });
  expect(await faultOf(content, 3, [9])).toEqual({ term: 9, block: 0 });
  expect(await faultOf(content, 20_000, [7])).toEqual({ term: 7, block: 1 });
});

test('the newest articles are found by what they speak of', async () => {
  const content = open();
  await keep(content, { 1: [7], 64: [8], 66: [55, 9, 7], 70: [9] });
  expect((await lookUp(content, 1)).found(31)).toEqual([66, 70]);
  expect(await faultOf(content, 66, [55, 9, 7])).toBeNull();
  expect(await faultOf(content, 70, [9, 7])).toEqual({ term: 7, block: 0 });
});

test('nothing is said of blocks that were not read, nor of numbers of a long block that were not looked at', async () => {
  const content = open();
  await keep(content, Object.fromEntries([1, 20_000, 40_000, 60_000, 80_000, 100_000].map((number) => [number, [7]])));
  const far = await lookUp(content, 80_000);
  expect(far.falsePosting(saying(20_001, [7]), 0)).toBeNull();
  expect(far.falsePosting(saying(60_001, [7]), 0)).toEqual({ term: 7, block: 3 });
  await keep(content, Object.fromEntries(Array.from({ length: 500 }, (_, index) => [81_921 + index, [7]])));
  const near = await lookUp(content, 82_400);
  expect(near.found(30)).not.toContain(81_925);
  expect(near.falsePosting(saying(81_925, [7]), 0)).toBeNull();
  expect(near.falsePosting(saying(90_000, [7]), 0)).toEqual({ term: 7, block: 5 });
});
