import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Reason } from '../../article/recommendation.ts';
import { cardNumber, pageOf, recordOf } from '../Page/page.fixture.ts';
import { ArticlePage } from './ArticlePage.tsx';

const page = pageOf({ page: 'article', path: '/news/city/2023/06/07/bridge' });
const reasons: Reason[] = [
  { kind: 'pinned' },
  { kind: 'topic', name: '工会' },
  { kind: 'words', name: '二桥' },
  { kind: 'similar' },
  { kind: 'read' },
  { kind: 'period' },
  { kind: 'period' },
  { kind: 'latest' },
];
const recommended = reasons.map((reason, index) => ({
  card: cardNumber(index + 1, index === 2 ? { picture: null } : {}),
  reason,
}));
const render = (record = recordOf()) =>
  renderToStaticMarkup(
    <ArticlePage page={page} record={record} recommended={recommended} previous={cardNumber(9)} next={null} />,
  );
const aside = (html: string) => /<aside.*<\/aside>/s.exec(html)?.[0] ?? '';
const words = (html: string) => html.replace(/<[^>]*>/g, '');

test('the dateline reads as Chinese papers print it: time, then source', () => {
  expect(words(render())).toContain('2023年6月7日 15:25 中工网');
  expect(render()).toContain('<time dateTime="2023-06-07T15:25:47+08:00">');
  expect(render()).toContain('<a href="/source/zgw">中工网</a>');
});

test('a page has one article and one h1', () => {
  const html = render();
  expect(html.match(/<article/g)).toHaveLength(1);
  expect(html.match(/<h1/g)).toHaveLength(1);
});

test('every recommended item leads to this site, with section, time and a picture or its stand-in', () => {
  const items = aside(render()).split('<li').slice(1);
  expect(items).toHaveLength(8);
  for (const item of items) {
    for (const [, href] of item.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^\/news\/city/);
    expect(item).toContain('本市</a>');
    expect(item).toContain('<time');
    expect(item).toMatch(/<img|<b aria-hidden/);
  }
});

test('each recommended item tells why it is there, on demand and without a script', () => {
  const html = aside(render());
  expect(html).toContain('<details><summary>推荐理由</summary></details><ul>');
  const told = Array.from(html.matchAll(/<small>([^<]*)<\/small>/g), ([, text]) => text);
  expect(told).toEqual([
    ...['编辑推荐', '同一话题：工会', '都说到：二桥', '内容相近'],
    ...['今日热读', '同期报道', '同期报道', '最新发布'],
  ]);
});

test('recommended pictures reserve their space and wait until they are near', () => {
  const [image = ''] = /<img[^>]*>/.exec(aside(render())) ?? [];
  expect(image).toContain('width="320" height="200"');
  expect(image).toContain('loading="lazy"');
  // Shown at 112 pixels, the smallest rendition is dense enough for every screen.
  expect(image).not.toContain('srcset');
});

test('corrections are shown with the article', () => {
  const html = render(recordOf({ corrections: [{ at: '2023-06-08T00:00:00Z', text: '应为三米。' }] }));
  expect(words(html)).toContain('更正于 2023年6月8日 08:00应为三米。');
});

test('an update is told only when it came after publication', () => {
  expect(render(recordOf({ updatedAt: '2023-06-07T07:25:47Z' }))).not.toContain('更新于');
  expect(render(recordOf({ updatedAt: '2023-06-07T08:00:00Z' }))).toContain('更新于 2023年6月7日 16:00');
});

test('an article in another language says so, one in the other Chinese script has been converted', () => {
  expect(render(recordOf({ language: 'en' }))).toContain('lang="en"');
  expect(render(recordOf({ language: 'zh-Hant' }))).not.toContain('lang=');
});

test('the opening picture is fetched first', () => {
  const media = 'abcdefabcdefabcd';
  const lead = { media, src: null, alt: '桥', caption: '', credit: '' };
  const html = render(recordOf({ lead, media: { [media]: { width: 2_000, height: 1_000 } } }));
  expect(html).toContain('fetchPriority="high"');
});

test('a Chinese name on an English page says that it is Chinese', () => {
  const english = pageOf({ page: 'article', path: '/news/city/2023/06/07/bridge' }, 'en');
  const record = recordOf({
    language: 'en',
    tags: [{ slug: 'gang-kou', name: '港口' }],
    authors: [{ slug: 'a', name: 'A B' }],
  });
  const html = renderToStaticMarkup(
    <ArticlePage page={english} record={record} recommended={[]} previous={null} next={null} />,
  );
  expect(html).toContain('lang="zh-Hans">港口</a>');
  expect(html).toContain('lang="zh-Hans">中工网</a>');
  expect(html).toContain('rel="author">A B</a>');
});
