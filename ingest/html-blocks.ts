import type { Block, Paragraph } from '../article/body.ts';
import { listOf } from './html-lists.ts';
import { paragraphsOf } from './html-paragraphs.ts';
import { pictureOf } from './html-pictures.ts';
import { type Piece, pieceOf, withoutBold } from './html-piece.ts';
import { blockStyle, centred, inlineStyle, ofText, verbatimStyle } from './html-style.ts';
import { tableOf } from './html-tables.ts';
import { isElement, type PageElement, type PageNode } from './page.ts';
import { isBlock } from './page-lines.ts';
import { inlineOf, type Run, type RunStyle } from './runs.ts';
import { oneLine } from './wording.ts';

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
    else this.children(node, inlineStyle(node, style, this.#context.resolve), isCentred);
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
    this.pieces.push(pieceOf(block, this.#element, isCentred));
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
    const items = element.children
      .filter(isElement)
      .filter((child) => !this.#context.isRemoved(child))
      .map((child) => this.#nested(child));
    const list = listOf(
      element,
      items.map((pieces) => pieces.map(({ block }) => block)),
    );
    if (list) this.#push(list);
    else this.pieces.push(...items.flat());
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
}

function plainOf(node: PageNode): string {
  if (!isElement(node)) return node.text;
  return node.tag === 'br' ? '\n' : node.children.map(plainOf).join('');
}
