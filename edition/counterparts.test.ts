import { expect, test } from 'vitest';
import { defaultPage, samePages, type Translation, wayTo } from './counterparts.ts';
import type { Route } from './paths.ts';
import { type Edition, emptySite } from './site.ts';

const { editions } = emptySite;
const [simplified, traditional, english] = editions as [Edition, Edition, Edition];
const article: Route = { page: 'article', path: '/news/2026/01/01/bridge' };
const translations: Translation[] = [{ language: 'en', path: '/news/2026/01/02/bridge-en' }];
const paths = (edition: Edition, route: Route, given = translations) =>
  samePages(emptySite, edition, route, given).map(({ path }) => path);

test('an article is the same in both scripts, and in another language when it is translated', () => {
  const all = ['/news/2026/01/01/bridge', '/zh-hant/news/2026/01/01/bridge', '/en/news/2026/01/02/bridge-en'];
  expect(paths(simplified, article)).toEqual(all);
  expect(paths(traditional, article)).toEqual(all);
  const back: Translation[] = [{ language: 'zh-Hans', path: '/news/2026/01/01/bridge' }];
  expect(paths(english, { page: 'article', path: '/news/2026/01/02/bridge-en' }, back)).toEqual(all);
  expect(paths(simplified, article, [])).toEqual(all.slice(0, 2));
});

test('readers of no particular language get the first edition that has the page', () => {
  expect(defaultPage(samePages(emptySite, english, article, []))?.path).toBe('/en/news/2026/01/01/bridge');
  expect(defaultPage(samePages(emptySite, english, { page: 'front' }))?.path).toBe('/');
});

test('the switch keeps tag, page number and query within a language, and goes as near as it can across', () => {
  const way = (route: Route | null, to: Edition) => wayTo(emptySite, { edition: simplified, route }, to);
  expect(way({ page: 'tag', slug: 'qiao', number: 3 }, traditional)).toBe('/zh-hant/tag/qiao/page/3');
  expect(way({ page: 'search', query: '桥', number: 2 }, traditional)).toBe('/zh-hant/search?q=%E6%A1%A5&page=2');
  expect(way({ page: 'search', query: 'a', number: 2 }, english)).toBe('/en/search?q=a');
  expect(way({ page: 'section', section: 'news', number: 4 }, english)).toBe('/en/news');
  expect(way({ page: 'tag', slug: 'qiao', number: null }, english)).toBe('/en');
  expect(way(article, english)).toBe('/en');
  expect(way(null, traditional)).toBe('/zh-hant');
});
