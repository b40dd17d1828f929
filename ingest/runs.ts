import type { Inline, Mark } from '../article/body.ts';
import { cleanText, isWide } from './wording.ts';

/** How a stretch of text is set, before it becomes marks. */
export type RunStyle = {
  href?: string;
  bold?: boolean;
  italic?: boolean;
  shift?: 'sub' | 'sup';
  ruby?: string;
  /** Stays as written in every edition; the language it is in, `''` when it is the article's. */
  verbatim?: string;
};

export type Run = { text: string; style: RunStyle } | 'break';

/** In the order of the article schema: the schema refuses any other. */
function marksOf(style: RunStyle): Mark[] {
  const marks: Mark[] = [];
  if (style.href) marks.push({ type: 'link', attrs: { href: style.href } });
  if (style.bold) marks.push({ type: 'bold' });
  if (style.italic) marks.push({ type: 'italic' });
  if (style.shift) marks.push({ type: style.shift });
  if (style.ruby) marks.push({ type: 'ruby', attrs: { text: style.ruby } });
  if (style.verbatim !== undefined) marks.push({ type: 'verbatim', attrs: { lang: style.verbatim || null } });
  return marks;
}

const sameStyle = (a: RunStyle, b: RunStyle) =>
  a.href === b.href &&
  a.bold === b.bold &&
  a.italic === b.italic &&
  a.shift === b.shift &&
  a.ruby === b.ruby &&
  a.verbatim === b.verbatim;

/**
 * Inline nodes of a run of text: cleaned, white space folded across style changes, ends trimmed, equal neighbours joined.
 * Empty when nothing readable is left.
 */
export function inlineOf(runs: readonly Run[]): Inline[] {
  const folded: Run[] = [];
  for (const line of splitAtBreaks(runs)) {
    const tidy = foldLine(line);
    if (tidy.length === 0) continue;
    if (folded.length > 0) folded.push('break');
    folded.push(...tidy);
  }
  return folded.map((run) => (run === 'break' ? { type: 'hardBreak' } : textNode(run.text, run.style)));
}

function textNode(text: string, style: RunStyle): Inline {
  const marks = marksOf(style);
  return marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text };
}

type Stretch = Exclude<Run, 'break'>;

function splitAtBreaks(runs: readonly Run[]): Stretch[][] {
  const lines: Stretch[][] = [[]];
  for (const run of runs) {
    if (run === 'break') lines.push([]);
    else lines.at(-1)?.push(run);
  }
  return lines;
}

/** White space that is not one space between two words: most of it is. */
const unsettled = /\s{2,}|[^\S ]|^ | $/gu;

/** Folds the white space of one line. A space belongs to the run it starts in; a break between wide characters disappears. */
function foldLine(line: Stretch[]): Stretch[] {
  const cleaned = line.map(({ text, style }) => ({ text: cleanText(text), style }));
  const whole = cleaned.map(({ text }) => text).join('');
  const result: Stretch[] = [];
  let start = 0;
  for (const { text, style } of cleaned) {
    const from = start;
    const folded = text.replace(unsettled, (run: string, at: number) => foldSpace(run, whole, from + at));
    start += text.length;
    if (folded === '') continue;
    const last = result.at(-1);
    if (last && sameStyle(last.style, style)) last.text += folded;
    else result.push({ text: folded, style });
  }
  return trimEnds(result);
}

function foldSpace(run: string, whole: string, start: number): string {
  // A space already written by the run before is not written twice.
  if (start === 0 || isSpace(whole, start - 1)) return '';
  let end = start + run.length;
  while (end < whole.length && isSpace(whole, end)) end++;
  if (end === whole.length) return '';
  if (!whole.slice(start, end).includes('\n')) return ' ';
  return isWide(whole[start - 1]) && isWide(whole[end]) ? '' : ' ';
}

/** The rarer kinds of white space are left to the expression. */
function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0xa0) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  return /\s/u.test(text[at] as string);
}

function trimEnds(line: Stretch[]): Stretch[] {
  const kept = line.filter(({ text }) => text !== '');
  const first = kept[0];
  const last = kept.at(-1);
  if (first) first.text = first.text.trimStart();
  if (last) last.text = last.text.trimEnd();
  return kept.filter(({ text }) => text !== '');
}

/** The words of a run of text, folded. */
export const runText = (runs: readonly Run[]): string =>
  inlineOf(runs)
    .map((node) => (node.type === 'text' ? node.text : '\n'))
    .join('');
