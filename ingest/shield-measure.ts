import { fold } from '../article/fold.ts';
import type { Language } from '../article/record.ts';
import { countScripts } from './language.ts';

/** Numbers about a suspicious block, measured against the article it stands beside. No word lists: structure and statistics only. */
export type Measures = {
  /** Segments between separators, or one per link. */
  segments: number;
  /** Median length of a segment in characters. */
  length: number;
  /** Share of its character pairs that come back in another segment. Stuffing repeats itself; headlines do not. */
  repetition: number;
  /** Share of its distinct character pairs that the article has too. */
  overlap: number;
  /** Share of segments that end or pause like a sentence. */
  sentences: number;
  /** Share of Chinese among its words. */
  chinese: number;
  /** Characters only the other Chinese script has, when the article's own script has next to none here; else 0. */
  otherScript: number;
};

/** What an article is about, as far as comparing needs it. */
export type ArticleVocabulary = { pairs: Set<string>; language: Language };

export const vocabularyOf = (text: string, language: Language): ArticleVocabulary => ({
  pairs: new Set(pairsOf(text)),
  language,
});

/** Pairs of neighbouring Han characters, and whole Latin words, in search form. */
function pairsOf(text: string): string[] {
  const pairs: string[] = [];
  for (const [run] of fold(text.slice(0, 60_000)).matchAll(/[\u3400-\u9fff]+|[a-z0-9]+/g)) {
    if (run.charCodeAt(0) < 0x3400) pairs.push(run);
    else if (run.length === 1) pairs.push(run);
    else for (let at = 0; at + 1 < run.length; at++) pairs.push(run.slice(at, at + 2));
  }
  return pairs;
}

export function measure(segments: readonly string[], article: ArticleVocabulary): Measures {
  // The same words twice in one place are a template's doing.
  const kept = [...new Set(segments)].slice(0, 400);
  const seen = new Map<string, number>();
  let tokens = 0;
  let han = 0;
  for (const segment of kept) {
    const pairs = pairsOf(segment);
    tokens += pairs.length;
    for (const pair of pairs) {
      seen.set(pair, (seen.get(pair) ?? 0) + 1);
      if (pair.charCodeAt(0) >= 0x3400) han++;
    }
  }
  let repeated = 0;
  let shared = 0;
  for (const [pair, count] of seen) {
    if (count > 1) repeated += count;
    if (article.pairs.has(pair)) shared++;
  }
  const { simplified, traditional } = countScripts(kept.join(''));
  const [foreign, own] = article.language === 'zh-Hant' ? [simplified, traditional] : [traditional, simplified];
  return {
    segments: kept.length,
    length: medianLength(kept),
    repetition: tokens === 0 ? 0 : repeated / tokens,
    overlap: seen.size === 0 ? 0 : shared / seen.size,
    sentences:
      kept.length === 0
        ? 0
        : kept.filter((segment) => /[。！？；：“”《》]|\d[-月/]\d/.test(segment)).length / kept.length,
    chinese: tokens === 0 ? 0 : han / tokens,
    otherScript: article.language !== 'en' && own <= foreign * 0.1 ? foreign : 0,
  };
}

export const medianLength = (segments: readonly string[]): number =>
  segments.map((segment) => segment.length).sort((a, b) => a - b)[segments.length >> 1] ?? 0;

const separators = /\s*[|｜丨│¦]\s*|\s*[,，、;；_]\s*|[\s\u3000]{2,}/;

/** Segments of a line: between pipes, commas or underscores; between single spaces when there is nothing else. */
export function segmentsOf(line: string): string[] {
  const parts = line
    .split(separators)
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length >= 3) return parts;
  const words = line.split(/[\s\u3000]+/).filter(Boolean);
  return words.length >= 4 && words.filter((word) => /\p{Script=Han}/u.test(word)).length >= words.length * 0.6
    ? words
    : parts;
}
