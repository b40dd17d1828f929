import { isHanUnit, wordRuns } from '../../../article/fold.ts';
import { piecesOf, wordTerms } from '../../../article/search-terms.ts';
import type { Unit } from './query.ts';

/** How well an article answers a query, from what its card says and where the query was found. */

export type WeighedUnit = Unit & { weight: number };

/** Units with their weight: rare ones tell more (the inverse document frequency of BM25). */
export function weigh(units: readonly Unit[], frequency: (term: string) => number, size: number): WeighedUnit[] {
  return units.map((unit) => {
    const documents = Math.min(frequency(unit.term), size);
    return { ...unit, weight: unit.share * Math.log(1 + (size - documents + 0.5) / (documents + 0.5)) };
  });
}

/** A folded text, as units are looked for in it. */
export class Field {
  readonly folded: string;
  /** Words of other scripts and their pieces, with how often each stands there; made when one is asked for. */
  #words: Map<string, number> | undefined;

  constructor(folded: string) {
    this.folded = folded;
  }

  /** In Han characters and words of other scripts. */
  get length(): number {
    let length = 0;
    for (const { text, isHan } of wordRuns(this.folded)) length += isHan ? text.length : 1;
    return length;
  }

  has(term: string): boolean {
    return isHanUnit(term.charCodeAt(0)) ? this.folded.includes(term) : this.#count(term) > 0;
  }

  count(term: string): number {
    if (!isHanUnit(term.charCodeAt(0))) return this.#count(term);
    let count = 0;
    for (let at = this.folded.indexOf(term); at >= 0; at = this.folded.indexOf(term, at + term.length)) count++;
    return count;
  }

  #count(word: string): number {
    this.#words ??= countWords(this.folded);
    return this.#words.get(word) ?? 0;
  }
}

function countWords(folded: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text, isHan } of wordRuns(folded)) {
    if (isHan) continue;
    for (const term of [...wordTerms(text), ...piecesOf(text)]) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

/** Characters of an ordinary headline: of two that hold the same of a query, the shorter one is more about it. */
const ordinaryLength = 22;
/** As usual in BM25: how soon repetition stops counting, and how much length matters. */
const k1 = 1.2;
const b = 0.75;

/** BM25 as a part of what could be had: from 0, nothing of the query, to about 2, all of it again and again. */
export function headlineScore(headline: Field, units: readonly WeighedUnit[]): number {
  const norm = k1 * (1 - b + (b * headline.length) / ordinaryLength);
  return weighted(units, (term) => {
    const count = headline.count(term);
    return (count * (k1 + 1)) / (count + norm);
  });
}

/** The part of the query's weight that a field holds, from 0 to 1. */
export const shareIn = (field: Field, units: readonly WeighedUnit[]): number =>
  weighted(units, (term) => (field.has(term) ? 1 : 0));

function weighted(units: readonly WeighedUnit[], value: (term: string) => number): number {
  let all = 0;
  let held = 0;
  for (const { term, weight } of units) {
    all += weight;
    held += weight * value(term);
  }
  return all === 0 ? 0 : held / all;
}

/** From 0 to 1: the longest stretch of the query's Han characters that stands in a field unbroken. */
export function unbrokenShare(folded: string, wanted: string): number {
  if (wanted.length < 2) return 0;
  let longest = 0;
  for (let from = 0; from + longest < wanted.length; from++) {
    while (from + longest < wanted.length && folded.includes(wanted.slice(from, from + longest + 1))) longest++;
  }
  return longest / wanted.length;
}

const halfLife = 180 * 86_400;

/** From 0 to 1: news of half a year ago counts half as recent as today's. */
export const recency = (publishedAt: number, now: number): number =>
  1 / (1 + Math.max(0, now - publishedAt) / halfLife);
