import { expect, test } from 'vitest';
import { internalPath, matchPath, pathOf, withoutGuessedPrefix } from './paths.ts';
import { emptySite } from './site.ts';

const { editions } = emptySite;

test.each([
  '/',
  '/zh-hant',
  '/en/news',
  '/news/city',
  '/news/city/page/12',
  '/news/city/2026/03/01',
  '/news/city/2026/03/01/tong-river-bridge',
  '/zh-hant/news/2026/03/01/a',
  '/tag/gong-hui',
  '/tag/gong-hui/page/2',
  '/author/lin-zhiyuan',
  '/source/wan-bao',
  '/archive',
  '/archive/2026',
  '/archive/2026/03',
  '/archive/2026/03/01',
  '/search',
  '/ranking',
  '/ranking/hour',
  '/ranking/day/news',
  '/zh-hant/ranking/rising/news/city',
  '/about',
  '/en/corrections',
])('%s is a page, and its route spells the same address', (path) => {
  const { edition, route } = matchPath(editions, path);
  expect(route && pathOf(edition, route)).toBe(path);
});

test('the day is what a ranking is of: naming it is another spelling of the same address', () => {
  const { edition, route } = matchPath(editions, '/ranking/day');
  expect(route && pathOf(edition, route)).toBe('/ranking');
});

test.each([
  '/ranking/month',
  '/ranking/day/news/city/more',
  '/ranking/day/page',
  '/news/page/0',
  '/news/page/01',
  '/news/page/-1',
  '/news/page/x',
  '/news/page',
  '/news/page/2/3',
  '/page/2',
  '/tag',
  '/tag/a/b',
  '/tag/a_b',
  '/news/2026/13/01',
  '/news/2026/02/30',
  '/news/2026/2/3',
  '/news/2026/03',
  '/2026/03/01',
  '/archive/26',
  '/archive/2026/00',
  '/archive/2026/03/01/x',
  '/news/city/more',
  '/news/city/2026/03/01/a/b',
  '/healthz',
  '/media',
  '/.env',
  '/wp-login.php',
  '/news/city/2026/03/01/标题',
  `/${'a'.repeat(200)}`,
])('%s is no page', (path) => {
  expect(matchPath(editions, path).route).toBeNull();
});

test('a path belongs to the edition of its prefix, and only of a whole segment', () => {
  expect(matchPath(editions, '/zh-hant/news').edition.language).toBe('zh-Hant');
  expect(matchPath(editions, '/english').edition.language).toBe('zh-Hans');
  expect(matchPath(editions, '/en').route).toEqual({ page: 'front' });
});

test('the renderer’s folder for a page escapes what a visitor wrote', () => {
  const { edition } = matchPath(editions, '/search');
  expect(internalPath(edition, { page: 'search', query: '公交 &page=9#', number: null }, '')).toBe(
    '/zh-Hans/search?q=%E5%85%AC%E4%BA%A4%20%26page%3D9%23',
  );
  expect(internalPath(edition, null, '/no?such')).toBe('/zh-Hans/missing?path=%2Fno%3Fsuch');
});

test('words that objects know by nature are paths like any other', () => {
  for (const path of ['/constructor', '/__proto__/x', '/toString'])
    expect(withoutGuessedPrefix(editions, path)).toBeNull();
});
