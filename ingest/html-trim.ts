import type { Dropped } from '../article/draft.ts';
import { authorsIn, signatureIn, sourceIn } from './byline.ts';
import type { Piece } from './html-piece.ts';
import { closingLine, furnitureLine, isRelatedHead, tagWords } from './line-rules.ts';
import { namesOf, pathOf } from './page.ts';
import { isProse, units } from './page-lines.ts';
import { bareWords } from './wording.ts';
import { momentIn } from './written-dates.ts';

/** What the lines around the text said before they were dropped. */
export type Trimmed = {
  pieces: Piece[];
  dropped: Dropped[];
  authors: string[];
  source: string | null;
  tags: string[];
};

/** Takes off what stands inside the body's element and is none of its text: repeated headline, dateline, credits, related links. */
export function trimPieces(all: readonly Piece[], headline: string): Trimmed {
  const trimmed: Trimmed = { pieces: [], dropped: [], authors: [], source: null, tags: [] };
  const rules = all.map((piece): Dropped['rule'] | null =>
    isLine(piece) ? furnitureLine(piece.text) : linkList(piece),
  );
  markLead(all, rules, headline);
  markEnd(all, rules);
  for (const [index, piece] of all.entries()) {
    const rule = rules[index];
    if (rule) drop(piece, rule, trimmed);
    else trimmed.pieces.push(piece);
  }
  trimmed.pieces = withoutEmptyEdges(trimmed.pieces);
  return trimmed;
}

const isLine = ({ block }: Piece) => block.type === 'paragraph' || block.type === 'heading';

/** A list or table of little but links leads away from the article. */
function linkList({ block, linked, text }: Piece): Dropped['rule'] | null {
  if (block.type !== 'bulletList' && block.type !== 'orderedList' && block.type !== 'table') return null;
  const lines = text.split('\n');
  if (lines.every((line) => closingLine(line) !== null)) return closingLine(lines[0] ?? '');
  return linked > 0.7 && lines.length >= 2 ? 'boilerplate.related' : null;
}

function drop(piece: Piece, rule: Dropped['rule'], trimmed: Trimmed): void {
  const { text } = piece;
  if (text !== '') trimmed.dropped.push({ text: text.slice(0, 4_000), rule, where: pathOf(piece.element) });
  if (rule === 'boilerplate.source' || rule === 'boilerplate.editor-credit') trimmed.source ??= sourceIn(text);
  if (rule === 'boilerplate.author')
    trimmed.authors.push(...(authorsIn(text).length > 0 ? authorsIn(text) : signatureIn(text)));
  if (rule === 'boilerplate.tags') trimmed.tags.push(...tagWords(text));
}

const isBodyText = (piece: Piece) => !isLine(piece) || (units(piece.text) >= 30 && piece.linked < 0.5);

/** Before the first paragraph: the headline again, its dateline, its byline, links. */
function markLead(all: readonly Piece[], rules: (Dropped['rule'] | null)[], headline: string): void {
  const title = bareWords(headline);
  for (const [index, piece] of all.entries()) {
    if (index > 12) return;
    if (rules[index]) continue;
    if (piece.block.type === 'figure') continue;
    const words = bareWords(piece.text);
    if (words !== '' && words === title) rules[index] = 'boilerplate.headline';
    else if (isDatelineText(piece.text)) rules[index] = 'boilerplate.dateline';
    else if (isBodyText(piece)) return;
    else if (authorsIn(piece.text).length > 0 && units(piece.text) < 20) rules[index] = 'boilerplate.author';
    else if (piece.linked > 0.8 && !isProse(piece.text)) rules[index] = 'boilerplate.links';
  }
}

/** A date and little beside it: name, counters, controls. */
export function isDatelineText(text: string): boolean {
  if (text.length > 140 || /。/.test(text)) return false;
  const moment = momentIn(text, 'UTC');
  if (!moment) return false;
  const rest = text.slice(0, moment.start) + text.slice(moment.end);
  return (
    units(rest) <= 24 && !/[，；！？]/.test(rest) && (moment.hasClock || sourceIn(text) !== null || units(rest) <= 8)
  );
}

/** Behind the last paragraph of text: credits, disclaimers, sharing, and everything under a heading like 相关阅读. */
function markEnd(all: readonly Piece[], rules: (Dropped['rule'] | null)[]): void {
  for (const [index, piece] of all.entries())
    if (isLine(piece) && isRelatedHead(piece.text)) markRelated(all, rules, index);
  for (let index = all.length - 1; index >= 0; index--) {
    if (rules[index]) continue;
    const piece = all[index] as Piece;
    if (piece.block.type === 'divider') continue;
    if (piece.block.type === 'figure') {
      // Pictures behind the credits belong to whatever stands there.
      if (
        rules.slice(index + 1).some((rule) => rule === 'boilerplate.related' || rule === 'boilerplate.follow') &&
        !piece.text
      )
        rules[index] = 'boilerplate.related';
      return;
    }
    const rule = closing(piece);
    if (!rule) return;
    rules[index] = rule;
  }
}

function closing(piece: Piece): Dropped['rule'] | null {
  if (!isLine(piece) && piece.block.type !== 'bulletList' && piece.block.type !== 'quote') return null;
  const rule = closingLine(piece.text);
  if (rule) return rule;
  if (signatureIn(piece.text).length > 0) return 'boilerplate.author';
  if (piece.linked > 0.7 && !/。/.test(piece.text)) return 'boilerplate.related';
  if (/tags?\b|keyword/.test(namesOf(piece.element)) && units(piece.text) < 40) return 'boilerplate.tags';
  return null;
}

/** A related heading takes what follows it, up to the next paragraph of prose. */
function markRelated(all: readonly Piece[], rules: (Dropped['rule'] | null)[], from: number): void {
  let until = from + 1;
  while (until < all.length) {
    const piece = all[until] as Piece;
    if (isLine(piece) && piece.linked < 0.5 && units(piece.text) >= 40 && /。|[.!?]["”]?$/.test(piece.text)) break;
    until++;
  }
  // With as much text behind it as before it, it is a subhead that only sounds like one.
  const rest = all.slice(until).reduce((sum, { text }) => sum + units(text), 0);
  if (until === from + 1 && rest > 200) return;
  for (let index = from; index < until; index++) rules[index] ??= 'boilerplate.related';
}

function withoutEmptyEdges(pieces: Piece[]): Piece[] {
  const isHollow = ({ block }: Piece) => block.type === 'divider';
  let start = 0;
  let end = pieces.length;
  while (start < end && isHollow(pieces[start] as Piece)) start++;
  while (end > start && (isHollow(pieces[end - 1] as Piece) || (pieces[end - 1] as Piece).block.type === 'heading'))
    end--;
  return pieces.slice(start, end);
}
