import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { cardNumber, pageOf } from '../Page/page.fixture.ts';
import { RankedSection } from './RankedSection.tsx';
import { RankingPage } from './RankingPage.tsx';

const cards = [1, 2, 3].map((number) => cardNumber(number));
const links = (html: string) => Array.from(html.matchAll(/href="([^"]*)"/g), ([, href]) => href);

test('a ranking lists articles in order, under ways to the other windows and sections', () => {
  const page = pageOf({ page: 'ranking', order: 'day', section: null });
  const html = renderToStaticMarkup(<RankingPage page={page} order="day" section={null} cards={cards} />);
  expect(Array.from(html.matchAll(/<li[^>]*><h2><a[^>]*>([^<]*)/g), ([, text]) => text)).toEqual([
    '第1条',
    '第2条',
    '第3条',
  ]);
  expect(links(html)).toEqual(
    expect.arrayContaining(['/ranking', '/ranking/hour', '/ranking/week', '/ranking/rising']),
  );
  expect(links(html)).toEqual(expect.arrayContaining(['/ranking/day/news', '/ranking/day/life']));
  expect(html).toContain('<a href="/ranking" aria-current="page">24 小时</a>');
});

test('a section’s ranking leads to those of its subsections, by the same window', () => {
  const page = pageOf({ page: 'ranking', order: 'rising', section: 'news' }, 'en');
  const html = renderToStaticMarkup(<RankingPage page={page} order="rising" section="news" cards={cards} />);
  expect(html).toContain('<h1>Most read in News</h1>');
  expect(links(html)).toContain('/en/ranking/rising/news/city');
  expect(links(html)).toContain('/en/ranking/hour/news');
});

test('a ranking without articles says so', () => {
  const page = pageOf({ page: 'ranking', order: 'hour', section: null });
  expect(renderToStaticMarkup(<RankingPage page={page} order="hour" section={null} cards={[]} />)).toContain(
    '这里还没有文章',
  );
});

test('the front of a ranking section is its ranking, with the way to its older articles', () => {
  const page = pageOf({ page: 'section', section: 'news', number: null });
  const section = { path: 'news', names: { 'zh-Hans': '要闻' }, ranking: true };
  const pager = { number: null, older: '/news/page/3', newer: null, latest: null };
  const html = renderToStaticMarkup(<RankedSection page={page} section={section} cards={cards} pager={pager} />);
  expect(html).toContain('<h1>要闻</h1>');
  expect(html).toContain('<ol');
  expect(links(html)).toEqual(expect.arrayContaining(['/ranking/hour/news', '/news/page/3']));
});
