import { Converter } from 'opencc-js';
import { expect, test } from 'vitest';
import { languages } from '../article/record.ts';
import { type Catalogue, catalogueFor } from './catalogue.ts';
import { convertText, inScript } from './script.ts';

test('words are converted by phrase, not by character', () => {
  expect(convertText('理发店里的头发，干部发展', 'zh-Hans', 'zh-Hant')).toBe('理髮店裡的頭髮，幹部發展');
  expect(convertText('皇后乾隆，乾燥之後', 'zh-Hant', 'zh-Hans')).toBe('皇后乾隆，干燥之后');
  expect(convertText('news 新闻', 'en', 'zh-Hant')).toBe('news 新闻');
});

test('a record changes its words and nothing else', () => {
  const record = {
    headline: '头条',
    path: '/news/头',
    slug: '头',
    body: {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: '头发', marks: [{ type: 'link', attrs: { href: 'https://example.org/头' } }] },
          ],
        },
      ],
    },
    media: null,
    n: 3,
  };
  const shown = inScript(record, 'zh-Hans', 'zh-Hant');
  expect(JSON.stringify(shown)).toBe(
    JSON.stringify(record).replace('"headline":"头条"', '"headline":"頭條"').replace('"text":"头发"', '"text":"頭髮"'),
  );
  expect(inScript(record, 'zh-Hans', 'zh-Hans')).toBe(record);
});

const spoken = (catalogue: Catalogue): string[] =>
  Object.values(catalogue).map((entry) =>
    typeof entry === 'function' ? (entry as (value: never) => string)('' as never) : entry,
  );

test('no interface word stands in the wrong script, is empty, or was left in Chinese', () => {
  const simplify = Converter({ from: 't', to: 'cn' });
  const traditional = Converter({ from: 'cn', to: 'tw' });
  for (const word of spoken(catalogueFor('zh-Hans'))) expect(simplify(word)).toBe(word);
  for (const word of spoken(catalogueFor('zh-Hant'))) expect(traditional(word)).toBe(word);
  for (const word of spoken(catalogueFor('en'))) expect(word).not.toMatch(/\p{Script=Han}/u);
  for (const language of languages)
    for (const entry of Object.values(catalogueFor(language))) expect(entry).toBeTruthy();
});
