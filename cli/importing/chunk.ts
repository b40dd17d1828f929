import { type ArticleDraft, type ImportItem, isBefore } from '../../article/draft.ts';
import type { Document } from '../documents.ts';

/** An article that was read and is still to be taken in. */
export type Pending = {
  document: Document;
  file: string;
  format: string;
  item: ImportItem;
  draft: ArticleDraft;
  digest: string;
  origin: string;
};

/** Articles taken in before readers see them: one projection costs about what two articles do. */
const usualChunk = { articles: 200, characters: 1_000_000 };
/** Of a large document, which is imported within 300 MB whatever its size: threads that compose would take 100 of them, chunks of 120 another 60. */
const smallChunk = { articles: 50, characters: 300_000 };
const large = 16 * 1024 * 1024;

/** Whether a document is taken in sparingly: in small chunks, and without threads. */
export const isLarge = ({ source }: Document): boolean => source.size >= large;

/** Whether so much of a document was read that it is taken in before more is. */
export function isFull(document: Document, read: { articles: number; characters: number }): boolean {
  const { articles, characters } = isLarge(document) ? smallChunk : usualChunk;
  return read.articles >= articles || read.characters > characters;
}

/** What is taken in in which transaction, in order of publication: the order lists and search stand in. */
export const inOrderOfPublication = (pending: readonly Pending[]): Pending[][] =>
  inTransactions(pending.toSorted(inOrder));

/** By publication, states of one story by their versions. */
function inOrder({ draft: a }: Pending, { draft: b }: Pending): number {
  const [first, second] = [a.publishedAt ?? '~', b.publishedAt ?? '~'];
  if (first !== second) return first < second ? -1 : 1;
  if (!a.version || !b.version) return 0;
  return isBefore(a.version, b.version) ? -1 : isBefore(b.version, a.version) ? 1 : 0;
}

/** What is taken in together, in order. An article with pictures stands alone: other writers must not wait for their making. */
function inTransactions(pending: readonly Pending[]): Pending[][] {
  const together: Pending[][] = [];
  for (const [index, item] of pending.entries()) {
    const before = pending[index - 1];
    if (before && !hasPictures(before.draft) && !hasPictures(item.draft)) together.at(-1)?.push(item);
    else together.push([item]);
  }
  return together;
}

const hasPictures = ({ lead, body, history }: ArticleDraft): boolean =>
  lead !== null ||
  body.content.some(({ type }) => type === 'figure') ||
  history.some((state) => hasPictures(state.draft));
