import type { Block, Body, Inline, List } from './body.ts';

/** The words of a body, one line per paragraph, heading, list item, table row, caption and quote. */
export function plainText(body: Body): string {
  return body.content.flatMap(blockLines).filter(Boolean).join('\n');
}

/** The words of a run of inline nodes. */
export function inlineText(content: readonly Inline[] | undefined): string {
  return (content ?? []).map((node) => (node.type === 'text' ? node.text : '\n')).join('');
}

function blockLines(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [inlineText(block.content)];
    case 'bulletList':
    case 'orderedList':
      return listLines(block);
    case 'quote':
      return [...block.content.map((p) => inlineText(p.content)), ...(block.attrs.cite ? [block.attrs.cite] : [])];
    case 'correction':
      return block.content.map((p) => inlineText(p.content));
    case 'figure':
      return [block.attrs.caption];
    case 'table':
      return block.content.map((row) => row.content.map((cell) => inlineText(cell.content)).join('\t'));
    case 'embed':
      return [block.attrs.title];
    case 'divider':
      return [];
  }
}

function listLines(list: List): string[] {
  return list.content.flatMap((item) =>
    item.content.flatMap((child) => (child.type === 'paragraph' ? [inlineText(child.content)] : listLines(child))),
  );
}

/** Every address the body links to, in reading order, duplicates kept. */
export function bodyLinks(body: Body): string[] {
  const links: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const child of node) visit(child);
    else if (node !== null && typeof node === 'object') {
      const { type, attrs, marks, content } = node as {
        type?: string;
        attrs?: { url?: string };
        marks?: unknown;
        content?: unknown;
      };
      if (type === 'embed' && attrs?.url) links.push(attrs.url);
      if (Array.isArray(marks))
        for (const mark of marks as { type: string; attrs?: { href: string } }[])
          if (mark.type === 'link' && mark.attrs) links.push(mark.attrs.href);
      visit(content);
    }
  };
  visit(body.content);
  return links;
}

/** Characters of a page's description: what search results and share cards show of it. */
export const descriptionLength = 160;

/** A text cut to a number of characters, the last an ellipsis when something is missing. */
export function shorten(text: string, length: number): string {
  // A character has two units at most; of an article of ten thousand no more is looked at.
  const characters = [...text.slice(0, 2 * (length + 1))];
  if (characters.length <= length) return text;
  const kept = characters.slice(0, length - 1).join('');
  // Words of scripts that part them are not cut, unless that would take much away.
  const isInWord = wordCharacter.test(kept.at(-1) ?? '') && wordCharacter.test(characters[length - 1] ?? '');
  const start = isInWord ? kept.search(/\S+$/) : 0;
  return `${kept.slice(0, start > kept.length * 0.7 ? start : undefined).trimEnd()}…`;
}

/** Of scripts that part their words by spaces. */
const wordCharacter = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}]/u;

/** Number of characters a reader reads: white space does not count. */
export function characterCount(body: Body): number {
  return [...plainText(body).replace(/\s+/gu, '')].length;
}
