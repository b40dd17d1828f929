import { isDatelineText } from './html-trim.ts';
import { closingLine, furnitureLine, isRelatedHead } from './line-rules.ts';
import { isProse, units } from './page-lines.ts';
import { segmentLine } from './shield-segments.ts';
import type { TextLine } from './text-lines.ts';
import { bareWords } from './wording.ts';

export type TextBody = {
  /** First line of the text, and the first line behind it. */
  start: number;
  end: number;
  /** Line of the dateline above it. */
  dateline: number | null;
  /** Line of the headline, when the title of the page says which it is. */
  headline: number | null;
};

/**
 * The run of lines with the most prose, from below the dateline to where the page's furniture begins; null without prose.
 * In the dump of a page that begins with its title, the run below the line that repeats it counts for more than the others.
 */
export function findBody(lines: readonly TextLine[]): TextBody | null {
  const marks = lines.map(({ text }) => isParagraph(text));
  const headline = repeatedTitle(lines);
  let best: { start: number; end: number; weight: number } | null = null;
  for (let start = 0; start < lines.length; ) {
    if (!marks[start]) {
      start++;
      continue;
    }
    const from = headline !== null && start <= headline ? Math.max(start, headline + 1) : start;
    const { end, prose } = runFrom(lines, marks, from);
    const weight = prose * nearness(from, headline);
    if (prose >= leastProse && (!best || weight > best.weight)) best = { start: from, end, weight };
    start = Math.max(end, start + 1);
  }
  if (!best) return null;
  const dateline = datelineAbove(lines, best.start, headline);
  const from = dateline ?? headline;
  const start = from === null ? best.start : withLead(lines, from + 1, best.start);
  return { start, end: withClosing(lines, start, best.end), dateline, headline };
}

const leastProse = 24;
/** Lines between a headline and its text: dateline, tools, a picture's caption. */
const closeBy = 30;

const nearness = (start: number, headline: number | null): number => {
  if (headline === null || start <= headline) return headline === null ? 1 : 0.3;
  return start - headline <= closeBy ? 3 : 1;
};

/** The line that the first line of the dump, the page's title, begins with. */
function repeatedTitle(lines: readonly TextLine[]): number | null {
  const title = bareWords(lines[0]?.text ?? '');
  if (title.length < 8) return null;
  for (let index = 1; index < lines.length; index++) {
    const words = bareWords(lines[index]?.text ?? '');
    if (words.length >= 6 && words.length >= title.length * 0.4 && title.startsWith(words)) return index;
  }
  return null;
}

/** A line of running text: long enough, with sentences, and no string of phrases. */
function isParagraph(text: string): boolean {
  if (units(text) < 18 || !isProse(text) || closingLine(text) !== null || isDatelineText(text)) return false;
  return /[。！？!?…]|[.]["”]?(?:\s|$)/.test(text) || (units(text) >= 40 && segmentLine(text).segments.length < 12);
}

/** Short lines between paragraphs belong to them: subheads, quotations, captions. A heading like 相关阅读 ends the run. */
function runFrom(lines: readonly TextLine[], marks: boolean[], start: number): { end: number; prose: number } {
  let prose = 0;
  let end = start;
  for (let index = start, short = 0; index < lines.length && short <= 4; index++) {
    const { text } = lines[index] as TextLine;
    if (isRelatedHead(text) && !marks[index + 1]) break;
    if (marks[index]) {
      prose += units(text);
      end = index + 1;
      short = 0;
    } else short++;
  }
  return { end, prose };
}

function datelineAbove(lines: readonly TextLine[], start: number, headline: number | null): number | null {
  const top = headline === null ? Math.max(0, start - 12) : Math.max(headline, start - 60);
  for (let index = start - 1; index >= top; index--) if (isDatelineText(lines[index]?.text ?? '')) return index;
  return null;
}

/** Lines between dateline and first paragraph that are no furniture: a lead without a full stop, verse. */
function withLead(lines: readonly TextLine[], from: number, to: number): number {
  let start = to;
  while (
    start > from &&
    furnitureLine(lines[start - 1]?.text ?? '') === null &&
    units(lines[start - 1]?.text ?? '') >= 4
  )
    start--;
  return start;
}

/**
 * What ends a text without being a paragraph by its length: a short last sentence, credits in brackets, and the lines of a
 * text that breaks them like verse.
 */
function withClosing(lines: readonly TextLine[], start: number, end: number): number {
  const short = lines.slice(start, end).filter(({ text }) => units(text) < 24).length;
  const patience = short >= (end - start) / 2 ? 3 : 0;
  let closed = end;
  for (let index = end, waited = 0; index < Math.min(lines.length, end + 5) && waited <= patience; index++) {
    const { text } = lines[index] as TextLine;
    if (/^[（(【][^（()）】]{2,60}[）)】]$/.test(text)) return index + 1;
    if (closingLine(text) !== null || isRelatedHead(text) || isDatelineText(text)) break;
    if (/[。！？][”」』]?$/.test(text) && units(text) >= 6) {
      closed = index + 1;
      waited = 0;
    } else waited++;
  }
  return closed;
}
