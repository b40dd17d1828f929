import { expect, test } from 'vitest';
import { fold, wordRuns } from './fold.ts';

test('both scripts, both widths and both cases fold to one form of the same length', () => {
  expect(fold('湖畔工會ＡＢｃ１')).toBe('湖畔工会abc1');
  for (const text of ['頭髮發展', 'İstanbul', '𠮷野家', 'ﬃ', 'ẞ', '\u{1f600}', '\u0000'])
    expect(fold(text)).toHaveLength(text.length);
});

test.each([
  ['後', '后'],
  ['裏裡里', '里里里'],
  ['著着', '着着'],
  ['乾幹干', '干干干'],
  ['衞衛卫', '卫卫卫'],
  ['嚐嘗尝', '尝尝尝'],
  ['瞭了', '了了'],
  ['Café ÉCOLE', 'cafe ecole'],
])('%s folds to %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('operators and quotes of a query language are no words', () => {
  expect(wordRuns('"工会" * (^) -')).toEqual([{ text: '工会', isHan: true, at: 1 }]);
});

test('runs of Han and words of other scripts are told apart, characters of two units kept whole', () => {
  const runs = wordRuns('h7n9禽流感，𠮷野家 Ελλάδα\ud842');
  expect(runs.map(({ text, isHan }) => [text, isHan])).toEqual([
    ['h7n9', false],
    ['禽流感', true],
    ['𠮷', false],
    ['野家', true],
    ['Ελλάδα', false],
  ]);
});
