import type { Dropped } from '../article/draft.ts';
import { type ArticleVocabulary, type Measures, measure } from './shield-measure.ts';
import { type Segmented, titleSegments } from './shield-segments.ts';
import { isFurnitureWord } from './shield-words.ts';

type Rule = Dropped['rule'];

/** From this many phrases on, stuffing is called a farm. */
const farmSize = 8;
const named = (measures: Measures): Rule => (measures.segments >= farmSize ? 'spam.link-farm' : 'spam.keywords');

/** An article of a few words cannot be compared with anything. */
export const isComparable = (article: ArticleVocabulary): boolean => article.pairs.size >= 20;

/** What speaks for any list: it is about what the article or the newsroom writes, it is made of sentences, it belongs to a site. */
const isOrdinary = (measures: Measures) =>
  measures.sentences > 0.25 ||
  (measures.grammar > 0.045 && measures.length >= 4) ||
  measures.counters > 0.3 ||
  measures.furniture > 0.25 ||
  measures.overlap > 0.1 ||
  measures.familiar > 0.7;

/** Enough characters of the other script, and none of this one, cannot be chance. */
export const isForeignScript = (measures: Measures): boolean => measures.otherScript >= 4 && measures.overlap < 0.07;

/**
 * The rule a line of phrases breaks; null when it may be anything else. Inside the article's own text only separators that
 * no writer uses count, and enumerations that end alike are left alone.
 */
export function lineRule(
  { segments, separator, label, endsOpen, hasStop }: Segmented,
  article: ArticleVocabulary,
  isInside: boolean,
): Rule | null {
  if (segments.length < 3 || !isComparable(article)) return null;
  const measures = measure(segments, article);
  if (isOrdinary(measures)) return null;
  if (isForeignScript(measures)) return named(measures);
  const { length, repetition, overlap, chinese, alike } = measures;
  if (measures.segments < 5 || chinese < 0.6 || length < 3 || length > 24) return null;
  const isWritten = separator === 'comma' || separator === 'none';
  // A paragraph of nothing but nouns was put together by a machine; a writer's enumeration repeats less, or ends alike.
  const isSpun =
    isWritten &&
    measures.grammar < 0.015 &&
    overlap <= 0.05 &&
    length >= 4 &&
    alike < 0.5 &&
    repetition >= 0.15 &&
    measures.segments >= 6 &&
    measures.numbers <= 0.25;
  if (isWritten && (isInside || hasStop)) return isSpun ? named(measures) : null;
  const isStuffed =
    overlap <= 0.08 &&
    length >= 4 &&
    alike < 0.6 &&
    repetition >= (separator === 'space' ? 0.3 : 0.2) &&
    !(separator === 'space' && measures.foreignWords > 0.1);
  const isPrinted =
    endsOpen && measures.segments >= 10 && overlap <= 0.05 && (label === null || !isFurnitureWord(label));
  // Phrases of the length people search for, side by side, with nothing at all to do with the article.
  const isBare =
    separator === 'bar' &&
    measures.segments >= 6 &&
    length >= 7 &&
    overlap <= 0.03 &&
    chinese >= 0.85 &&
    repetition >= 0.1 &&
    alike < 0.5;
  // Underscores join nothing but keywords.
  const isJoined = separator === 'underscore' && length >= 5 && overlap <= 0.05;
  return isStuffed || isPrinted || isBare || isJoined ? named(measures) : null;
}

/** The rule a run of short lines, or the links of one block, break together. */
export function runRule(phrases: readonly string[], article: ArticleVocabulary): Rule | null {
  if (!isComparable(article)) return null;
  const measures = measure(phrases, article);
  if (isOrdinary(measures)) return null;
  if (isForeignScript(measures) && measures.segments >= 3) return named(measures);
  const { segments, length, repetition, overlap, chinese, alike, sentences } = measures;
  const isFarm =
    segments >= farmSize &&
    length >= 4 &&
    length <= 20 &&
    repetition >= 0.25 &&
    overlap <= 0.06 &&
    sentences <= 0.05 &&
    chinese >= 0.75 &&
    alike < 0.5;
  return isFarm ? 'spam.link-farm' : null;
}

/** A title, or the keywords of a page, stuffed for search engines: parts that share nothing with the article and repeat each other. */
export function isStuffedTitle(title: string, article: ArticleVocabulary): boolean {
  if (!isComparable(article) || /。/.test(title)) return false;
  const segments = titleSegments(title);
  const strange = segments.filter(
    (segment) => !isFurnitureWord(segment) && measure([segment], article).overlap <= 0.25,
  );
  if (strange.length < 3) return false;
  const measures = measure(strange, article);
  const { length, repetition, overlap, chinese, familiar, sentences } = measures;
  if (length < 4 || chinese < 0.6 || familiar > 0.7 || sentences > 0.3) return false;
  if (isForeignScript(measures)) return true;
  const size = strange.reduce((sum, segment) => sum + segment.length, 0);
  const isNothingElse = strange.length === segments.length && strange.length >= 4 && length >= 5 && overlap <= 0.05;
  return isNothingElse || (repetition >= 0.2 && (strange.length >= 4 || (length >= 5 && size >= 18)));
}

/** Whether a line could be a farm's by itself, so that it must not speak for what the article is about. */
export function isSuspicious(text: string, { segments }: Segmented): boolean {
  if (segments.length < 5) return false;
  if (text.length < 24) return false;
  const { grammar, length, sentences } = measure(segments, nothing);
  return grammar < 0.02 && length >= 4 && sentences <= 0.25;
}

const nothing: ArticleVocabulary = { pairs: new Set(), language: 'zh-Hans' };
