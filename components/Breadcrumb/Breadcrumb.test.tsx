import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { pageOf } from '../Page/page.fixture.ts';
import { Breadcrumb } from './Breadcrumb.tsx';
import { crumbsToArchive, crumbsToArticle, crumbsToFront, crumbsToSection } from './crumbs.ts';

const page = pageOf({ page: 'article', path: '/news/city/2023/06/07/bridge' });

test('an article is reached from the front through its section and the section above', () => {
  expect(crumbsToArticle(page, 'news/city')).toEqual([
    { name: '首页', href: '/' },
    { name: '要闻', href: '/news' },
    { name: '本市', href: '/news/city' },
    { name: '正文', href: null },
  ]);
});

test('the last step is the page itself and no link', () => {
  const html = renderToStaticMarkup(<Breadcrumb page={page} crumbs={crumbsToSection(page, 'news/city')} />);
  expect(html).toContain('aria-label="当前位置"><ol><li><a href="/">首页</a></li>');
  expect(html).toContain('<li><span aria-current="page">本市</span></li></ol>');
});

test('a day of the archive is reached through its year and its month', () => {
  expect(crumbsToArchive(page, { year: 2023, month: 6, day: 7 })).toEqual([
    { name: '首页', href: '/' },
    { name: '往期', href: '/archive' },
    { name: '2023年', href: '/archive/2023' },
    { name: '2023年6月', href: '/archive/2023/06' },
    { name: '2023年6月7日', href: null },
  ]);
  expect(crumbsToArchive(page)).toEqual([
    { name: '首页', href: '/' },
    { name: '往期', href: null },
  ]);
});

test('the front page stands alone in its breadcrumb', () => {
  expect(crumbsToFront(page)).toEqual([{ name: '首页', href: null }]);
});

test('addresses carry the prefix of the edition', () => {
  const english = pageOf(page.route, 'en');
  expect(crumbsToSection(english, 'news/city')[1]).toEqual({ name: 'News', href: '/en/news' });
});
