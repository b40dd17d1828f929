import { fold } from '../article/fold.ts';
import type { Language } from '../article/record.ts';
import { countScripts } from './language.ts';
import { hasCounter, isFurnitureWord } from './shield-words.ts';

/** Numbers about a suspicious block, measured against the article it stands beside. Structure and statistics, never what a farm sells. */
export type Measures = {
  /** Distinct segments between separators, or one per link or line. */
  segments: number;
  /** Median length of a segment in characters. */
  length: number;
  /** Share of its character pairs that come back in another segment. Stuffing repeats itself; headlines do not. */
  repetition: number;
  /** Share of its distinct character pairs that the article has too. */
  overlap: number;
  /** Share of them that the newsroom's own articles have; 0 when it has none. */
  familiar: number;
  /** Share of segments that end or pause like a sentence. */
  sentences: number;
  /** Share of its characters that only hold sentences together. Prose has an eighth of them, headlines a few, strings of phrases none. */
  grammar: number;
  /** Share of Chinese among its words. */
  chinese: number;
  /** Characters only the other Chinese script has, when the article's own script has next to none here; else 0. */
  otherScript: number;
  /** Largest share of segments that end alike: companies of a register, places, products of a kind. */
  alike: number;
  /** Share of segments that are menus, footers, sites' names; of those that carry a count or a date; of those without Chinese. */
  furniture: number;
  counters: number;
  foreignWords: number;
  /** Share of segments with a number in them: prices, scores, forecasts. */
  numbers: number;
};

/** What an article is about, as far as comparing needs it, and what the newsroom writes about at all. */
/** What can be asked for a word. */
export type Words = { has(pair: string): boolean; readonly size: number };

export type ArticleVocabulary = {
  pairs: Words;
  language: Language;
  known?: ReadonlySet<string>;
  /** Words of the site's own name, which its menus repeat by right. */
  site?: ReadonlySet<string>;
};

export const vocabularyOf = (text: string, language: Language, known?: ReadonlySet<string>): ArticleVocabulary => ({
  pairs: new Set(pairsOf(text)),
  language,
  ...(known && { known }),
});

/** Pairs of neighbouring Han characters, and whole Latin words, in search form. */
export function pairsOf(text: string): string[] {
  const pairs: string[] = [];
  for (const [run] of fold(text.slice(0, 60_000)).matchAll(/[\u3400-\u9fff]+|[a-z0-9]+/g)) {
    if (run.charCodeAt(0) < 0x3400) pairs.push(run);
    else if (run.length === 1) pairs.push(run);
    else for (let at = 0; at + 1 < run.length; at++) pairs.push(run.slice(at, at + 2));
  }
  return pairs;
}

/**
 * The words of a text in parts, which can be asked for those of all parts but one: what a part says itself must not vouch
 * for it. Counted once, not for every part.
 */
export class PartedWords {
  readonly #parts: Set<string>[];
  readonly #counts = new Map<string, number>();

  constructor(parts: readonly string[]) {
    this.#parts = parts.map((part) => new Set(pairsOf(part)));
    for (const part of this.#parts) for (const pair of part) this.#counts.set(pair, (this.#counts.get(pair) ?? 0) + 1);
  }

  without(index: number): Words {
    const own = this.#parts[index] ?? new Set();
    const counts = this.#counts;
    let size = counts.size;
    for (const pair of own) if (counts.get(pair) === 1) size--;
    return { size, has: (pair) => (counts.get(pair) ?? 0) > (own.has(pair) ? 1 : 0) };
  }
}

const mostSegments = 400;
/** Words that make sentences of phrases, and `我的…` of menus; what they repeat says nothing. */
const functionWord = /[的了我你您是吧吗]/;

/** What is measured of a block is found out when it is asked for: most blocks are let go after two or three questions. */
export const measure = (segments: readonly string[], article: ArticleVocabulary): Measures =>
  // The same words twice in one place are a template's doing.
  new Measured([...new Set(segments)].slice(0, mostSegments), article);

class Measured implements Measures {
  readonly #kept: readonly string[];
  readonly #article: ArticleVocabulary;
  #counted: Counted | undefined;
  #furniture: number | undefined;
  #grammar: number | undefined;

  constructor(kept: readonly string[], article: ArticleVocabulary) {
    this.#kept = kept;
    this.#article = article;
  }

  get segments(): number {
    return this.#kept.length;
  }
  get length(): number {
    return medianLength(this.#kept);
  }
  get repetition(): number {
    return this.#pairs.repetition;
  }
  get overlap(): number {
    return this.#pairs.overlap;
  }
  get familiar(): number {
    return this.#pairs.familiar;
  }
  get chinese(): number {
    return this.#pairs.chinese;
  }
  get sentences(): number {
    return this.#share((segment) => /[。！？；：“”《》]/.test(segment));
  }
  get grammar(): number {
    this.#grammar ??= grammarIn(this.#kept.join(''));
    return this.#grammar;
  }
  get otherScript(): number {
    return otherScriptIn(this.#kept.join(''), this.#article.language);
  }
  get alike(): number {
    return endingsAlike(this.#kept);
  }
  get furniture(): number {
    this.#furniture ??= this.#share(isFurnitureWord);
    return this.#furniture;
  }
  get counters(): number {
    return this.#share(hasCounter);
  }
  get numbers(): number {
    return this.#share((segment) => quantity.test(segment));
  }
  get foreignWords(): number {
    return this.#share((segment) => !/\p{Script=Han}/u.test(segment));
  }

  get #pairs(): Counted {
    this.#counted ??= countPairs(this.#kept, this.#article);
    return this.#counted;
  }

  #share(test: (segment: string) => boolean): number {
    return this.#kept.length === 0 ? 0 : this.#kept.filter(test).length / this.#kept.length;
  }
}

type Counted = Pick<Measures, 'repetition' | 'overlap' | 'familiar' | 'chinese'>;

function countPairs(segments: readonly string[], article: ArticleVocabulary): Counted {
  const seen = new Map<string, { count: number; segments: number; last: number }>();
  let tokens = 0;
  let han = 0;
  for (const [index, segment] of segments.entries())
    for (const pair of pairsOf(segment)) {
      if (article.site?.has(pair) || functionWord.test(pair)) continue;
      tokens++;
      if (pair.charCodeAt(0) >= 0x3400) han++;
      const entry = seen.get(pair);
      if (!entry) seen.set(pair, { count: 1, segments: 1, last: index });
      else {
        entry.count++;
        if (entry.last !== index) entry.segments++;
        entry.last = index;
      }
    }
  let repeated = 0;
  let shared = 0;
  let familiar = 0;
  for (const [pair, { count, segments: places }] of seen) {
    if (places > 1) repeated += count;
    if (article.pairs.has(pair)) shared++;
    if (article.known?.has(pair)) familiar++;
  }
  return {
    repetition: tokens === 0 ? 0 : repeated / tokens,
    overlap: seen.size === 0 ? 0 : shared / seen.size,
    familiar: seen.size === 0 ? 0 : familiar / seen.size,
    chinese: tokens === 0 ? 0 : han / tokens,
  };
}

const quantity =
  /\d|[一二三四五六七八九十百千万两半]+(?:元|角|斤|克|吨|人|名|个|只|条|件|次|年|月|日|天|分|秒|点|时|米|亩|公里|度|级|岁|场|球|票|等奖|成)/;
const particles =
  /[的了是和与與及而但被把将將就也都还還又很更已曾会會让讓由从從向对對于於为為爲因所以如虽雖这這那其他她它们們我你您]/g;

export const grammarIn = (text: string): number =>
  (text.match(particles)?.length ?? 0) / Math.max(1, text.match(/[\u3400-\u9fff]/g)?.length ?? 0);

function otherScriptIn(text: string, language: Language): number {
  if (language === 'en') return 0;
  const { simplified, traditional } = countScripts(text);
  const [foreign, own] = language === 'zh-Hant' ? [simplified, traditional] : [traditional, simplified];
  return own <= foreign * 0.1 ? foreign : 0;
}

function endingsAlike(segments: readonly string[]): number {
  const endings = new Map<string, number>();
  let most = 0;
  for (const segment of segments) {
    const ending = segment.slice(-2);
    const count = (endings.get(ending) ?? 0) + 1;
    endings.set(ending, count);
    most = Math.max(most, count);
  }
  return segments.length === 0 ? 0 : most / segments.length;
}

export const medianLength = (segments: readonly string[]): number =>
  segments.map((segment) => segment.length).sort((a, b) => a - b)[segments.length >> 1] ?? 0;
