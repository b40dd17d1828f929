import { isDatelineText } from './html-trim.ts';
import { closingLine, furnitureLine, isRelatedHead } from './line-rules.ts';
import { isProse, units } from './page-lines.ts';
import { segmentsOf } from './shield-measure.ts';
import type { TextLine } from './text-lines.ts';

export type TextBody = {
  /** First line of the text, and the first line behind it. */
  start: number;
  end: number;
  /** Line of the dateline above it. */
  dateline: number | null;
};

/** The run of lines with the most prose, from below the dateline to where the page's furniture begins; null without prose. */
export function findBody(lines: readonly TextLine[]): TextBody | null {
  const marks = lines.map(({ text }) => isParagraph(text));
  let best: { start: number; end: number; prose: number } | null = null;
  for (let start = 0; start < lines.length; ) {
    if (!marks[start]) {
      start++;
      continue;
    }
    const { end, prose } = runFrom(lines, marks, start);
    if (!best || prose > best.prose) best = { start, end, prose };
    start = end;
  }
  if (!best || best.prose < 24) return null;
  const dateline = datelineAbove(lines, best.start);
  const start = dateline === null ? best.start : withLead(lines, dateline + 1, best.start);
  return { start, end: withClosing(lines, best.end), dateline };
}

/** A line of running text: long enough, with sentences, and no string of phrases. */
function isParagraph(text: string): boolean {
  if (units(text) < 18 || !isProse(text) || closingLine(text) !== null || isDatelineText(text)) return false;
  return /[。！？!?…]|[.]["”]?(?:\s|$)/.test(text) || (units(text) >= 40 && segmentsOf(text).length < 12);
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

function datelineAbove(lines: readonly TextLine[], start: number): number | null {
  for (let index = start - 1; index >= Math.max(0, start - 12); index--)
    if (isDatelineText(lines[index]?.text ?? '')) return index;
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

/** Credits right behind the text are read with it. */
function withClosing(lines: readonly TextLine[], end: number): number {
  const next = lines[end]?.text ?? '';
  return /^[（(【][^（()）】]{2,60}[）)】]$/.test(next) ? end + 1 : end;
}
