import { expect, test } from 'vitest';
import { allList, sectionList } from '../article/lists.ts';
import { write } from '../db/client.ts';
import { currentFill } from '../db/content/fill-context.ts';
import { filledLists } from '../db/content/queries/filled-lists.ts';
import { type ArticleRow, articleById } from '../db/newsroom/queries/articles.ts';
import { withdrawArticle } from '../newsroom/articles.ts';
import { document, now, openTestPress, type TestPress } from './press.fixture.ts';
import { projectPending } from './projector.ts';

const names = [
  allList('zh'),
  sectionList('zh', 'news'),
  sectionList('zh', 'news/city'),
  sectionList('zh', 'sport'),
  allList('en'),
];
const filled = (press: TestPress, moment = now) =>
  press.reading(async (content) => [...(await filledLists(content, names))].sort(), moment);
/** How often pages were told that the site itself may be another. */
const tellings = async ({ content }: TestPress) =>
  (await content.rows(write`SELECT seq FROM invalidation WHERE tag = 'site'`)).length;

test('a list holds something from its first article until its last is withdrawn', async () => {
  const press = await openTestPress();
  await projectPending(press);
  expect(await filled(press)).toEqual([]);
  const { id } = await press.publish(document('bridge'));
  expect(await filled(press)).toEqual(['zh:all', 'zh:section:news', 'zh:section:news/city']);
  await press.publish(document('tram', { section: 'news' }));
  const article = (await articleById(press.newsroom, id)) as ArticleRow;
  await withdrawArticle(press.newsroom, article, '测试', now);
  await projectPending(press);
  expect(await filled(press)).toEqual(['zh:all', 'zh:section:news']);
});

test('pages are told when a list gets its first article or loses it, and of no other publication', async () => {
  const press = await openTestPress();
  await press.publish(document('bridge'));
  const before = await tellings(press);
  await press.publish(document('tram', { publishedAt: '2026-02-02T01:00:00Z' }));
  expect(await tellings(press)).toBe(before);
  await press.publish(document('match', { section: 'sport', publishedAt: '2026-02-03T01:00:00Z' }));
  expect(await tellings(press)).toBe(before + 1);
});

test('a section whose only article is scheduled opens at its time, and pages made before hold until then', async () => {
  const press = await openTestPress();
  await press.publish(document('match', { section: 'sport', publishedAt: '2026-03-01T13:00:00Z' }));
  expect(await filled(press)).toEqual([]);
  const until = await press.reading(async (content) => {
    await filledLists(content, names);
    return currentFill().notAfter;
  });
  expect(new Date(until).toISOString()).toBe('2026-03-01T13:00:00.000Z');
  expect(await filled(press, new Date(until))).toEqual(['zh:all', 'zh:section:sport']);
});
