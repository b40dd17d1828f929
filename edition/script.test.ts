import { expect, test } from 'vitest';
import type { Inline } from '../article/body.ts';
import { scriptFor } from './script.ts';
import { type Edition, emptySite, nameIn } from './site.ts';

const site = {
  ...emptySite,
  glossary: { 'zh-Hant': { 潮州里: '潮州里', 信息港: '資訊港' }, 'zh-Hans': { 資訊港: '信息港' } },
};
const traditional: Edition = { language: 'zh-Hant', prefix: '/zh-hant' };
const simplified: Edition = { language: 'zh-Hans', prefix: '' };
const script = scriptFor(site, traditional);
const inTraditional = (text: string) => script.text(text, 'zh-Hans');
const inSimplified = (text: string) => scriptFor(site, simplified).text(text, 'zh-Hant');

test('words are converted by phrase, not by character', () => {
  expect(inTraditional('理发店里的头发，干部发展')).toBe('理髮店裡的頭髮，幹部發展');
  expect(inSimplified('皇后乾隆，乾燥之後')).toBe('皇后乾隆，干燥之后');
  expect(script.text('news 新闻', 'en')).toBe('news 新闻');
  expect(inTraditional('一个中国人在台湾的一间素面馆')).toBe('一個中國人在台灣的一間素麵館');
});

test('an edition with a region has the words of its region, one without has everybody’s', () => {
  const inRegion = (region: 'TW' | 'HK') => scriptFor(site, { ...traditional, region }).text('软件和出租车', 'zh-Hans');
  expect(inTraditional('软件和出租车')).toBe('軟件和出租車');
  expect(inRegion('TW')).toBe('軟體和計程車');
  expect(inRegion('HK')).toContain('軟件');
});

test('the glossary of the newsroom wins over the dictionaries, the longest term first', () => {
  expect(inTraditional('潮州里的信息港，信息里')).toBe('潮州里的資訊港，信息裡');
  expect(inSimplified('資訊港的資訊')).toBe('信息港的资讯');
  const regional = { ...site, glossary: { 'zh-Hant': { 甲发: '甲發', 乙: '乙甲' }, 'zh-Hant-TW': { 甲发: '甲髮' } } };
  expect(scriptFor(regional, { ...traditional, region: 'TW' }).text('甲发乙', 'zh-Hans')).toBe('甲髮乙甲');
});

test.each([
  'https://zh.example.org/wiki/发现?q=发#发',
  '`发布.sh`',
  'She said “no” and ‘never’',
  '駅前の売店で買うもの',
])('%s stays as it is in a sentence that is converted', (kept) => {
  expect(inTraditional(`发现 ${kept}，发现`)).toBe(`發現 ${kept}，發現`);
});

test('quotation marks follow the script, an apostrophe is none', () => {
  expect(inTraditional('他说：“西安是‘Xi’an’，不是‘西鞍’。”')).toBe('他說：「西安是『Xi’an』，不是『西鞍』。」');
  expect(inTraditional('“第一段没有关')).toBe('「第一段沒有關');
  expect(inTraditional('全文 (It’s “fine”.)')).toBe('全文 (It’s “fine”.)');
  expect(inSimplified('他說：「西安是『長安』。」')).toBe('他说：“西安是‘长安’。”');
});

test('a phrase is one phrase across marks, and what is marked stays marked', () => {
  const bold = { type: 'bold' } as const;
  const content: Inline[] = [
    { type: 'text', text: '他的头' },
    { type: 'text', text: '发', marks: [bold] },
    { type: 'hardBreak' },
    { type: 'text', text: '互联' },
    { type: 'text', text: '网的发展', marks: [bold] },
  ];
  expect(script.show(content, 'zh-Hans')).toEqual([
    { type: 'text', text: '他的頭' },
    { type: 'text', text: '髮', marks: [bold] },
    { type: 'hardBreak' },
    { type: 'text', text: '互聯' },
    { type: 'text', text: '網的發展', marks: [bold] },
  ]);
  const taiwan = scriptFor(site, { ...traditional, region: 'TW' }).show(content, 'zh-Hans');
  expect(taiwan.map((node) => ('text' in node ? node.text : '/')).join('')).toBe('他的頭髮/網際網路的發展');
  expect(
    script.show(
      [
        { text: '理', mark: false },
        { text: '发', mark: true },
      ],
      'zh-Hans',
    )[1],
  ).toEqual({ text: '髮', mark: true });
});

test('what is marked verbatim stays and says in which language it is', () => {
  const content: Inline[] = [
    { type: 'text', text: '原文是' },
    { type: 'text', text: '发现了', marks: [{ type: 'verbatim', attrs: { lang: null } }] },
    { type: 'text', text: '国', marks: [{ type: 'verbatim', attrs: { lang: 'ja' } }] },
    { type: 'text', text: '发现' },
  ];
  expect(script.show(content, 'zh-Hans')).toEqual([
    content[0],
    { type: 'text', text: '发现了', marks: [{ type: 'verbatim', attrs: { lang: 'zh-Hans' } }] },
    content[2],
    { type: 'text', text: '發現' },
  ]);
});

test('a record changes its words and nothing else', () => {
  const record = {
    headline: '头条',
    path: '/news/头',
    slug: '头',
    authors: [{ slug: 'fan', name: '范发' }],
    tags: [{ slug: 'fan', name: '范发' }],
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
  const expected = JSON.stringify(record)
    .replace('"headline":"头条"', '"headline":"頭條"')
    .replace('"text":"头发"', '"text":"頭髮"')
    .replace('范发', '范發')
    .replace('范发', '範發');
  expect(JSON.stringify(script.show(record, 'zh-Hans'))).toBe(expected);
  expect(script.show(record, 'zh-Hant')).toBe(record);
});

test('a name stored without a language is converted when its characters are of the other script', () => {
  expect(script.showName({ slug: 'a', name: '经济' })).toEqual({ slug: 'a', name: '經濟' });
  expect(script.showName({ name: '後里區' })).toEqual({ name: '後里區' });
  expect(script.showPerson([{ name: '范里' }, { name: '于发' }])).toEqual([{ name: '范裡' }, { name: '于發' }]);
  expect(scriptFor(site, { language: 'en', prefix: '/en' }).showName({ name: '经济' })).toEqual({ name: '经济' });
});

test('what a newsroom wrote of itself in one script only is derived for the other', () => {
  const half = { ...site, name: { 'zh-Hans': '岸边报' }, sections: [{ path: 'life', names: { 'zh-Hans': '发现' } }] };
  const shown = script.site(half);
  expect(nameIn(shown.name, 'zh-Hant')).toBe('岸邊報');
  expect(shown.sections[0]?.names).toEqual({ 'zh-Hans': '发现', 'zh-Hant': '發現' });
  const whole = script.site({ ...half, name: { 'zh-Hans': '岸边报', 'zh-Hant': '岸報' } });
  expect(nameIn(whole.name, 'zh-Hant')).toBe('岸報');
});
