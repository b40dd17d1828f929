import { expect, test } from 'vitest';
import { hasConcealedMarks, lookalikesIn } from './lookalikes.ts';

test('letters of two alphabets in one word are named', () => {
  expect(lookalikesIn('\u0410pple 发布新手机', '')).toBe('“\u0410pple” mixes Latin and Cyrillic letters');
  expect(lookalikesIn('G\u03bf\u03bfgle', '')).toMatch(/Latin and Greek/);
});

test('a word that only looks Latin is named, unless the text is honestly in that alphabet', () => {
  expect(lookalikesIn('\u0440\u0430\u0443\u0440\u0430 宕机', '支付平台宕机两小时。')).toMatch(
    /looks Latin and is spelled in Cyrillic/,
  );
  expect(
    lookalikesIn(
      '\u041e\u043d\u0430',
      '\u041e\u043d\u0430 \u043f\u0440\u0438\u0448\u043b\u0430 \u0434\u043e\u043c\u043e\u0439.',
    ),
  ).toBeNull();
});

test('letters in fancy dress are named', () => {
  expect(lookalikesIn('\u{1d401}\u{1d422}\u{1d41d}\u{1d41e}\u{1d427}', '')).toMatch(/only look like/);
});

test('Chinese, Japanese and Korean with Latin, and any one alphabet, are not odd', () => {
  for (const line of [
    '苹果iPhone发布',
    'NHKニュース',
    '삼성 Galaxy',
    'Москва встречает гостей',
    'Ελλάδα',
    'naïve café',
    '5G和AI',
    'PM2.5爆表',
  ])
    expect(lookalikesIn(line, line)).toBeNull();
});

test('marks that turn or hide text are seen', () => {
  expect(hasConcealedMarks('安全\u202e示警')).toBe(true);
  expect(hasConcealedMarks('安\u200b全')).toBe(true);
  expect(hasConcealedMarks('安全')).toBe(false);
});
