import type { Block, Inline, ListItem, Paragraph } from '../article/body.ts';
import { withoutMarks } from '../article/marks.ts';
import { inlineText } from '../article/text.ts';
import { pictureOf } from './html-pictures.ts';
import { tableOf } from './html-tables.ts';
import { isElement, type PageElement, type PageNode } from './page.ts';
import { isBlock } from './page-lines.ts';
import { inlineOf, type Run, type RunStyle } from './runs.ts';
import { oneLine } from './wording.ts';

/** A block and where on the page it came from. */
export type Piece = {
  block: Block;
  element: PageElement;
  text: string;
  /** Share of the text that is inside links, 0 to 1. */
  linked: number;
  isCentred: boolean;
};

export type BlockContext = {
  /** The address a link or picture attribute means; null when it is none a reader can use. */
  resolve: (address: string) => string | null;
  isRemoved: (element: PageElement) => boolean;
  /** Whether players and frames become link cards; on a page of somebody else they are furniture. */
  keepsEmbeds?: boolean;
};

/** The blocks of a part of a page. Unknown elements are unwrapped, line breaks between sentences end a paragraph. */
export function piecesOf(element: PageElement, context: BlockContext): Piece[] {
  const writer = new PieceWriter(context);
  writer.enter(element);
  writer.children(element, ofText.has(element.tag) ? verbatimStyle(element, {}) : {}, centred(element, false));
  writer.flush();
  return writer.pieces;
}

const dropped = new Set([
  'head',
  'script',
  'style',
  'link',
  'meta',
  'title',
  'base',
  'iframe',
  'input',
  'button',
  'select',
  'textarea',
  'video',
  'audio',
  'noscript',
  'map',
  'dialog',
]);
/** Players and frames: of an article they are part, though no reader page shows them. */
export const embedTags: ReadonlySet<string> = new Set(['iframe', 'video', 'audio']);
const deepestList = 6;

class PieceWriter {
  pieces: Piece[] = [];
  #runs: Run[] = [];
  #element!: PageElement;
  #isCentred = false;
  readonly #context: BlockContext;

  constructor(context: BlockContext) {
    this.#context = context;
  }

  enter(element: PageElement): void {
    this.#element = element;
  }

  children(element: PageElement, style: RunStyle, isCentred: boolean): void {
    for (const child of element.children) this.#node(child, style, isCentred);
  }

  #node(node: PageNode, style: RunStyle, isCentred: boolean): void {
    if (!isElement(node)) {
      if (this.#runs.length === 0) this.#isCentred = isCentred;
      this.#runs.push({ text: node.text, style });
      return;
    }
    if (this.#context.isRemoved(node)) return;
    if (this.#context.keepsEmbeds && embedTags.has(node.tag)) this.#embed(node);
    if (dropped.has(node.tag)) return;
    if (node.tag === 'br') this.#runs.push('break');
    else if (node.tag === 'img' || node.tag === 'figure' || node.tag === 'picture')
      this.#figure(node, style, isCentred);
    else if (isBlock(node)) this.#block(node, style, isCentred);
    else if (node.tag === 'ruby') this.#ruby(node, style);
    else this.children(node, this.#inlineStyle(node, style), isCentred);
  }

  #block(element: PageElement, style: RunStyle, outerCentred: boolean): void {
    const outer = this.#element;
    const isCentred = centred(element, outerCentred);
    this.flush();
    this.#element = element;
    switch (element.tag) {
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        this.#heading(element, isCentred);
        break;
      case 'ul':
      case 'ol':
        this.#list(element);
        break;
      case 'blockquote':
        this.#quote(element, isCentred);
        break;
      case 'table':
        this.#table(element, isCentred);
        break;
      case 'hr':
        this.#push({ type: 'divider' });
        break;
      case 'pre':
        this.#preformatted(element);
        break;
      default:
        this.children(
          element,
          blockStyle(element, element.tag === 'p' ? verbatimStyle(element, style) : style),
          isCentred,
        );
    }
    this.flush();
    this.#element = outer;
  }

  /** Ends the paragraph being read. */
  flush(): void {
    const runs = this.#runs;
    this.#runs = [];
    for (const part of paragraphsOf(runs)) {
      const content = inlineOf(part);
      if (content.length > 0) this.#push({ type: 'paragraph', content }, this.#isCentred);
    }
  }

  #push(block: Block, isCentred = false): void {
    const { text, linked } = wordsOf(block);
    this.pieces.push({ block, element: this.#element, text, linked, isCentred });
  }

  #nested(element: PageElement): Piece[] {
    return piecesOf(element, this.#context);
  }

  #heading(element: PageElement, isCentred: boolean): void {
    const level = Math.min(4, Math.max(2, Number(element.tag[1]))) as 2 | 3 | 4;
    for (const { block, element: at } of this.#nested(element)) {
      // A heading around pictures, lists or tables is only a large font.
      this.#element = at;
      if (block.type === 'paragraph')
        this.#push({ type: 'heading', attrs: { level }, content: withoutBold(block.content ?? []) }, isCentred);
      else this.#push(block);
    }
  }

  #list(element: PageElement): void {
    const pieces: Piece[] = [];
    const items: ListItem[] = [];
    let isPlain = true;
    for (const child of element.children) {
      if (!isElement(child) || this.#context.isRemoved(child)) continue;
      const inner = this.#nested(child);
      pieces.push(...inner);
      const content = inner.map(({ block }) => block);
      if (!content.every(isListContent) || content.some((block) => listDepth(block) >= deepestList)) isPlain = false;
      else if (content.length > 0)
        items.push({
          type: 'listItem',
          content: content[0]?.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content],
        });
    }
    if (!isPlain || items.length === 0) this.pieces.push(...pieces);
    else if (element.tag === 'ol') {
      const start = Number.parseInt(element.attributes.start ?? '1', 10);
      this.#push({ type: 'orderedList', attrs: { start: start >= 0 && start <= 99_999 ? start : 1 }, content: items });
    } else this.#push({ type: 'bulletList', content: items });
  }

  #quote(element: PageElement, isCentred: boolean): void {
    let paragraphs: Paragraph[] = [];
    const end = () => {
      if (paragraphs.length > 0) this.#push({ type: 'quote', attrs: { cite: null }, content: paragraphs }, isCentred);
      paragraphs = [];
    };
    for (const piece of this.#nested(element)) {
      if (piece.block.type === 'paragraph') paragraphs.push(piece.block);
      else if (piece.block.type === 'quote') paragraphs.push(...piece.block.content);
      else {
        end();
        this.pieces.push(piece);
      }
    }
    end();
  }

  #table(element: PageElement, isCentred: boolean): void {
    const table = tableOf(element, (cell) => this.#nested(cell).map(({ block }) => block));
    if (table) this.#push(table);
    else this.children(element, {}, isCentred);
  }

  #preformatted(element: PageElement): void {
    const runs: Run[] = [];
    // Old sites set plain text in <pre> too; only code is kept from conversion.
    const style = element.children.some((child) => isElement(child) && child.tag === 'code') ? { verbatim: '' } : {};
    for (const line of plainOf(element).split('\n')) runs.push('break', { text: line, style });
    const content = inlineOf(runs);
    if (content.length > 0) this.#push({ type: 'paragraph', content });
  }

  #figure(element: PageElement, style: RunStyle, isCentred: boolean): void {
    const picture = pictureOf(element, this.#context.resolve);
    if (picture) {
      const outer = this.#element;
      this.flush();
      if (isBlock(element)) this.#element = element;
      this.#push({ type: 'figure', attrs: picture });
      this.#element = outer;
    } else if (element.tag === 'figure') {
      this.flush();
      this.children(element, style, isCentred);
      this.flush();
    }
  }

  #embed(element: PageElement): void {
    const source = element.children.find((child) => isElement(child) && child.tag === 'source') as
      | PageElement
      | undefined;
    const address = element.attributes.src ?? element.attributes['data-src'] ?? source?.attributes.src;
    const url = address ? this.#context.resolve(address) : null;
    if (!url || !/^https?:/i.test(url)) return;
    this.flush();
    const title = oneLine(element.attributes.title ?? '') || new URL(url).hostname;
    this.#push({ type: 'embed', attrs: { url, title, description: '' } });
  }

  #ruby(element: PageElement, style: RunStyle): void {
    let base = '';
    for (const child of element.children) {
      if (!isElement(child)) base += child.text;
      else if (child.tag === 'rt') {
        const ruby = oneLine(plainOf(child));
        if (base.trim() !== '') this.#runs.push({ text: base, style: ruby ? { ...style, ruby } : style });
        base = '';
      } else if (child.tag !== 'rp') base += plainOf(child);
    }
    if (base.trim() !== '') this.#runs.push({ text: base, style });
  }

  #inlineStyle(element: PageElement, outer: RunStyle): RunStyle {
    const style = verbatimStyle(element, outer);
    switch (element.tag) {
      case 'b':
      case 'strong':
        return { ...style, bold: true };
      case 'i':
      case 'em':
      case 'cite':
        return { ...style, italic: true };
      case 'sub':
      case 'sup':
        return { ...style, shift: element.tag };
      case 'a': {
        const href = element.attributes.href && this.#context.resolve(element.attributes.href);
        return href && /^https?:/i.test(href) ? { ...style, href } : style;
      }
      default:
        return blockStyle(element, style);
    }
  }
}

const boldStyle = /font-weight\s*:\s*(?:bold|[6-9]00)/i;
const blockStyle = (element: PageElement, style: RunStyle): RunStyle =>
  element.attributes.style && boldStyle.test(element.attributes.style) ? { ...style, bold: true } : style;

const code = new Set(['code', 'kbd', 'samp', 'tt', 'var']);
/** Blocks of text. What stands around them often forbids the browser's translation of the whole page. */
const ofText = new Set(['blockquote', 'li', 'td', 'th', 'dd', 'dt', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** What its page says is not to be translated, code, and Japanese and Korean, whose characters look like Chinese. */
function verbatimStyle(element: PageElement, style: RunStyle): RunStyle {
  const { translate, lang, class: names = '' } = element.attributes;
  const isKept =
    translate?.toLowerCase() === 'no' || /(?:^|\s)notranslate(?:\s|$)/.test(names) || code.has(element.tag);
  const language = lang && /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(lang) ? lang : '';
  return isKept || /^(?:ja|ko)\b/i.test(language) ? { ...style, verbatim: language || (style.verbatim ?? '') } : style;
}

function centred(element: PageElement, outer: boolean): boolean {
  const { style, align, class: names } = element.attributes;
  if (element.tag === 'center' || align?.toLowerCase() === 'center') return true;
  if (style && /text-align\s*:\s*(\w+)/i.test(style)) return /text-align\s*:\s*center/i.test(style);
  return outer || (names !== undefined && /(?:^|[-_\s])center(?:$|[-_\s])/i.test(names));
}

/**
 * Paragraphs of a stretch of inline text. Two breaks end one; a single break does when the next line is indented, or when
 * the line before it ends like a sentence and is too long to be verse.
 */
function paragraphsOf(runs: Run[]): Run[][] {
  const parts: Run[][] = [[]];
  const lines = linesOfRuns(runs);
  for (const [index, line] of lines.entries()) {
    const text = lineText(line);
    const before = index > 0 ? lineText(lines[index - 1] ?? []) : '';
    if (
      index > 0 &&
      (before.trim() === '' || text.trim() === '' || /^[\s\u00a0]*\u3000/.test(text) || endsParagraph(before))
    )
      parts.push([]);
    else if (index > 0) parts.at(-1)?.push('break');
    parts.at(-1)?.push(...line);
  }
  return parts;
}

const endsParagraph = (line: string) => line.trim().length > 34 && /[。！？.!?…”"』」）)]\s*$/.test(line);

function linesOfRuns(runs: Run[]): Exclude<Run, 'break'>[][] {
  const lines: Exclude<Run, 'break'>[][] = [[]];
  for (const run of runs) {
    if (run === 'break') lines.push([]);
    else lines.at(-1)?.push(run);
  }
  return lines;
}

const lineText = (line: Exclude<Run, 'break'>[]) => line.map(({ text }) => text).join('');

const isListContent = (block: Block): block is ListItem['content'][number] =>
  block.type === 'paragraph' || block.type === 'bulletList' || block.type === 'orderedList';

function listDepth(block: ListItem['content'][number]): number {
  if (block.type === 'paragraph') return 0;
  return 1 + Math.max(0, ...block.content.flatMap((item) => item.content.map(listDepth)));
}

/** The same text without bold. */
export const withoutBold = (content: readonly Inline[]): Inline[] =>
  withoutMarks(content, ({ type }) => type === 'bold');

function plainOf(node: PageNode): string {
  if (!isElement(node)) return node.text;
  return node.tag === 'br' ? '\n' : node.children.map(plainOf).join('');
}

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
