import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { pageOf } from '../Page/page.fixture.ts';
import { Pager } from './Pager.tsx';

const page = pageOf({ page: 'section', section: 'news', number: 3 });

test('a middle page leads both ways and back to the latest', () => {
  const links = { newer: '/news/page/4', older: '/news/page/2', latest: '/news', number: 3 };
  const html = renderToStaticMarkup(<Pager page={page} links={links} />);
  expect(html).toContain('href="/news/page/4" rel="prev"');
  expect(html).toContain('href="/news/page/2" rel="next"');
  expect(html).toContain('<a href="/news">回到最新</a>');
  expect(html).toContain('<span aria-current="page">第 3 页</span>');
});

test('a list of one page has no pager', () => {
  const links = { newer: null, older: null, latest: null, number: null };
  expect(renderToStaticMarkup(<Pager page={page} links={links} />)).toBe('');
});
