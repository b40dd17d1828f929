import { expect, test } from 'vitest';
import { languages } from '../article/record.ts';
import { catalogueFor } from './catalogue.ts';
import { wrongCharacters } from './script/wrong-script.ts';

/** Every entry as a reader sees it; entries with something put in get a number. */
const spoken = (catalogue: object): [string, string][] =>
  Object.entries(catalogue).flatMap(([key, entry]): [string, string][] => {
    if (typeof entry === 'object') return spoken(entry);
    return [[key, typeof entry === 'function' ? String(entry('3')) : entry]];
  });

test('no interface word stands in the wrong script', () => {
  for (const language of ['zh-Hans', 'zh-Hant'] as const)
    for (const [key, word] of spoken(catalogueFor(language))) expect(wrongCharacters(word, language), key).toEqual([]);
});

test('no interface word is missing or was left in another language', () => {
  const keys = Object.keys(catalogueFor('zh-Hans'));
  for (const language of languages) {
    expect(Object.keys(catalogueFor(language))).toEqual(keys);
    for (const [key, word] of spoken(catalogueFor(language))) expect(word.trim(), key).not.toBe('');
  }
  for (const [key, word] of spoken(catalogueFor('en'))) expect(word, key).not.toMatch(/\p{Script=Han}/u);
  for (const language of ['zh-Hans', 'zh-Hant'] as const)
    for (const [key, word] of spoken(catalogueFor(language))) expect(word, key).not.toMatch(/[a-z]{3}/i);
});
