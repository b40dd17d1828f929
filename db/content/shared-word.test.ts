import { expect, test } from 'vitest';
import { termsOf } from '../../article/keywords.ts';
import type { LanguageGroup } from '../../article/lists.ts';
import type { Card } from '../../article/record.ts';
import { sharedWord } from './shared-word.ts';

const card = (headline: string, language: Card['language'] = 'zh-Hans') => ({ headline, language }) as Card;
/** The terms of words, the first the most telling. */
const salientIn = (group: LanguageGroup, ...words: string[]) =>
  words.flatMap((word, place) => [...termsOf(word, group)].map((term) => ({ term, said: 1, salience: 9 - place })));
const salient = (...words: string[]) => salientIn('zh', ...words);

test('the word is the most telling one of the headline that the other article speaks of', () => {
  expect(sharedWord(card('码头上的渡船'), salient('码头', '渡船'))).toBe('码头');
  expect(sharedWord(card('码头上的渡船'), salient('渡船', '码头'))).toBe('渡船');
});

test('it is written as the headline writes it', () => {
  expect(sharedWord(card('工會的一天', 'zh-Hant'), salient('工会'))).toBe('工會');
});

test('there is none when the headline has nothing of it, or only a part of a word', () => {
  expect(sharedWord(card('球赛踢平'), salient('工会'))).toBeNull();
  expect(sharedWord(card('会'), salient('工会'))).toBeNull();
});

test('an article about the tram has more in common with another than the word “the”', () => {
  const ferry = card('The last ferry before the tram', 'en');
  expect(sharedWord(ferry, salientIn('en', 'the', 'before', 'tram'))).toBe('tram');
  expect(sharedWord(ferry, salientIn('en', 'the', 'before'))).toBeNull();
});
