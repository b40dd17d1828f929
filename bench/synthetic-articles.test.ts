import { expect, test } from 'vitest';
import { plainText } from '../article/text.ts';
import { parseDocument } from '../newsroom/document.ts';
import { SeededRandom } from './seeded-random.ts';
import { sectionPaths, syntheticArticle, syntheticQuery } from './synthetic-articles.ts';
import { passage } from './synthetic-text.ts';

const until = new Date('2026-03-01T00:00:00Z');
const pictures = ['0123456789abcdef', 'fedcba9876543210'];
const article = (index: number, fields = {}) =>
  syntheticArticle({ seed: 1, index, until, of: 200, pictures, ...fields });
const many = Array.from({ length: 200 }, (_, index) => article(index));

test('the same seed and index give the same article, in whatever order they are made', () => {
  expect(article(150)).toEqual(many[150]);
  expect(article(3)).toEqual(many[3]);
});

test('another seed gives another paper', () => {
  expect(article(3, { seed: 2 }).headline).not.toBe(many[3]?.headline);
});

test('the newsroom takes every article as it is', () => {
  for (const document of many) expect(parseDocument(document)).toEqual(document);
});

test('headlines differ, dates grow with the index and none lies in the future', () => {
  expect(new Set(many.map(({ headline }) => headline)).size).toBe(many.length);
  const dates = many.map(({ publishedAt }) => publishedAt);
  expect(dates).toEqual([...dates].sort());
  expect(Date.parse(dates.at(-1) as string)).toBeLessThan(until.getTime());
});

test('both scripts, all sections, pictures on some and every length from short to long are there', () => {
  expect(new Set(many.map(({ language }) => language))).toEqual(new Set(['zh-Hans', 'zh-Hant']));
  expect(new Set(many.map(({ section }) => section))).toEqual(new Set(sectionPaths));
  expect(many.filter(({ lead }) => lead).length).toBeGreaterThan(60);
  expect(many.filter(({ lead }) => !lead).length).toBeGreaterThan(40);
  const lengths = many.map(({ body }) => [...plainText(body)].length);
  expect(Math.min(...lengths)).toBeGreaterThanOrEqual(300);
  expect(Math.min(...lengths)).toBeLessThan(500);
  expect(Math.max(...lengths)).toBeGreaterThan(3_000);
});

test('without pictures no article shows one', () => {
  const plain = Array.from({ length: 50 }, (_, index) => article(index, { pictures: [] }));
  expect(JSON.stringify(plain)).not.toContain('"figure"');
  expect(plain.every(({ lead }) => lead === null)).toBe(true);
});

test('a length asked for is met to the character', () => {
  for (const wanted of [300, 1_000, 3_000]) {
    const paragraphs = article(7, { length: wanted }).body.content.filter(({ type }) => type === 'paragraph');
    expect(plainText({ type: 'doc', content: paragraphs }).replaceAll('\n', '').length).toBe(wanted);
  }
  expect(passage(new SeededRandom(5), 77)).toHaveLength(77);
});

test('queries are words and the same for the same seed', () => {
  const some = (seed: number) => Array.from({ length: 50 }, () => syntheticQuery(new SeededRandom(seed)));
  expect(some(4)).toEqual(some(4));
  const random = new SeededRandom(4);
  for (let n = 0; n < 200; n++) expect(syntheticQuery(random)).toMatch(/^\p{Script=Han}{2,4}$/u);
});
