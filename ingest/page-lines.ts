import { isElement, type PageElement, rawText } from './page.ts';

/** Elements that start and end a line of their own. */
const blockTags = new Set(
  `address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
   header hgroup hr html legend li main menu nav ol option p pre section select summary table tbody td tfoot th thead tr ul #page`.split(
    /\s+/,
  ),
);
export const isBlock = (element: PageElement): boolean => blockTags.has(element.tag);

/** A run of text between two block boundaries or line breaks, as a reader sees a line or paragraph. */
export type PageLine = {
  text: string;
  /** Characters of it that are inside links. */
  linked: number;
  /** The links it holds, as written. */
  links: { text: string; href: string }[];
  /** Nearest block element. */
  element: PageElement;
};

/** Every line of a page or of a part of it, in reading order. `skip` leaves out subtrees. */
export function linesOf(root: PageElement, skip: (element: PageElement) => boolean): PageLine[] {
  const lines: PageLine[] = [];
  let line: PageLine = { text: '', linked: 0, links: [], element: root };
  const flush = (element: PageElement) => {
    const text = line.text.replace(/[\s\u3000\u00a0]+/g, ' ').trim();
    if (text !== '')
      lines.push({ text, linked: Math.min(line.linked, text.length), links: line.links, element: line.element });
    line = { text: '', linked: 0, links: [], element };
  };
  const visit = (element: PageElement, block: PageElement, isLinked: boolean): void => {
    for (const child of element.children) {
      if (!isElement(child)) {
        if (line.text === '') line.element = block;
        line.text += child.text;
        if (isLinked) line.linked += child.text.trim().length;
        continue;
      }
      if (skip(child)) continue;
      if (child.tag === 'br') flush(block);
      else if (isBlock(child)) {
        flush(child);
        visit(child, child, isLinked);
        flush(block);
      } else {
        const { href } = child.tag === 'a' ? child.attributes : {};
        visit(child, block, isLinked || href !== undefined);
        if (href !== undefined) line.links.push({ text: rawText(child).trim(), href });
      }
    }
  };
  visit(root, root, false);
  flush(root);
  return lines;
}

/** Length of a text in reading units: a Han character or kana is one, three other letters are one. */
export function units(text: string): number {
  let wide = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x3040 && (unit <= 0x30ff || (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff)))
      wide++;
  }
  return wide + (text.length - wide) / 3;
}

/** Whether a line reads like prose: it has a pause or a full stop. */
export const isProse = (text: string): boolean => /[，。！？；、：…”]|[.,;!?:]["')”’]?(?:\s|$)/.test(text);
