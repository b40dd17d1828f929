import type { Block, FigureAttrs, Inline, Text } from '../article/body.ts';
import type { Topic } from '../article/record.ts';
import { scriptFor } from '../edition/script.ts';
import type { Site } from '../edition/site.ts';
import { emptySite } from '../edition/site.ts';
import type { ArticleDocument } from '../newsroom/document.ts';
import { SeededRandom } from './seeded-random.ts';
import { headline, passage, personName } from './synthetic-text.ts';
import { sourceNames, tagNames } from './synthetic-words.ts';

/** An invented newsroom: the same seed and the same `until` give the same articles, whatever was made before. */

const sectionNames: Readonly<Record<string, string>> = {
  news: '要闻',
  'news/city': '本市',
  'news/districts': '区县',
  business: '财经',
  'business/industry': '产业',
  'business/consumer': '消费',
  life: '民生',
  'life/work': '就业',
  'life/health': '医疗',
  transit: '交通',
  'transit/rail': '轨道',
  'transit/roads': '路桥',
  culture: '文化',
  'culture/books': '书与人',
  'culture/heritage': '非遗',
  sport: '体育',
  'sport/football': '足球',
  'sport/running': '路跑',
  science: '科教',
  'science/education': '教育',
  'science/technology': '科技',
  opinion: '观点',
  'opinion/editorial': '社论',
  'opinion/letters': '来信',
};

export const syntheticSite: Site = {
  ...emptySite,
  name: { 'zh-Hans': '潮声日报', 'zh-Hant': '潮聲日報', en: 'Tidal Daily' },
  tagline: { 'zh-Hans': '量一量它有多快', 'zh-Hant': '量一量它有多快', en: 'Made to be measured' },
  about: { 'zh-Hans': '这是一份由程序写成的报纸，只为测量而印。' },
  sections: Object.entries(sectionNames).map(([path, name]) => ({ path, names: { 'zh-Hans': name } })),
};

/** Section paths articles are filed under. */
export const sectionPaths: readonly string[] = Object.keys(sectionNames);

const topics = (prefix: string, names: readonly string[]): Topic[] =>
  names.map((name, index) => ({ slug: `${prefix}-${index + 1}`, name }));

export const syntheticTags = topics('tag', tagNames);
export const syntheticSources = topics('source', sourceNames);
export const syntheticAuthors = topics(
  'author',
  Array.from({ length: 24 }, (_, index) => personName(new SeededRandom(9_000 + index))),
);

export type ArticleWish = {
  seed: number;
  /** Every article has its own; it decides slug and content. */
  index: number;
  /** Articles are dated in the three years before this moment, the higher the index the newer. */
  until: Date;
  /** Articles there will be in all. */
  of: number;
  /** Ids of stored pictures to choose from. */
  pictures: readonly string[];
  /** Exact characters of body text; drawn between 300 and 4,000 when absent. */
  length?: number;
};

const span = 3 * 365 * 86_400_000;

export function syntheticArticle({ seed, index, until, of, pictures, length }: ArticleWish): ArticleDocument {
  const random = new SeededRandom(Math.imul(seed, 65_537) + index);
  const picture = (): FigureAttrs => ({
    media: random.pick(pictures),
    src: null,
    alt: passage(random, 18),
    caption: passage(random, 30),
    credit: `${random.pick(syntheticSources).name} ${personName(random)}`,
  });
  const illustrated = pictures.length > 0;
  // Squared: most articles of a paper are recent ones. The minute keeps two from standing at the same moment.
  const age = (1 - index / of) ** 2 * span + 60_000;
  const written: ArticleDocument = {
    slug: `item-${index}`,
    status: 'published',
    withdrawn: null,
    language: 'zh-Hans',
    section: random.pick(sectionPaths),
    layout: 'standard',
    headline: headline(random),
    kicker: random.chance(0.2) ? random.pick(tagNames) : null,
    standfirst: random.chance(0.8) ? passage(random, random.whole(40, 110)) : null,
    authors: random.sample(syntheticAuthors, random.whole(1, 2)),
    source: random.chance(0.9) ? { ...random.pick(syntheticSources), url: null } : null,
    publishedAt: instant(until.getTime() - age),
    updatedAt: null,
    lead: illustrated && random.chance(0.6) ? picture() : null,
    body: { type: 'doc', content: body(random, length ?? bodyLength(random), illustrated ? picture : null) },
    tags: random.sample(syntheticTags, random.whole(1, 5)),
    pinned: [],
    translations: [],
    corrections: [],
  };
  return random.chance(0.3) ? { ...traditional.show(written, 'zh-Hans'), language: 'zh-Hant' } : written;
}

const traditional = scriptFor(emptySite, { language: 'zh-Hant', prefix: '' });

const instant = (moment: number) => `${new Date(moment).toISOString().slice(0, 19)}Z`;

/** From 300 to 4,000 characters, half of them below 1,100: what news is like. */
const bodyLength = (random: SeededRandom): number => Math.round(300 * (4_000 / 300) ** random.next());

/** Paragraphs with subheads, now and then a quote, a list, a table or a figure; `length` counts the paragraphs alone. */
function body(random: SeededRandom, length: number, picture: (() => FigureAttrs) | null): Block[] {
  const blocks: Block[] = [];
  for (let left = length, number = 0; left > 0; number++) {
    const wanted = random.whole(90, 220);
    const size = left - wanted < 60 ? left : wanted;
    left -= size;
    if (number > 0 && number % 5 === 0)
      blocks.push({ type: 'heading', attrs: { level: 2 }, content: [text(headline(random))] });
    blocks.push({ type: 'paragraph', content: inline(random, passage(random, size)) });
    if (number > 0 && random.chance(0.12)) blocks.push(extra(random, picture));
  }
  return blocks;
}

const text = (words: string): Text => ({ type: 'text', text: words });

function inline(random: SeededRandom, words: string): Inline[] {
  if (!random.chance(0.15) || words.length < 40) return [text(words)];
  const mark: Text['marks'] = random.chance(0.5)
    ? [{ type: 'bold' }]
    : [{ type: 'link', attrs: { href: `https://archive.example/${random.whole(1, 9_999)}` } }];
  return [text(words.slice(0, 12)), { ...text(words.slice(12, 22)), marks: mark }, text(words.slice(22))];
}

function extra(random: SeededRandom, picture: (() => FigureAttrs) | null): Block {
  const line = () => ({ type: 'paragraph' as const, content: [text(passage(random, random.whole(14, 40)))] });
  const cell = (kind: 'tableHeader' | 'tableCell', words: string) => ({
    type: kind,
    attrs: { colspan: 1, rowspan: 1 },
    content: [text(words)],
  });
  switch (random.whole(1, picture ? 5 : 3)) {
    case 1:
      return { type: 'quote', attrs: { cite: personName(random) }, content: [line()] };
    case 2:
      return { type: 'bulletList', content: [1, 2, 3].map(() => ({ type: 'listItem', content: [line()] })) };
    case 3:
      return {
        type: 'table',
        content: [
          { type: 'tableRow', content: ['年份', '数量'].map((words) => cell('tableHeader', words)) },
          ...[2021, 2022, 2023].map((year) => ({
            type: 'tableRow' as const,
            content: [cell('tableCell', String(year)), cell('tableCell', String(random.whole(100, 9_999)))],
          })),
        ],
      };
    default:
      return { type: 'figure', attrs: (picture as () => FigureAttrs)() };
  }
}

/** A search a reader might type: two characters or more of some headline, in either script. */
export function syntheticQuery(random: SeededRandom): string {
  const words = headline(random).replace(/[^\p{Script=Han}]/gu, '');
  const start = random.whole(0, Math.max(0, words.length - 4));
  const query = words.slice(start, start + random.whole(2, 4));
  return random.chance(0.3) ? traditional.text(query, 'zh-Hans') : query;
}
