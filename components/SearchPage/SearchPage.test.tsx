import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { type SearchScope, wholeSite } from '../../edition/paths.ts';
import { cardNumber, pageOf } from '../Page/page.fixture.ts';
import { SearchPage, type SearchResult } from './SearchPage.tsx';

const result = (headline: string, whole: boolean): SearchResult => ({
  card: cardNumber(whole ? 1 : 2, { headline, picture: null }),
  headline: [{ text: headline, mark: true }],
  snippet: [{ text: '正文', mark: false }],
  whole,
});

type Given = { count?: number; more?: boolean; results?: SearchResult[]; query?: string; scope?: Partial<SearchScope> };

function shown({ count = 1, more = false, results = [], query = '大桥', scope: given = {} }: Given): string {
  const scope = { ...wholeSite, ...given };
  const page = pageOf({ page: 'search', query, number: null, scope });
  return renderToStaticMarkup(<SearchPage {...{ page, query, scope, results, count, more }} suggestions={[]} />);
}

test('what holds only a part of the query stands below a line that says so, and is not counted', () => {
  const html = shown({ results: [result('whole', true), result('part', false)] });
  expect(html).toContain('1 篇');
  const [above, below] = html.split('以下只含其中一部分');
  expect(above).toContain('>whole<');
  expect(above).not.toContain('>part<');
  expect(below).toContain('>part<');
  expect(shown({ results: [result('whole', true)] })).not.toContain('以下只含其中一部分');
});

test('what was not counted to its end says that there is more', () => {
  expect(shown({ count: 268, more: true })).toContain('超过 200 篇');
  expect(shown({ count: 41 })).toContain('41 篇');
  expect(shown({ count: 200, more: true, scope: { before: 7 } })).toContain('更早的文章');
  expect(shown({ count: 0 })).toContain('没有找到');
  expect(shown({ count: 0, query: '' })).toContain('输入词语');
});

test('days are fields of the form in the masthead, beside what the search is narrowed to', () => {
  const html = shown({ scope: { section: 'news', from: '2026-02-01', sort: 'newest', before: 7 } });
  expect(html).toMatch(/<input type="date" form="search"[^>]* name="from" value="2026-02-01"/);
  expect(html).toContain('<input type="hidden" form="search" name="section" value="news"/>');
  // Another choice begins at the newest again.
  expect(html).not.toContain('before=');
});

test('no words of the visitor stand in it', () => {
  expect(shown({ query: '加微信' }).replaceAll(/href="[^"]*"/g, '')).not.toContain('加微信');
});
