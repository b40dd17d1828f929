import { expect, test } from 'vitest';
import { indexTerms } from './search-terms.ts';

const terms = (text: string) => indexTerms(text).split(' ').filter(Boolean).sort();

test('Han characters and neighbouring pairs are terms, each once, and none reaches over punctuation', () => {
  expect(terms('工会，工会法')).toEqual(['会', '会法', '工', '工会', '法'].sort());
});

test('words of other scripts are terms whole, and in parts where letters meet digits', () => {
  expect(terms('h7n9 tram 2号线')).toEqual(['2', '7', '9', 'h', 'h7n9', 'n', 'tram', '号', '号线', '线'].sort());
});

test('a text of many distinct characters keeps them all', () => {
  const text = Array.from({ length: 20_000 }, (_, index) => String.fromCharCode(0x3400 + index)).join('');
  expect(terms(text)).toHaveLength(39_999);
});

test('no text gives no terms', () => {
  expect(indexTerms('')).toBe('');
  expect(terms('，。！')).toEqual([]);
});
