import { renderToStaticMarkup } from 'react-dom/server';
import type { Thing } from 'schema-dts';
import { expect, test } from 'vitest';
import { ArticlePage } from '../ArticlePage/ArticlePage.tsx';
import { Breadcrumb } from '../Breadcrumb/Breadcrumb.tsx';
import { crumbsToArticle } from '../Breadcrumb/crumbs.ts';
import { bodyOf, cardNumber, pageOf, recordOf } from '../Page/page.fixture.ts';
import { breadcrumbList } from './breadcrumb-list.ts';
import { itemList } from './item-list.ts';
import { newsArticle } from './news-article.ts';
import { profilePage } from './profile-page.ts';
import { publisherInFull, webSite } from './publisher.ts';
import { StructuredData } from './StructuredData.tsx';

type Read = Record<string, unknown>;

const page = pageOf({ page: 'article', path: '/news/city/2023/06/07/bridge' });
const picture = { media: 'a'.repeat(16), src: null, alt: '桥', caption: '', credit: '' };
const record = recordOf({
  standfirst: '导语',
  updatedAt: '2023-06-07T09:00:01Z',
  lead: picture,
  media: { [picture.media]: { width: 2_000, height: 1_500 } },
  tags: [{ slug: 'qiao', name: '桥' }],
  corrections: [{ at: '2023-06-08T00:00:00Z', text: '主跨应为 460 米。' }],
});
/** As a machine reads it: out of the page and back from JSON. */
function read(...things: Thing[]): Read[] {
  const html = renderToStaticMarkup(<StructuredData things={things} />);
  const [, json = ''] = /^<script type="application\/ld\+json">(.*)<\/script>$/s.exec(html) ?? [];
  return JSON.parse(json)['@graph'];
}

test('an article says to machines what its page says to readers', () => {
  const [article] = read(newsArticle(page, record));
  expect(article).toEqual({
    '@type': 'NewsArticle',
    url: 'https://news.example/news/city/2023/06/07/bridge',
    mainEntityOfPage: 'https://news.example/news/city/2023/06/07/bridge',
    headline: '桥通了',
    image: ['16x9', '4x3', '1x1'].map((shape) => `https://news.example/media/${picture.media}-${shape}.jpg`),
    datePublished: '2023-06-07T15:25:47+08:00',
    dateModified: '2023-06-07T17:00:01+08:00',
    author: [{ '@type': 'Person', name: '林远', url: 'https://news.example/author/lin' }],
    publisher: {
      '@type': 'NewsMediaOrganization',
      '@id': 'https://news.example/#publisher',
      name: '岸报',
      url: 'https://news.example/',
      logo: 'https://news.example/icon-512.png',
    },
    sourceOrganization: { '@type': 'Organization', name: '中工网', url: 'https://news.example/source/zgw' },
    isBasedOn: 'https://source.example/1',
    inLanguage: 'zh-Hans',
    articleSection: ['要闻', '本市'],
    keywords: ['桥'],
    correction: [
      { '@type': 'CorrectionComment', text: '主跨应为 460 米。', datePublished: '2023-06-08T08:00:00+08:00' },
    ],
  });
  const visible = renderToStaticMarkup(
    <ArticlePage page={page} record={record} recommended={[]} previous={null} next={null} />,
  );
  for (const value of ['桥通了', '导语', '林远', '中工网', '主跨应为 460 米。', 'dateTime="2023-06-07T15:25:47+08:00"'])
    expect(visible).toContain(value);
});

test('without a byline the source is the author, without either the paper; a desk is no person', () => {
  const authorOf = (over: Parameters<typeof recordOf>[0]) => read(newsArticle(page, recordOf(over)))[0]?.author as Read;
  expect(authorOf({ authors: [] })).toMatchObject({ '@type': 'Organization', name: '中工网' });
  expect(authorOf({ authors: [], source: null })).toMatchObject({ '@type': 'NewsMediaOrganization', name: '岸报' });
  expect(authorOf({ authors: [{ slug: 'xhs', name: '新华社' }] })).toMatchObject([{ '@type': 'Organization' }]);
});

test('the breadcrumb is the visible one, step for step', () => {
  const crumbs = crumbsToArticle(page, 'news/city');
  const [list = {}] = read(breadcrumbList(page, crumbs));
  const steps = (list.itemListElement as Read[]).map(({ position, name, item }) => [position, name, item]);
  const visible = renderToStaticMarkup(<Breadcrumb page={page} crumbs={crumbs} />);
  const shown = [...visible.matchAll(/<li>.*?>([^<]+)<\/(?:a|span)><\/li>/g)].map(([, name]) => name);
  expect(steps.map(([, name]) => name)).toEqual(shown);
  expect(steps).toEqual([
    [1, '首页', { '@id': 'https://news.example/' }],
    [2, '要闻', { '@id': 'https://news.example/news' }],
    [3, '本市', { '@id': 'https://news.example/news/city' }],
    [4, '正文', { '@id': 'https://news.example/news/city/2023/06/07/bridge' }],
  ]);
});

test('a front lists what it opens with, and the site says how it is searched and who answers for it', () => {
  const front = pageOf({ page: 'front' }, 'en');
  const cards = Array.from({ length: 30 }, (_, number) => cardNumber(number));
  const [site, publisher, list] = read(webSite(front), publisherInFull(front), itemList(front, cards));
  expect(site?.potentialAction).toMatchObject({
    '@type': 'SearchAction',
    target: { urlTemplate: 'https://news.example/en/search?q={search_term_string}' },
  });
  expect(publisher).toMatchObject({ correctionsPolicy: 'https://news.example/en/corrections', name: 'The Bank' });
  expect(list?.itemListElement).toHaveLength(10);
});

test('an author’s page says who it is about', () => {
  const [profile] = read(profilePage(page, { slug: 'lin', name: '林远', role: '记者', bio: '跑桥。' }));
  expect(profile?.mainEntity).toMatchObject({
    '@type': 'Person',
    name: '林远',
    jobTitle: '记者',
    description: '跑桥。',
  });
});

test('whatever an article holds, its data stays below 3 kB', () => {
  const long = '长'.repeat(1_999);
  const topics = (count: number) => Array.from({ length: count }, (_, n) => ({ slug: `topic-${n}`, name: `名字${n}` }));
  const heavy = recordOf({
    headline: '长'.repeat(60),
    standfirst: long,
    lead: picture,
    media: record.media,
    authors: topics(30),
    tags: topics(30),
    corrections: Array.from({ length: 50 }, () => ({ at: '2023-06-08T00:00:00Z', text: long })),
    body: bodyOf({ type: 'paragraph' }),
  });
  const html = renderToStaticMarkup(
    <StructuredData things={[newsArticle(page, heavy), breadcrumbList(page, crumbsToArticle(page, 'news/city'))]} />,
  );
  expect(Buffer.byteLength(html)).toBeLessThan(3_000);
});

test('no text can end the element it is written in', () => {
  const hostile = '</script><img src=x onerror=alert(1)><!--\u2028';
  const html = renderToStaticMarkup(<StructuredData things={[newsArticle(page, recordOf({ headline: hostile }))]} />);
  expect(html.match(/</g)).toHaveLength(2);
  expect(read(newsArticle(page, recordOf({ headline: hostile })))[0]?.headline).toBe(hostile);
});
