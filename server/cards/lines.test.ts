import { expect, test } from 'vitest';
import { linesOf, wordsOf } from './lines.ts';

/** Every character one unit wide. */
const broken = (text: string, width: number) =>
  linesOf(
    wordsOf(text).map((word) => ({ text: word, width: [...word].length })),
    width,
  ).map((line) => line.map(({ text: word }) => word).join(''));

test('a line breaks between words, and never before a closing mark or behind an opening one', () => {
  expect(broken('桥通了，桐江大桥', 4)).toEqual(['桥通了，', '桐江大桥']);
  expect(broken('候鸟到了，湿地关闭', 6)).toEqual(['候鸟到了，', '湿地关闭']);
  for (const line of broken('他说：“桥通了。”然后（又）走了', 5)) {
    expect(line).not.toMatch(/^[，。：”）]/);
    expect(line).not.toMatch(/[“（]$/);
  }
});

test('words and numbers stay whole', () => {
  expect(wordsOf('耗资1,250万元的 Dateline')).toEqual(expect.arrayContaining(['1,250', 'Dateline', ' ']));
  expect(broken('The ferry returns', 9)).toEqual(['The ferry', 'returns']);
});

test('lines are as even as they can be', () => {
  expect(broken('aa bb cc dd', 9)).toEqual(['aa bb', 'cc dd']);
});

test('what is wider than a line stands in one of its own', () => {
  expect(broken('看 antidisestablishmentarianism 了', 10)).toEqual(['看', 'antidisestablishmentarianism', '了']);
});
