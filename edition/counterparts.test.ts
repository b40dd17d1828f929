import { expect, test } from 'vitest';
import { allList, correctedList, sectionList, topicList } from '../article/lists.ts';
import { defaultPage, type Placed, samePages, type Translation, wayTo } from './counterparts.ts';
import type { Route } from './paths.ts';
import { type Edition, emptySite } from './site.ts';

const [simplified, traditional, english] = emptySite.editions as [Edition, Edition, Edition];
const filled = new Set([allList('zh'), sectionList('zh', 'news'), sectionList('zh', 'news/city'), correctedList('zh')]);
const bilingual = new Set([...filled, allList('en'), sectionList('en', 'news')]);
const article: Route = { page: 'article', path: '/news/city/2026/01/01/bridge' };
const translations: Translation[] = [{ language: 'en', path: '/news/2026/01/02/bridge-en' }];
const at = (edition: Edition, route: Route | null, lists = bilingual): Placed => ({
  ...{ site: emptySite, edition, route, filled: lists },
});
const paths = (page: Placed, given: Translation[] = []) => samePages(page, given).map(({ path }) => path);

test('an article is the same in both scripts, and in another language when it is translated', () => {
  const all = ['/news/city/2026/01/01/bridge', '/zh-hant/news/city/2026/01/01/bridge', '/en/news/2026/01/02/bridge-en'];
  expect(paths(at(simplified, article), translations)).toEqual(all);
  expect(paths(at(traditional, article), translations)).toEqual(all);
  const back: Translation[] = [{ language: 'zh-Hans', path: '/news/city/2026/01/01/bridge' }];
  expect(paths(at(english, { page: 'article', path: '/news/2026/01/02/bridge-en' }), back)).toEqual(all);
  expect(paths(at(simplified, article))).toEqual(all.slice(0, 2));
});

test('readers of no particular language get the first edition that has the page', () => {
  expect(defaultPage(samePages(at(english, article)))?.path).toBe('/en/news/city/2026/01/01/bridge');
  expect(defaultPage(samePages(at(english, { page: 'front' })))?.path).toBe('/');
});

test('an edition without articles has no front to tell of, one without corrections no page of them', () => {
  expect(paths(at(simplified, { page: 'front' }, filled))).toEqual(['/', '/zh-hant']);
  expect(paths(at(simplified, { page: 'front' }))).toEqual(['/', '/zh-hant', '/en']);
  expect(paths(at(simplified, { page: 'corrections' }))).toEqual(['/corrections', '/zh-hant/corrections']);
  expect(paths(at(simplified, { page: 'about' }, filled))).toEqual(['/about', '/zh-hant/about', '/en/about']);
});

test('the switch keeps tag, page number and query within a language, and says so', () => {
  const way = (route: Route) => wayTo(at(simplified, route), traditional);
  expect(way({ page: 'tag', slug: 'qiao', number: 3 })).toEqual({ path: '/zh-hant/tag/qiao/page/3', stead: null });
  expect(way({ page: 'search', query: '桥', number: 2 })).toEqual({
    ...{ path: '/zh-hant/search?q=%E6%A1%A5&page=2', stead: null },
  });
  expect(wayTo(at(simplified, article), english, translations)).toEqual({
    ...{ path: '/en/news/2026/01/02/bridge-en', stead: null },
  });
});

test('across languages it goes as near as it can, to what is there, and says where that is', () => {
  const way = (route: Route | null, lists = bilingual) => wayTo(at(simplified, route, lists), english);
  const news: Route = { page: 'section', section: 'news', number: null };
  expect(way({ page: 'section', section: 'news', number: 4 })).toEqual({ path: '/en/news', stead: news });
  expect(way({ page: 'section', section: 'news/city', number: null })).toEqual({ path: '/en/news', stead: news });
  expect(way(article)).toEqual({ path: '/en/news', stead: news });
  expect(way(article, filled)).toEqual({ path: '/en', stead: { page: 'front' } });
  expect(way({ page: 'search', query: 'a', number: 2 }).path).toBe('/en/search?q=a');
  expect(way({ page: 'ranking', order: 'hour', section: 'news/city' }).path).toBe('/en/ranking/hour/news');
  expect(way({ page: 'archive', year: 2026, month: 1 }).path).toBe('/en/archive');
  expect(way({ page: 'day', section: null, day: { year: 2026, month: 1, day: 1 } }).path).toBe('/en/archive');
  const topics = new Set([...bilingual, topicList('en', 'author', 'lin')]);
  expect(way({ page: 'author', slug: 'lin', number: 2 }, topics)).toEqual({ path: '/en/author/lin', stead: null });
  expect(way({ page: 'tag', slug: 'qiao', number: null }, topics).path).toBe('/en');
  expect(way(null)).toEqual({ path: '/en', stead: { page: 'front' } });
});
