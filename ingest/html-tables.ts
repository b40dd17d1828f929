import type { Block, Inline, Table, TableCell } from '../article/body.ts';
import { isElement, type PageElement } from './page.ts';

const mostRows = 1_000;
const mostColumns = 60;

/** The table an element stands for; null when it only lays out the page, and its cells are to be read one after another. */
export function tableOf(element: PageElement, blocksOf: (cell: PageElement) => Block[]): Table | null {
  if (/presentation|none/.test(element.attributes.role ?? '')) return null;
  const rows = rowsOf(element);
  if (rows.length < 2 || rows.length > mostRows) return null;
  if (!rows.some((cells) => cells.length > 1) || rows.some((cells) => cells.length > mostColumns)) return null;
  if (hasInside(element, 'table')) return null;
  const content: Table['content'] = [];
  for (const cells of rows) {
    const row: TableCell[] = [];
    for (const cell of cells) {
      const inline = inlineCell(blocksOf(cell));
      if (!inline) return null;
      row.push({
        type: cell.tag === 'th' ? 'tableHeader' : 'tableCell',
        attrs: { colspan: span(cell.attributes.colspan), rowspan: span(cell.attributes.rowspan) },
        ...(inline.length > 0 ? { content: inline } : {}),
      });
    }
    if (row.length > 0) content.push({ type: 'tableRow', content: row });
  }
  return content.length > 1 ? { type: 'table', content } : null;
}

function rowsOf(element: PageElement): PageElement[][] {
  const rows: PageElement[][] = [];
  for (const child of element.children) {
    if (!isElement(child)) continue;
    if (child.tag === 'tr')
      rows.push(child.children.filter(isElement).filter(({ tag }) => tag === 'td' || tag === 'th'));
    else if (/^(?:tbody|thead|tfoot)$/.test(child.tag)) rows.push(...rowsOf(child));
  }
  return rows.filter((cells) => cells.length > 0);
}

const hasInside = (element: PageElement, tag: string): boolean =>
  element.children.some((child) => isElement(child) && (child.tag === tag || hasInside(child, tag)));

/** The words of a cell, paragraphs as lines; null when it holds more than words, or a whole text. */
function inlineCell(blocks: Block[]): Inline[] | null {
  if (blocks.length > 8) return null;
  const content: Inline[] = [];
  for (const block of blocks) {
    if (block.type !== 'paragraph' && block.type !== 'heading') return null;
    if (content.length > 0) content.push({ type: 'hardBreak' });
    content.push(...(block.content ?? []));
  }
  return content;
}

const span = (value: string | undefined): number => {
  const number = Number.parseInt(value ?? '1', 10);
  return number >= 1 && number <= 50 ? number : 1;
};
