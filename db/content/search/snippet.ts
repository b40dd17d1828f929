import { fold, wordRuns } from '../../../article/fold.ts';
import { wordTerms } from '../../../article/search-terms.ts';
import { type Word, wordsOfRun } from './query.ts';

/** A piece of a text; marked where it is what was looked for. */
export type Part = { text: string; mark: boolean };

type Span = { from: number; to: number };

/** Where the words of a query stand in a text. Folding keeps offsets, so these are places in the original. */
export function spansOf(folded: string, wanted: readonly Word[]): Span[] {
  const spans = wanted.flatMap((word) => (word.isHan ? hanSpans(folded, word.text) : []));
  const stems = new Set(wanted.flatMap(({ text, isHan }) => (isHan ? [] : wordTerms(text))));
  if (stems.size > 0) {
    for (const { text, isHan, at } of wordRuns(folded))
      if (!isHan && wordTerms(text).some((term) => stems.has(term))) spans.push({ from: at, to: at + text.length });
  }
  return joined(spans);
}

/** The run as it was typed or, where it never stands like that, the words it is made of. */
function hanSpans(folded: string, run: string): Span[] {
  const whole = occurrences(folded, run);
  return whole.length > 0 ? whole : wordsOfRun(run).flatMap((word) => occurrences(folded, word));
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

/** A whole text in parts, marked. */
export const markedText = (text: string, wanted: readonly Word[]): Part[] =>
  partsOf(text, { from: 0, to: text.length }, spansOf(fold(text), wanted));

const snippetLength = 90;
const leadIn = 20;

/** The stretch of a text that holds most of what was looked for, marked; the beginning when it holds nothing of it. */
export function snippet(text: string, wanted: readonly Word[]): Part[] {
  const spans = spansOf(fold(text), wanted);
  const window = bestWindow(text, spans);
  const parts = partsOf(text, window, spans);
  if (window.from > 0) parts.unshift({ text: '…', mark: false });
  if (window.to < text.length) parts.push({ text: '…', mark: false });
  return parts;
}

/** Most different matches, and of windows alike the first one. */
function bestWindow(text: string, spans: readonly Span[]): Span {
  let best = { from: 0, count: -1 };
  for (const { from } of spans.slice(0, 200)) {
    const inside = spans.filter((span) => span.from >= from && span.to <= from + snippetLength - leadIn);
    const count = new Set(inside.map((span) => text.slice(span.from, span.to))).size;
    if (count > best.count) best = { from, count };
  }
  const start = wholeCharacter(text, Math.max(0, best.from - leadIn));
  return { from: start, to: wholeCharacter(text, Math.min(text.length, start + snippetLength)) };
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
