import { isProse, units } from './page-lines.ts';
import { cleanText, foldSpaces } from './wording.ts';

/** A paragraph of a text file: one line, or the lines of a hard-wrapped one. */
export type TextLine = {
  text: string;
  /** Line of the file it starts on, counted from 1. */
  number: number;
  /** Set apart and short like a heading between paragraphs. */
  isSubhead: boolean;
};

/** The paragraphs of a text. A text whose lines are all cut at one width is wrapped: its paragraphs end at blank lines. */
export function textLines(text: string): TextLine[] {
  const raw = cleanText(text).split('\n');
  const isWrapped = looksWrapped(raw);
  const lines: TextLine[] = [];
  let isAfterBlank = true;
  for (const [index, line] of raw.entries()) {
    const trimmed = foldSpaces(line).trim();
    if (trimmed === '') {
      isAfterBlank = true;
      continue;
    }
    const last = lines.at(-1);
    const isIndented = /^(?:\u3000|\t| {2,})/.test(line);
    if (isWrapped && !isAfterBlank && !isIndented && last) last.text = foldSpaces(`${last.text}\n${trimmed}`);
    else lines.push({ text: trimmed, number: index + 1, isSubhead: false });
    isAfterBlank = false;
  }
  for (const [index, line] of lines.entries())
    line.isSubhead = isSubhead(line.text, lines[index - 1]?.text, lines[index + 1]?.text);
  return lines;
}

/** Most lines are about as long as the longest, and few end like a sentence. */
function looksWrapped(raw: string[]): boolean {
  const lengths = raw
    .filter((line) => line.trim() !== '')
    .map((line) => units(line) * (/\p{Script=Han}/u.test(line) ? 2 : 3));
  if (lengths.length < 6) return false;
  const longest = lengths.reduce((a, b) => Math.max(a, b));
  if (longest < 40 || longest > 160) return false;
  return lengths.filter((length) => length >= longest * 0.75).length >= lengths.length * 0.5;
}

function isSubhead(text: string, before: string | undefined, after: string | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  const isShort = units(text) >= 2 && units(text) <= 28;
  if (!isShort || /[。！!？?；;，,…:：]$|^[（(【“"]/.test(text)) return false;
  return units(after) >= 40 && isProse(after) && units(before) >= 20;
}
