import { cpSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Articles beside the sample edition, so that every template has a page at a known address in every language. */

type Written = 'zh-Hans' | 'en';
export type ArticleFile = { name: string; text: string };

/** Of the sample edition. */
const pictures = ['harbor-dawn.jpg', 'citrus-orchard.jpg', 'chart-transit.jpg', 'map-districts.jpg'];
/** More than one page of a list holds. */
const bulletins = 34;

export function fixtureArticles(): ArticleFile[] {
  return (['zh-Hans', 'en'] as const).flatMap((language) => [
    ...Array.from({ length: bulletins }, (_, index) => bulletin(language, index + 1)),
    ...(['standard', 'longread', 'gallery'] as const).map((layout) => everything(language, layout)),
    withdrawn(language),
  ]);
}

export function writeArticles(folder: string, files: readonly ArticleFile[]): void {
  for (const name of pictures) cpSync(resolve(import.meta.dirname, '../sample/pictures', name), join(folder, name));
  for (const { name, text } of files) writeFileSync(join(folder, name), text);
}

const words = {
  'zh-Hans': {
    author: '试验员甲',
    source: '试验通讯社',
    tag: '试验标签',
    bulletin: (n: number) => `第${n}号水位通报：${'子丑寅卯辰巳午未申酉戌亥'[n % 12]}时涨潮`,
    headline: { standard: '各式各样的段落', longread: '写得很长的一篇', gallery: '许多图片的一篇' },
    kicker: '样张',
    standfirst: '这一篇把每一种块都用了一遍，好让每一种样式都有地方出错。',
    heading: '小标题',
    text: '潮水在闸口停了一刻钟，值班员把读数抄在本子上，又抄了一遍。',
    credit: '试验通讯社',
    reason: '消息来源不实，全文撤回。',
    correction: '本文早先把日期写错了一天。',
  },
  en: {
    author: 'Test Writer',
    source: 'Test Wire',
    tag: 'Test tag',
    bulletin: (n: number) => `Tide notice ${n}: high water at the ${['north', 'old', 'east', 'new'][n % 4]} gate`,
    headline: {
      standard: 'A paragraph of every kind',
      longread: 'One that was written long',
      gallery: 'One of many pictures',
    },
    kicker: 'Specimen',
    standfirst: 'This one uses every block there is, so that every style has a place to go wrong.',
    heading: 'A subhead',
    text: 'The tide stood at the gate for a quarter of an hour while the watchman wrote the figure down twice.',
    credit: 'Test Wire',
    reason: 'The source did not hold up; the article is withdrawn in full.',
    correction: 'An earlier version had the date wrong by a day.',
  },
};

const slugOf = (name: string, language: Written) => `${name}-${language.toLowerCase()}`;

function frontMatter(name: string, language: Written, title: string, more: string): string {
  const { author, source, tag } = words[language];
  return `---
title: ${JSON.stringify(title)}
slug: ${slugOf(name, language)}
section: news/districts
lang: ${language}
authors: [${author}]
source: { name: ${source} }
tags: [${tag}]
${more}
---
`;
}

function bulletin(language: Written, number: number): ArticleFile {
  const { bulletin: title, text } = words[language];
  const day = String((number % 28) + 1).padStart(2, '0');
  const head = frontMatter(
    `bulletin-${number}`,
    language,
    title(number),
    `published: 2019-02-${day}T0${number % 10}:00:00Z`,
  );
  return { name: `bulletin-${number}-${language}.md`, text: `${head}\n${text}\n` };
}

function withdrawn(language: Written): ArticleFile {
  const { headline, reason, text } = words[language];
  const more = `published: 2019-03-02T01:00:00Z\nwithdrawn: { at: 2019-03-03T01:00:00Z, reason: ${JSON.stringify(reason)} }`;
  return {
    name: `withdrawn-${language}.md`,
    text: `${frontMatter('withdrawn', language, headline.standard, more)}\n${text}\n`,
  };
}

/** An article with every block and mark there is, in one of the layouts. */
function everything(language: Written, layout: 'standard' | 'longread' | 'gallery'): ArticleFile {
  const { headline, kicker, standfirst, heading, text, credit, correction } = words[language];
  const more = `kicker: ${kicker}
standfirst: ${JSON.stringify(standfirst)}
published: 2019-03-01T01:00:00Z
updated: 2019-03-01T03:00:00Z
layout: ${layout}
lead: { src: harbor-dawn.jpg, alt: ${JSON.stringify(text)}, caption: ${JSON.stringify(text)}, credit: ${credit} }
corrections: [{ at: 2019-03-04T01:00:00Z, text: ${JSON.stringify(correction)} }]`;
  const figure = (picture: string) => `![${text}](${picture} "${text} | ${credit}")`;
  const body = [
    text,
    `**${text}** *${text}* [${text}](https://elsewhere.example/a?b=1&c=2) H<sub>2</sub>O m<sup>2</sup> <ruby>潮<rt>cháo</rt></ruby>`,
    `## ${heading}`,
    figure('citrus-orchard.jpg'),
    `- ${text}\n- ${text}\n  - ${text}\n\n1. ${text}\n2. ${text}`,
    `> ${text}\n> —— ${credit}`,
    `### ${heading}`,
    `| ${heading} | ${heading} | ${heading} | ${heading} |\n|---|---|---|---|\n| ${text} | 1 | 2 | 3 |\n| ${text} | 4 | 5 | 6 |`,
    `[${heading}](https://elsewhere.example/card "${text}")`,
    '---',
    `> [!CORRECTION]\n> ${correction}`,
    figure('chart-transit.jpg'),
    figure('map-districts.jpg'),
    ...Array.from({ length: layout === 'longread' ? 40 : 2 }, () => text.repeat(3)),
  ];
  return {
    name: `${layout}-${language}.md`,
    text: `${frontMatter(layout, language, headline[layout], more)}\n${body.join('\n\n')}\n`,
  };
}
