import { stemmer } from 'stemmer';
import { fold, isHanUnit, wordRuns } from './fold.ts';
import { groupOf, type LanguageGroup } from './lists.ts';
import { readingTerms } from './readings.ts';
import type { ArticleRecord } from './record.ts';
import { plainText } from './text.ts';

/**
 * The terms an article is found by. Chinese has no spaces: every Han character and every pair of neighbours is a term,
 * so that whatever is typed is found, words or not. Words of other scripts are terms whole, by their English stem, and
 * in parts where letters meet digits (`h7n9`, `excel2003`).
 */

export type SearchTerms = {
  /** Terms of the headline and of every name an article bears, and pieces of their Latin words. */
  head: string;
  /** Terms of everything that can be read in the article. */
  text: string;
  /** What its place among others that were found is decided by: folded, so that a search need not. */
  ranked: { group: LanguageGroup; headline: string; standfirst: string };
  /** How the headline is read (readings.ts); empty where nobody said. */
  reading: string;
};

/** Both carry the terms of what a search can be narrowed to. */
export function termsOf(record: ArticleRecord, reading = ''): SearchTerms {
  const head = fold(headText(record));
  const filters = filtersOf(record).join(' ');
  return {
    head: `${indexTerms(head)} ${[...piecesOf(head), ...readingTerms(reading)].join(' ')} ${filters}`,
    text: `${indexTerms(`${head}\n${fold(readText(record))}`)} ${filters}`,
    ranked: {
      group: groupOf(record.language),
      headline: fold(record.headline),
      standfirst: fold(record.standfirst ?? '').slice(0, maxStandfirst),
    },
    reading,
  };
}

/** Most of a standfirst that ranking looks at, in UTF-16 units. */
const maxStandfirst = 160;

/** Headline, kicker and the names of tags, authors and source, a line each. */
export function headText({ kicker, headline, tags, authors, source }: HeadFields): string {
  const names = [...tags, ...authors, ...(source ? [source] : [])].map(({ name }) => name);
  return [headline, kicker ?? '', ...names].join('\n');
}

type HeadFields = Pick<ArticleRecord, 'kicker' | 'headline' | 'tags' | 'authors'> & { source: { name: string } | null };

/** Standfirst, captions and body, a line for each part. */
export function readText({ standfirst, lead, body }: Pick<ArticleRecord, 'standfirst' | 'lead' | 'body'>): string {
  return [standfirst ?? '', plainText(body), lead?.caption ?? ''].filter(Boolean).join('\n');
}

/** What a search can be narrowed to, as terms no word can be. */
export const groupTerm = (group: LanguageGroup) => `§${group}`;
export const sectionTerm = (path: string) => `§s${spelled(path)}`;
export const authorTerm = (slug: string) => `§a${spelled(slug)}`;
export const sourceTerm = (slug: string) => `§o${spelled(slug)}`;
/** Calendar months and years in UTC. */
export const monthTerm = (month: string) => `§m${spelled(month)}`;
export const yearTerm = (year: string) => `§y${year}`;

// The index takes ASCII punctuation for a gap between terms.
const spelled = (slug: string) => slug.replaceAll('-', '‐').replaceAll('/', '⁄');

function filtersOf({ language, section, authors, source, publishedAt }: ArticleRecord): string[] {
  const parts = section.split('/');
  return [
    groupTerm(groupOf(language)),
    ...parts.map((_, index) => sectionTerm(parts.slice(0, index + 1).join('/'))),
    ...authors.map(({ slug }) => authorTerm(slug)),
    ...(source ? [sourceTerm(source.slug)] : []),
    monthTerm(publishedAt.slice(0, 7)),
    yearTerm(publishedAt.slice(0, 4)),
  ];
}

/** Longest word of another script that is looked at, in UTF-16 units. */
const maxWordLength = 40;

/** Space-separated distinct terms of a folded text. */
export function indexTerms(folded: string): string {
  const words = new Set<string>();
  for (const { text, isHan } of wordRuns(folded)) if (!isHan) for (const term of wordTerms(text)) words.add(term);
  return hanTerms(folded) + [...words].join(' ');
}

/** The terms of a word that is not Han: itself, its stem, and its parts where letters meet digits. */
export function wordTerms(word: string): string[] {
  if (/^\d{1,40}$/.test(word)) return [word];
  const whole = word.slice(0, maxWordLength);
  if (/^[a-z]+$/.test(whole)) {
    const stem = stemmer(whole);
    return stem === whole ? [whole] : [whole, stem];
  }
  const parts = whole.match(/\p{N}+|[^\p{N}]+/gu) ?? [];
  return parts.length > 1 ? [whole, ...parts] : [whole];
}

/** Runs of three letters or digits of the longer Latin words, by which a misspelt or glued word is still found. */
export function piecesOf(folded: string): string[] {
  const pieces = new Set<string>();
  for (const [word] of folded.matchAll(/[a-z0-9]{4,40}/g)) {
    for (let index = 0; index + 3 <= word.length; index++) pieces.add(`·${word.slice(index, index + 3)}`);
  }
  return [...pieces];
}

const space = 0x20;

/** Distinct Han characters and pairs, a space behind each. No string is made of any of them: 20 µs an article, not 175. */
function hanTerms(folded: string): string {
  const known = new NumberSet(folded.length * 2);
  const units = new Uint16Array(folded.length * 5);
  let length = 0;
  let previous = 0;
  for (let index = 0; index < folded.length; index++) {
    const unit = folded.charCodeAt(index);
    if (!isHanUnit(unit)) {
      previous = 0;
      continue;
    }
    if (known.add(unit)) {
      units[length++] = unit;
      units[length++] = space;
    }
    if (previous !== 0 && known.add((previous << 16) | unit)) {
      units[length++] = previous;
      units[length++] = unit;
      units[length++] = space;
    }
    previous = unit;
  }
  return Buffer.from(units.buffer, 0, length * 2).toString('utf16le');
}

/** A set of numbers other than 0, by open addressing; `most` numbers fit. */
class NumberSet {
  readonly #slots: Int32Array;
  readonly #shift: number;

  constructor(most: number) {
    const bits = Math.max(4, Math.ceil(Math.log2(most + 1)) + 1);
    this.#slots = new Int32Array(2 ** bits);
    this.#shift = 32 - bits;
  }

  /** True when the number was not in it. */
  add(number: number): boolean {
    const slots = this.#slots;
    let slot = Math.imul(number ^ (number >>> 15), 0x9e3779b1) >>> this.#shift;
    for (;;) {
      if (slots[slot] === 0) {
        slots[slot] = number;
        return true;
      }
      if (slots[slot] === number) return false;
      slot = (slot + 1) & (slots.length - 1);
    }
  }
}
