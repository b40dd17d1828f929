import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Conversion } from './conversion.ts';
import { scriptOf, wrongCharacters } from './wrong-script.ts';

test('characters of the other script are found, those of both pass', () => {
  expect(wrongCharacters('頭发在裡面，后来 Fa', 'zh-Hant')).toEqual(['发', '来']);
  expect(wrongCharacters('头髮后来乾隆著作', 'zh-Hans')).toEqual(['髮']);
  expect(wrongCharacters('髮发', 'en')).toEqual([]);
});

test('the script of a text is told by the characters only one script has', () => {
  expect(scriptOf('发现')).toBe('zh-Hans');
  expect(scriptOf('發現')).toBe('zh-Hant');
  expect(scriptOf('本市')).toBeNull();
});

/** The articles of the sample edition: a hundred thousand characters of prose in Simplified script. */
const samples = readdirSync(join(import.meta.dirname, '../../sample/articles'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(join(import.meta.dirname, '../../sample/articles', name), 'utf8'))
  .filter((text) => text.includes('lang: zh-Hans'));

test.each(['zh-Hant', 'zh-Hant-TW', 'zh-Hant-HK'] as const)('no Simplified character is left in %s', (target) => {
  const conversion = new Conversion(target);
  const left = samples.flatMap((text) => wrongCharacters(conversion.text(text), 'zh-Hant'));
  expect(samples.join('').length).toBeGreaterThan(100_000);
  expect(left).toEqual([]);
});

test('there and back again a text has at most one character in ten thousand of the other script, and reads the same', () => {
  const traditional = new Conversion('zh-Hant');
  const simplified = new Conversion('zh-Hans');
  let different = 0;
  for (const text of samples) {
    const back = simplified.text(traditional.text(text));
    expect(wrongCharacters(back, 'zh-Hans')).toEqual([]);
    const characters = [...back];
    if (back.length === text.length) different += [...text].filter((c, at) => c !== characters[at]).length;
    else different += 100;
  }
  expect(different / samples.join('').length).toBeLessThan(0.001);
});
