import { expect, test } from 'vitest';
import { type DataRoute, dataPathOf, internalDataPath, matchData } from './data-paths.ts';
import { emptySite } from './site.ts';

const [root, traditional] = emptySite.editions as [(typeof emptySite.editions)[0], (typeof emptySite.editions)[0]];
const everyFeed = (of: Extract<DataRoute, { data: 'feed' }>['of']) =>
  (['rss', 'atom', 'json'] as const).flatMap((format) =>
    (['full', 'summary'] as const).map((text): DataRoute => ({ data: 'feed', of, format, text })),
  );

test.each<DataRoute>([
  ...everyFeed({ page: 'front' }),
  ...everyFeed({ page: 'corrections' }),
  ...everyFeed({ page: 'section', section: 'news/city' }),
  ...everyFeed({ page: 'tag', slug: 'tong-river' }),
  ...everyFeed({ page: 'author', slug: 'lin-zhiyuan' }),
  ...everyFeed({ page: 'source', slug: 'xinhua' }),
  { data: 'markdown', path: '/news/city/2023/06/07/bridge' },
  { data: 'record', path: '/news/city/2023/06/07/bridge' },
  { data: 'news-sitemap' },
  { data: 'llms' },
  { data: 'manifest' },
  { data: 'opensearch' },
])('the address of %j leads back to it in every edition', (route) => {
  for (const edition of [root, traditional]) {
    const path = dataPathOf(edition, route);
    expect(path.startsWith(`${edition.prefix}/`), path).toBe(true);
    expect(matchData(edition, path.slice(edition.prefix.length))).toEqual(route);
  }
});

test.each<DataRoute>([
  { data: 'sitemap', file: 'index' },
  { data: 'sitemap', file: 'pages' },
  { data: 'sitemap', file: 12 },
  { data: 'security' },
  { data: 'keys' },
  { data: 'register' },
  { data: 'places', family: 'articles', chunk: 0 },
  { data: 'places', family: 'topics', chunk: 17 },
])('%j exists once, at the root', (route) => {
  const path = dataPathOf(traditional, route);
  expect(path).toBe(dataPathOf(root, route));
  expect(matchData(root, path)).toEqual(route);
  expect(matchData(traditional, path)).toBeNull();
});

test('the feed of a search holds its words in the query', () => {
  const path = dataPathOf(traditional, {
    data: 'feed',
    of: { page: 'search', query: '二桥 & tram' },
    format: 'atom',
    text: 'full',
  });
  expect(path).toBe('/zh-hant/search/atom.xml?q=%E4%BA%8C%E6%A1%A5%20%26%20tram');
});

test.each([
  '/feed',
  '/feed.xml/',
  '/news/page/2/feed.xml',
  '/about/feed.xml',
  '/archive/2024/feed.xml',
  '/news/city/extra/feed.xml',
  '/news.md',
  '/news/2023/06/07.md',
  '/sitemap-0.xml',
  '/sitemap-01.xml',
  '/sitemap-index.xml',
  '/security.txt',
  '/news/llms.txt',
])('%s is no document', (path) => {
  expect(matchData(root, path)).toBeNull();
});

test('the renderer is asked by edition and kind', () => {
  expect(internalDataPath(traditional, { data: 'markdown', path: '/news/2023/06/07/a' })).toBe(
    '/zh-Hant/markdown/news/2023/06/07/a',
  );
  expect(
    internalDataPath(root, {
      data: 'feed',
      of: { page: 'section', section: 'news/city' },
      format: 'rss',
      text: 'full',
    }),
  ).toBe('/zh-Hans/feed/section?name=news%2Fcity&format=rss&text=full');
});
