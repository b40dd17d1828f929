import { fold, wordRuns } from '../../../article/fold.ts';
import { piecesOf, wordTerms } from '../../../article/search-terms.ts';

/** What somebody typed, read as what they want. Nothing typed is an error: what means nothing is left out. */
export type Query = {
  /** Everything that has to be found, in the order it was typed. */
  wanted: Word[];
  /** Words that have to stand next to each other, as they do in quotes. */
  phrases: Word[][];
  /** Words, or phrases, that must not stand in the article. */
  excluded: Word[][];
};

/** A run of Han characters, or a word of another script; folded. */
export type Word = { text: string; isHan: boolean };

/** Longest query that is looked at, in characters, and most words of it. */
export const maxQueryLength = 120;
const maxWords = 12;

/** Quotation marks that open a phrase, and what closes it. Typed by input methods as often as the straight ones. */
const quotes: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '「': '」', '『': '』', '«': '»' };

export function readQuery(typed: string): Query {
  const text = fold([...typed].slice(0, maxQueryLength).join(''));
  const query: Query = { wanted: [], phrases: [], excluded: [] };
  for (const { inner, quoted, minus } of parts(text)) {
    const words = wordRuns(inner).map(({ text, isHan }) => ({ text, isHan }));
    if (words.length === 0) continue;
    if (minus) query.excluded.push(words);
    else query.wanted.push(...words);
    if (quoted && !minus) query.phrases.push(words);
  }
  return {
    wanted: distinct(query.wanted).slice(0, maxWords),
    phrases: query.phrases.slice(0, maxWords),
    excluded: query.excluded.slice(0, maxWords),
  };
}

type Part = { inner: string; quoted: boolean; minus: boolean };

/** Stretches of a query: between quotes, or up to the next gap. A hyphen inside of a word excludes nothing. */
function parts(text: string): Part[] {
  const found: Part[] = [];
  for (let at = 0; at < text.length; ) {
    if (/\s/.test(text.charAt(at))) {
      at++;
      continue;
    }
    const minus = /^[-−–]/.test(text.slice(at, at + 1)) && /^\S/.test(text.slice(at + 1, at + 2));
    const start = minus ? at + 1 : at;
    const closing = quotes[text[start] ?? ''];
    const end = closing === undefined ? -1 : text.indexOf(closing, start + 1);
    if (end > 0) {
      found.push({ inner: text.slice(start + 1, end), quoted: true, minus });
      at = end + 1;
      continue;
    }
    const gap = text.slice(start + 1).search(/[\s"“„「『«]/);
    const stop = gap < 0 ? text.length : start + 1 + gap;
    found.push({ inner: text.slice(start, stop), quoted: false, minus });
    at = stop;
  }
  return found;
}

const distinct = (words: readonly Word[]): Word[] => [...new Map(words.map((word) => [word.text, word])).values()];

/** A term of the index, and how much of the query it stands for beside its rarity. */
export type Unit = { term: string; share: number };

const pairShare = 0.4;
const pieceShare = 0.5;
const maxUnits = 24;

/** Everything a query can be recognised by (of a very long one, evenly), in whole or in part: characters, pairs, words, parts and pieces of words. */
export function unitsOf(wanted: readonly Word[]): Unit[] {
  const units = new Map<string, number>();
  for (const { text, isHan } of wanted) {
    if (isHan) {
      for (const character of text) units.set(character, 1);
      for (const pair of pairsOf(text)) units.set(pair, pairShare);
    } else {
      for (const term of wordTerms(text)) units.set(term, 1);
      for (const piece of piecesOf(text)) units.set(piece, pieceShare);
    }
  }
  const every = Math.max(1, units.size / maxUnits);
  const kept = [...units].filter((_, index) => Math.floor(index / every) > Math.floor((index - 1) / every));
  return kept.map(([term, share]) => ({ term, share }));
}

/** Overlapping pairs of a Han run, none for a single character. */
export const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));

let segmenter: Intl.Segmenter | undefined;

/** The words a Han run is made of, as the dictionary sees them, without single characters; the run itself when it knows none. */
export function wordsOfRun(text: string): string[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const words = Array.from(segmenter.segment(text), ({ segment }) => segment);
  const longer = words.filter((word) => word.length > 1);
  return longer.length > 0 ? longer : [text];
}
