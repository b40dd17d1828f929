import { expect, test } from 'vitest';
import type { ArticleRecord } from './record.ts';
import { indexTerms, piecesOf, termsOf } from './search-terms.ts';

const terms = (text: string) => text.split(' ').filter(Boolean).sort();

test('Han characters and neighbouring pairs are terms, each once, and none reaches over punctuation', () => {
  expect(terms(indexTerms('工会，工会法'))).toEqual(['会', '会法', '工', '工会', '法'].sort());
});

test('words of other scripts are terms whole, by their stem, and in parts where letters meet digits', () => {
  expect(terms(indexTerms('h7n9 trams 2号线'))).toEqual(
    ['2', '7', '9', 'h', 'h7n9', 'n', 'tram', 'trams', '号', '号线', '线'].sort(),
  );
});

test('a text of many distinct characters keeps them all', () => {
  const text = Array.from({ length: 20_000 }, (_, index) => String.fromCharCode(0x3400 + index)).join('');
  expect(terms(indexTerms(text))).toHaveLength(39_999);
});

test('no text gives no terms', () => {
  expect(indexTerms('')).toBe('');
  expect(terms(indexTerms('，。！'))).toEqual([]);
});

test('longer Latin words have pieces, which no word can be mistaken for', () => {
  expect(piecesOf('tram donut')).toEqual(['·tra', '·ram', '·don', '·onu', '·nut']);
  expect(piecesOf('abc 工会')).toEqual([]);
});

const record = {
  language: 'zh-Hant',
  section: 'news/city',
  headline: '湖畔工會',
  kicker: '長讀',
  standfirst: '歇腳',
  authors: [{ slug: 'lin-yuan', name: '林遠' }],
  source: { slug: 'gong-bao', name: '工報', url: null },
  tags: [{ slug: 'huan-wei', name: '環衛' }],
  publishedAt: '2023-06-07T07:25:47Z',
  lead: { media: null, src: null, alt: '', caption: '驛站', credit: '' },
  body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '喝水。' }] }] },
} as unknown as ArticleRecord;

test('an article is found by headline, kicker, names, standfirst, captions and body, folded', () => {
  const { head, text } = termsOf(record);
  for (const term of ['湖畔', '工会', '长读', '林远', '工报', '环卫']) expect(terms(head)).toContain(term);
  for (const term of ['湖畔', '林远', '环卫', '歇脚', '驿站', '喝水']) expect(terms(text)).toContain(term);
  expect(terms(head)).not.toContain('喝水');
});

test('a search can be narrowed to group, section, author, source and month', () => {
  const { head, text } = termsOf(record);
  const filters = ['§zh', '§snews', '§snews⁄city', '§alin‐yuan', '§ogong‐bao', '§m2023‐06', '§y2023'];
  for (const filter of filters) {
    expect(terms(head)).toContain(filter);
    expect(terms(text)).toContain(filter);
  }
});
