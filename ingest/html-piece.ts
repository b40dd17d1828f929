import type { Block, Inline } from '../article/body.ts';
import { withoutMarks } from '../article/marks.ts';
import { inlineText } from '../article/text.ts';
import type { PageElement } from './page.ts';

/** A block and where on the page it came from. */
export type Piece = {
  block: Block;
  element: PageElement;
  text: string;
  /** Share of the text that is inside links, 0 to 1. */
  linked: number;
  isCentred: boolean;
};

export const pieceOf = (block: Block, element: PageElement, isCentred: boolean): Piece => ({
  block,
  element,
  ...wordsOf(block),
  isCentred,
});

/** The same text without bold. */
export const withoutBold = (content: readonly Inline[]): Inline[] =>
  withoutMarks(content, ({ type }) => type === 'bold');

function wordsOf(block: Block): { text: string; linked: number } {
  const texts: string[] = [];
  let linked = 0;
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const child of node) visit(child);
    else if (node !== null && typeof node === 'object') {
      const { text, marks, content } = node as { text?: string; marks?: { type: string }[]; content?: unknown };
      if (text !== undefined) {
        texts.push(text);
        if (marks?.some(({ type }) => type === 'link')) linked += text.length;
      }
      visit(content);
    }
  };
  visit(block);
  const text =
    block.type === 'figure'
      ? block.attrs.caption
      : block.type === 'paragraph'
        ? inlineText(block.content)
        : texts.join('\n');
  return { text, linked: text.length > 0 ? linked / text.length : 0 };
}
