import type { Block, Paragraph } from '../article/body.ts';
import type { Topic } from '../article/record.ts';
import { scriptFor } from '../edition/script.ts';
import { emptySite } from '../edition/site.ts';
import type { ArticleDocument } from '../newsroom/document.ts';
import { SeededRandom } from './seeded-random.ts';
import { sectionPaths, syntheticAuthors, syntheticSources } from './synthetic-articles.ts';

/**
 * The archive of an invented newsroom, up to a million articles. Its words are invented, too: drawn from the characters
 * of news by the frequencies words have in any language (Zipf), so that the index holds as many distinct terms, and as
 * unevenly, as a real one. Every article is made from its number alone.
 */

/** The 3,755 characters of GB 2312's first level: what Simplified news is written with. */
const characters: readonly string[] = charactersOfNews();
const vocabulary = 60_000;
const topicCount = 4_000;
const wordsOfTopic = 80;
const tagCount = 6_000;
/** Of the words of an article, how many its topic decides, and how many follow from the word before as in a phrase. */
const topicShare = 0.3;
const phraseShare = 0.5;
const followers = 4;
const traditionalShare = 0.25;

type Script = 'zh-Hans' | 'zh-Hant';
type Vocabulary = Record<Script, readonly string[]>;

type InventedLanguage = {
  /** The common ones first. */
  words: Vocabulary;
  /** Words each topic speaks of, by their rank. */
  topics: Uint16Array[];
  /** What mostly comes after a word: `followers` for each. */
  following: Uint16Array;
};

let invented: InventedLanguage | undefined;

/** Tags articles of the archive bear, three to a topic. */
export const archiveTags: readonly Topic[] = Array.from({ length: tagCount }, (_, index) => {
  const random = new SeededRandom(70_000 + index);
  return { slug: `theme-${index + 1}`, name: `${inventWord(random)}${inventWord(random)}${index}` };
});

const span = 6 * 365 * 86_400_000;

/** Article `index` of `of`, the higher the newer, dated in the six years before `until`. About 1,280 characters. */
export function archivedArticle(index: number, of: number, until: Date): ArticleDocument {
  const { words, topics, following } = inventedLanguage();
  const random = new SeededRandom(Math.imul(index + 1, 0x9e3779b1));
  const language: Script = random.chance(traditionalShare) ? 'zh-Hant' : 'zh-Hans';
  const topic = random.whole(0, topicCount - 1);
  const own = topics[topic] as Uint16Array;
  const known = words[language];
  let last = 0;
  const word = (): string => {
    if (random.chance(phraseShare)) last = following[last * followers + random.whole(0, followers - 1)] as number;
    else last = random.chance(topicShare) ? random.pickCommon(own) : commonRank(random, vocabulary);
    return known[last] as string;
  };
  const age = (1 - index / of) ** 2 * span + 3_600_000;
  return {
    slug: `archive-${index}`,
    status: 'published',
    withdrawn: null,
    language,
    section: random.pick(sectionPaths),
    layout: 'standard',
    headline: run(word, random.whole(12, 26)),
    kicker: null,
    standfirst: random.chance(0.7) ? `${run(word, random.whole(40, 100))}。` : null,
    authors: [random.pick(syntheticAuthors)],
    source: random.chance(0.9) ? { ...random.pick(syntheticSources), url: null } : null,
    publishedAt: `${new Date(until.getTime() - age).toISOString().slice(0, 19)}Z`,
    updatedAt: null,
    lead: null,
    body: { type: 'doc', content: bodyOf(word, random) },
    tags: tagsOf(topic, random),
    pinned: [],
    translations: [],
    corrections: [],
  };
}

/** A query of a kind, made of the archive's own words: from one of its headlines, or of words that are said everywhere. */
export function archiveQuery(kind: QueryKind, index: number, of: number): string {
  const random = new SeededRandom(Math.imul(index + 1, 0x85ebca6b));
  const { words } = inventedLanguage();
  const article = archivedArticle(random.whole(0, of - 1), of, new Date(0));
  const cut = (length: number) => {
    const text = article.headline.replace(/[^\p{Script=Han}]/gu, '');
    const start = random.whole(0, Math.max(0, text.length - length));
    return text.slice(start, start + length);
  };
  const common = () => words[article.language as Script][random.whole(0, 40)] as string;
  const rare = () => words[article.language as Script][random.whole(vocabulary / 2, vocabulary - 1)] as string;
  switch (kind) {
    case 'one frequent character':
      return common().charAt(0);
    case 'one character':
      return cut(1);
    case 'two characters':
      return cut(2);
    case 'four characters':
      return cut(4);
    case 'eight characters':
      return cut(8);
    case 'two frequent words':
      return `${common()} ${common()}`;
    case 'frequent and rare word':
      return `${common()} ${rare()}`;
    case 'nothing to be found':
      return `${cut(2)}qzxw${index}`;
  }
}

export const queryKinds = [
  'one frequent character',
  'one character',
  'two characters',
  'four characters',
  'eight characters',
  'two frequent words',
  'frequent and rare word',
  'nothing to be found',
] as const;
export type QueryKind = (typeof queryKinds)[number];

function tagsOf(topic: number, random: SeededRandom): Topic[] {
  const tags = [topic % tagCount];
  if (random.chance(0.5)) tags.push((topic + topicCount) % tagCount);
  if (random.chance(0.3)) tags.push(commonRank(random, tagCount));
  return [...new Set(tags)].map((tag) => archiveTags[tag] as Topic);
}

/** From 380 to 3,050 characters, 1,280 on average; half of all articles are below 1,080. */
function bodyOf(word: () => string, random: SeededRandom): Block[] {
  const blocks: Block[] = [];
  for (let left = Math.round(380 * 8.03 ** random.next()); left > 0; ) {
    const size = Math.min(left, random.whole(90, 220));
    blocks.push(paragraph(sentences(word, random, size)));
    left -= size;
    if (blocks.length % 6 === 5) blocks.push(heading(run(word, 12)));
  }
  return blocks;
}

const paragraph = (text: string): Paragraph => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const heading = (text: string): Block => ({
  type: 'heading',
  attrs: { level: 2 },
  content: [{ type: 'text', text }],
});

function sentences(word: () => string, random: SeededRandom, length: number): string {
  let text = '';
  for (let sinceStop = 0; text.length < length; ) {
    const next = random.chance(0.02) ? String(random.whole(2, 9_999)) : word();
    text += next;
    sinceStop += next.length;
    if (sinceStop > 12 && random.chance(0.25)) {
      text += random.chance(0.4) ? '。' : '，';
      sinceStop = 0;
    }
  }
  return `${text}。`;
}

function run(word: () => string, length: number): string {
  let text = '';
  while (text.length < length) text += word();
  return text;
}

/** Rank r about 1/r of the time. */
const commonRank = (random: SeededRandom, ranks: number): number =>
  Math.min(ranks - 1, Math.floor(ranks ** random.next()) - 1);

function inventedLanguage(): InventedLanguage {
  invented ??= invent();
  return invented;
}

function invent(): InventedLanguage {
  const random = new SeededRandom(4_711);
  const simplified: string[] = [];
  const known = new Set<string>();
  while (simplified.length < vocabulary) {
    const word = simplified.length < 300 && random.chance(0.4) ? inventCharacter(random) : inventWord(random);
    if (known.has(word)) continue;
    known.add(word);
    simplified.push(word);
  }
  const traditional = scriptFor(emptySite, { language: 'zh-Hant', prefix: '' });
  const words = { 'zh-Hans': simplified, 'zh-Hant': simplified.map((word) => traditional.text(word, 'zh-Hans')) };
  const topics = Array.from({ length: topicCount }, () =>
    Uint16Array.from({ length: wordsOfTopic }, () => random.whole(500, vocabulary - 1)),
  );
  const following = Uint16Array.from({ length: vocabulary * followers }, () => commonRank(random, vocabulary));
  return { words, topics, following };
}

/** Two characters mostly, sometimes three or four. */
function inventWord(random: SeededRandom): string {
  const length = random.chance(0.8) ? 2 : random.whole(3, 4);
  return Array.from({ length }, () => inventCharacter(random)).join('');
}

/** Among a few thousand characters the common ones make up most of a text, less steeply than words do. */
function inventCharacter(random: SeededRandom): string {
  return characters[Math.floor(characters.length * random.next() ** 4)] as string;
}

function charactersOfNews(): string[] {
  const decoder = new TextDecoder('gbk');
  const all: string[] = [];
  for (let row = 0xb0; row <= 0xd7; row++)
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++)
      all.push(decoder.decode(Uint8Array.of(row, cell)));
  // They stand by their reading; which of them are common is drawn by lot.
  const random = new SeededRandom(2_312);
  return random.sample(all, all.length);
}
