import { expect, test } from 'vitest';
import { fold, indexTerms, wordRuns } from './fold.ts';

test('both scripts, both widths and both cases fold to one form of the same length', () => {
  expect(fold('湖畔工會ＡＢｃ１')).toBe('湖畔工会abc1');
  for (const text of ['頭髮發展', 'İstanbul', '𠮷野家', 'ﬃ', 'ẞ', '\u{1f600}'])
    expect(fold(text)).toHaveLength(text.length);
});

test('a run of Han characters becomes overlapping pairs, the last character alone', () => {
  expect(indexTerms(fold('工會，Tram 2號線'))).toBe('工会 会 tram 2 号线 线');
});

test('operators and quotes of a query language are no words', () => {
  expect(wordRuns('"工会" * (^) -')).toEqual([{ text: '工会', isHan: true }]);
});
