import { expect, test } from 'vitest';
import { plainText } from '../article/text.ts';
import { parseDocument } from '../newsroom/document.ts';
import { archivedArticle, archiveQuery, archiveTags, queryKinds } from './synthetic-archive.ts';

const until = new Date('2026-03-01T00:00:00Z');
const articles = Array.from({ length: 400 }, (_, index) => archivedArticle(index, 400, until));

test('the same number gives the same article, and every article is one the newsroom takes', () => {
  expect(archivedArticle(17, 400, until)).toEqual(articles[17]);
  for (const article of articles) expect(parseDocument(article)).toEqual(article);
});

test('articles have the length of news, come in both scripts and in order of time, under tags that exist', () => {
  const lengths = articles.map(({ body }) => plainText(body).length);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  expect(mean).toBeGreaterThan(1_150);
  expect(mean).toBeLessThan(1_450);
  expect(new Set(articles.map(({ language }) => language))).toEqual(new Set(['zh-Hans', 'zh-Hant']));
  const times = articles.map(({ publishedAt }) => publishedAt);
  expect(times).toEqual(times.toSorted());
  const slugs = new Set(archiveTags.map(({ slug }) => slug));
  for (const { tags } of articles) for (const { slug } of tags) expect(slugs).toContain(slug);
});

test('few words make up much of the text and most words are rare', () => {
  const counts = new Map<string, number>();
  for (const { body } of articles)
    for (const character of plainText(body)) counts.set(character, (counts.get(character) ?? 0) + 1);
  const sorted = [...counts.values()].sort((a, b) => b - a);
  const share = (most: number) =>
    sorted.slice(0, most).reduce((sum, count) => sum + count, 0) / sorted.reduce((sum, count) => sum + count, 0);
  expect(share(100)).toBeGreaterThan(0.3);
  expect(share(1_000)).toBeLessThan(0.95);
});

test('there is a query of every kind', () => {
  for (const kind of queryKinds) expect(archiveQuery(kind, 3, 400), kind).not.toBe('');
  expect([...archiveQuery('eight characters', 3, 400)]).toHaveLength(8);
});
