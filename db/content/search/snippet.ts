import { fold, wordRuns } from '../../../article/fold.ts';
import { wordTerms } from '../../../article/search-terms.ts';
import { type Word, wordsOfRun } from './query.ts';

/** A piece of a text; marked where it is what was looked for. */
export type Part = { text: string; mark: boolean };

type Span = { from: number; to: number };

/** Finds and marks in texts what was looked for. Folding keeps offsets, so places in a folded text are those in the original. */
export class Marker {
  readonly #han: string[];
  readonly #terms: ReadonlySet<string>;
  /** The first letters of each term: a word that begins with none of them needs no stem. */
  readonly #beginnings: ReadonlySet<string>;
  readonly #words = new Map<string, string[]>();

  constructor(wanted: readonly Word[]) {
    this.#han = wanted.flatMap(({ text, isHan }) => (isHan ? [text] : []));
    this.#terms = new Set(wanted.flatMap(({ text, isHan }) => (isHan ? [] : wordTerms(text))));
    this.#beginnings = new Set([...this.#terms].map((term) => term.slice(0, 2)));
  }

  /** A whole text in parts. */
  whole(text: string): Part[] {
    return partsOf(text, { from: 0, to: text.length }, this.spans(fold(text)));
  }

  /** The stretch of a text that holds most of what was looked for; the beginning when it holds nothing of it. */
  snippet(text: string, folded = fold(text)): Part[] {
    const spans = this.spans(folded);
    const window = bestWindow(folded, spans);
    const parts = partsOf(text, window, spans);
    if (window.from > 0) parts.unshift({ text: '…', mark: false });
    if (window.to < text.length) parts.push({ text: '…', mark: false });
    return parts;
  }

  spans(folded: string): Span[] {
    const spans = this.#han.flatMap((run) => this.#hanSpans(folded, run));
    if (this.#terms.size > 0)
      for (const { text, isHan, at } of wordRuns(folded))
        if (!isHan && this.#isWanted(text)) spans.push({ from: at, to: at + text.length });
    return joined(spans);
  }

  /** The run as it was typed or, where it never stands like that, the words it is made of. */
  #hanSpans(folded: string, run: string): Span[] {
    const whole = occurrences(folded, run);
    if (whole.length > 0) return whole;
    const words = this.#words.get(run) ?? wordsOfRun(run);
    this.#words.set(run, words);
    return words.flatMap((word) => occurrences(folded, word));
  }

  #isWanted(word: string): boolean {
    if (!this.#beginnings.has(word.slice(0, 2)) && !/\d/.test(word)) return false;
    return wordTerms(word).some((term) => this.#terms.has(term));
  }
}

const mostOccurrences = 50;

function occurrences(folded: string, text: string): Span[] {
  const spans: Span[] = [];
  for (
    let at = folded.indexOf(text);
    at >= 0 && spans.length < mostOccurrences;
    at = folded.indexOf(text, at + text.length)
  )
    spans.push({ from: at, to: at + text.length });
  return spans;
}

function joined(spans: Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans.sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = out.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else out.push({ ...span });
  }
  return out;
}

const snippetLength = 90;
const leadIn = 20;
const mostWindows = 200;

/** Most different matches, and of windows alike the first one. */
function bestWindow(folded: string, spans: readonly Span[]): Span {
  const words = spans.map(({ from, to }) => folded.slice(from, to));
  const inside = new Map<string, number>();
  let best = { from: 0, count: -1 };
  for (let first = 0, next = 0; first < spans.length && first < mostWindows; first++) {
    const { from } = spans[first] as Span;
    for (; next < spans.length && (spans[next] as Span).to <= from + snippetLength - leadIn; next++)
      inside.set(words[next] as string, (inside.get(words[next] as string) ?? 0) + 1);
    if (inside.size > best.count) best = { from, count: inside.size };
    // A match longer than the window was never inside of it.
    if (next <= first) next = first + 1;
    else leave(inside, words[first] as string);
  }
  const start = wholeCharacter(folded, Math.max(0, best.from - leadIn));
  return { from: start, to: wholeCharacter(folded, Math.min(folded.length, start + snippetLength)) };
}

function leave(inside: Map<string, number>, word: string): void {
  const count = (inside.get(word) ?? 0) - 1;
  if (count > 0) inside.set(word, count);
  else inside.delete(word);
}

/** The place itself, or the one before it where it would part a character of two units. */
const wholeCharacter = (text: string, at: number): number => {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
};

function partsOf(text: string, window: Span, spans: readonly Span[]): Part[] {
  const parts: Part[] = [];
  let at = window.from;
  const add = (to: number, mark: boolean) => {
    const piece = text.slice(at, to).replaceAll(/\s+/g, ' ');
    if (piece !== '') parts.push({ text: piece, mark });
    at = Math.max(at, to);
  };
  for (const { from, to } of spans) {
    if (to <= window.from || from >= window.to) continue;
    add(Math.max(from, at), false);
    add(Math.min(to, window.to), true);
  }
  add(window.to, false);
  return parts;
}

/** Whether words stand next to each other somewhere in a folded text, with nothing but gaps and punctuation between. */
export function standsIn(folded: string, words: readonly Word[]): boolean {
  const [first, ...more] = words;
  if (first === undefined) return false;
  if (first.isHan && more.length === 0) return folded.includes(first.text);
  // Words hold letters and digits only, so none of them is a character of a pattern's own.
  const together = words.map(({ text }) => text).join('[^\\p{L}\\p{N}]{0,8}');
  const before = first.isHan ? '' : '(?<![\\p{L}\\p{N}])';
  const after = words.at(-1)?.isHan ? '' : '(?![\\p{L}\\p{N}])';
  return new RegExp(before + together + after, 'u').test(folded);
}
