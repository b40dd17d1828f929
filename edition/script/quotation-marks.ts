/**
 * Quotation marks follow the script: “…‘…’…” in Simplified text (GB/T 15834), 「…『…』…」 in Traditional text. Only the marks
 * of Chinese sentences change; those around or inside of Latin text stay, and an apostrophe is none.
 */

const opening: Readonly<Record<string, string>> = { '“': '”', '‘': '’' };
const corner: Readonly<Record<string, string>> = { '“': '「', '”': '」', '‘': '『', '’': '』' };
const curved: Readonly<Record<string, string>> = { '「': '“', '」': '”', '『': '‘', '』': '’' };
const wide = /[\u3001-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef…—]|[\ud840-\ud8bf]/;
const narrow = /[\p{L}\p{N}]/u;

/** Traditional text in the place of Simplified: one character for one. */
export function cornerMarks(text: string): string {
  const changed: number[] = [];
  const open: number[] = [];
  for (const { 0: mark, index: at } of text.matchAll(/[“”‘’]/g)) {
    if (mark in opening) open.push(at);
    else if (mark === '”' || !isApostrophe(text, at)) {
      const start = open.findLastIndex((from) => opening[text[from] as string] === mark);
      const from = open[start] ?? at;
      if (isChinese(text, from, at)) changed.push(...(from === at ? [at] : [from, at]));
      // What was opened inside and never closed is no pair.
      if (start >= 0) open.length = start;
    }
  }
  // A quotation of several paragraphs opens in each and closes in the last.
  for (const at of open) if (text[at] === '“' && isChinese(text, at, at)) changed.push(at);
  let written = '';
  let from = 0;
  for (const at of changed.sort((a, b) => a - b)) {
    written += text.slice(from, at) + corner[text[at] as string];
    from = at + 1;
  }
  return written + text.slice(from);
}

/** Simplified text in the place of Traditional: one character for one. */
export function curvedMarks(text: string): string {
  if (!/[「」『』]/.test(text)) return text;
  let depth = 0;
  return text.replace(/[「」『』]/g, (mark) => {
    if (mark === '「') depth++;
    if (mark === '」') depth = Math.max(0, depth - 1);
    // Double corners of their own, not inside of single ones, are the outer marks.
    if (depth === 0 && mark === '『') return '“';
    if (depth === 0 && mark === '』') return '”';
    return curved[mark] as string;
  });
}

const isApostrophe = (text: string, at: number) =>
  narrow.test(text[at - 1] ?? '') && narrow.test(text[at + 1] ?? '') && !wide.test(text[at - 1] ?? '');

/** Whether a quotation from mark to mark is part of a Chinese sentence: by what it says, or else by what leads up to it. */
function isChinese(text: string, from: number, to: number): boolean {
  if (wide.test(text.slice(from + 1, to)) || (from === to && wide.test(text[to + 1] ?? ''))) return true;
  const before = text.slice(0, from).trimEnd().at(-1);
  return wide.test(before ?? text.slice(to + 1).trimStart()[0] ?? '');
}
