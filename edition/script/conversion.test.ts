import { Converter } from 'opencc-js';
import { expect, test } from 'vitest';
import { Conversion } from './conversion.ts';

/** Sentences in which one Simplified character stands for several Traditional ones. */
const sentences = [
  '皇后在太后之后走进理发店，头发干了，干部只有一只船',
  '里程碑立在村里，公里数写在表里，手表和代表都在表示',
  '面粉做面条，面对面吃面，复杂的复习之后恢复了回复',
  '松树下放松，准备批准标准，采访采购，制造制度，冲洗冲突',
  '他系着围巾，关系着系统，联系数据，范围规范，余下的业余时间',
  '北斗与斗争，谷物与山谷，划船与计划，周末一周，征收特征',
  '台风登陆台州，舞台上的台阶，柜台里的电视台',
];

test.each([
  ['zh-Hant-TW', 'twp'],
  ['zh-Hant-HK', 'hkp'],
] as const)('%s reads as OpenCC itself converts, phrase for phrase', (target, to) => {
  const converter = Converter({ from: 'cn', to });
  const conversion = new Conversion(target);
  for (const sentence of sentences) expect(conversion.text(sentence)).toBe(converter(sentence));
});

test('the way back is OpenCC’s too', () => {
  const converter = Converter({ from: 'tw', to: 'cn' });
  const forth = Converter({ from: 'cn', to: 'tw' });
  for (const sentence of sentences)
    expect(new Conversion('zh-Hans').text(forth(sentence))).toBe(converter(forth(sentence)));
});

test('surnames before titles and sounds of foreign names are no words', () => {
  const conversion = new Conversion('zh-Hant');
  expect(conversion.text('余先生和范女士，剩余时间')).toBe('余先生和范女士，剩餘時間');
  expect(conversion.text('作家杰弗里·乔叟在城里')).toBe('作家傑弗里·喬叟在城裡');
  expect(conversion.personName('于里')).toBe('于裡');
  expect(new Conversion('zh-Hant', { 范里: '範里' }).personName('范里')).toBe('範里');
});

test('pieces cover the whole text and say how it was cut', () => {
  const text = '发布 https://example.org/发 的打印机';
  const pieces = new Conversion('zh-Hant-TW').pieces(text);
  expect(pieces.reduce((sum, piece) => sum + piece.length, 0)).toBe(text.length);
  expect(pieces.map((piece) => piece.text).join('')).toBe('釋出 https://example.org/发 的印表機');
});
