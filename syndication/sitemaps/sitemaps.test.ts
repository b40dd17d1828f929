import { expect, test } from 'vitest';
import { cardNumber, pageOf } from '../../components/Page/page.fixture.ts';
import { newsSitemap } from './news-sitemap.ts';
import { articleUrls, sitemap, sitemapIndex } from './sitemap.ts';

const paper = pageOf({ page: 'front' });
const { site, origin } = paper;

test('an article stands in every edition that shows it, each with all of them and its largest picture', () => {
  const [simplified, traditional, ...others] = articleUrls(cardNumber(1), paper);
  expect(others).toEqual([]);
  expect(simplified).toEqual({
    loc: 'https://news.example/news/city/2026/11/23/story-1',
    lastmod: '2026-11-23T01:00:00Z',
    alternates: {
      'zh-Hans': 'https://news.example/news/city/2026/11/23/story-1',
      'zh-Hant': 'https://news.example/zh-hant/news/city/2026/11/23/story-1',
      'x-default': 'https://news.example/news/city/2026/11/23/story-1',
    },
    pictures: ['https://news.example/media/aaaaaaaaaaaaaaaa-1600.jpg'],
  });
  expect(traditional?.loc).toBe('https://news.example/zh-hant/news/city/2026/11/23/story-1');
  expect(traditional?.alternates).toEqual(simplified?.alternates);
  const english = articleUrls(cardNumber(2, { language: 'en', picture: null }), paper);
  expect(english.map(({ loc, alternates, pictures }) => [loc, alternates, pictures])).toEqual([
    ['https://news.example/en/news/city/2026/11/23/story-2', null, []],
  ]);
});

test('an article changed when it was updated or corrected, whichever was later', () => {
  const changed = (over: object) => articleUrls(cardNumber(1, over), paper)[0]?.lastmod;
  const [updatedAt, correctedAt] = ['2026-11-23T05:00:00Z', '2026-11-23T06:00:00Z'];
  expect(changed({ updatedAt })).toBe(updatedAt);
  expect(changed({ updatedAt, correctedAt })).toBe(correctedAt);
});

test('what stands in addresses and words is escaped', () => {
  const xml = sitemap([{ loc: `${origin}/?a&b`, lastmod: null, alternates: null, pictures: [] }]);
  expect(xml).toContain('<url><loc>https://news.example/?a&amp;b</loc></url>');
  expect(sitemapIndex([{ loc: `${origin}/sitemap-1.xml`, lastmod: '2026-11-23T01:00:00Z' }])).toContain(
    '<sitemap><loc>https://news.example/sitemap-1.xml</loc><lastmod>2026-11-23T01:00:00Z</lastmod></sitemap>',
  );
});

test('the news sitemap names languages as Google knows them, and times with the offset of the site', () => {
  const of = (language: 'zh-Hans' | 'zh-Hant' | 'en') =>
    newsSitemap([cardNumber(1, { headline: '<桥>' })], site, pageOf(null, language).edition, origin);
  expect(of('zh-Hans')).toContain('<news:name>岸报</news:name><news:language>zh-cn</news:language>');
  expect(of('zh-Hant')).toContain('<news:language>zh-tw</news:language>');
  expect(of('en')).toContain('<news:name>The Bank</news:name><news:language>en</news:language>');
  expect(of('zh-Hans')).toContain(
    '<news:publication_date>2026-11-23T09:00:00+08:00</news:publication_date><news:title>&lt;桥&gt;</news:title>',
  );
});
