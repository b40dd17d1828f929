import type { Block, List, ListItem } from '../article/body.ts';
import type { PageElement } from './page.ts';

const deepest = 6;

/** The list of what its items hold; null when it only lays out the page, and they are to be read one after another. */
export function listOf(element: PageElement, items: Block[][]): List | null {
  const content: ListItem[] = [];
  for (const blocks of items) {
    if (!blocks.every(isListContent) || blocks.some((block) => listDepth(block) >= deepest)) return null;
    if (blocks.length === 0) continue;
    const first = blocks[0]?.type === 'paragraph' ? [] : [{ type: 'paragraph' as const }];
    content.push({ type: 'listItem', content: [...first, ...blocks] });
  }
  if (content.length === 0) return null;
  if (element.tag !== 'ol') return { type: 'bulletList', content };
  const start = Number.parseInt(element.attributes.start ?? '1', 10);
  return { type: 'orderedList', attrs: { start: start >= 0 && start <= 99_999 ? start : 1 }, content };
}

const isListContent = (block: Block): block is ListItem['content'][number] =>
  block.type === 'paragraph' || block.type === 'bulletList' || block.type === 'orderedList';

function listDepth(block: ListItem['content'][number]): number {
  if (block.type === 'paragraph') return 0;
  return 1 + Math.max(0, ...block.content.flatMap((item) => item.content.map(listDepth)));
}
