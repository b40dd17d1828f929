import { Parser } from 'htmlparser2';
import { ImportError } from '../article/draft.ts';

/** An HTML page as a light tree: built in one pass, bounded in depth and size, without scripts. */

export type PageText = { text: string; parent: PageElement };
export type PageElement = {
  tag: string;
  attributes: Record<string, string>;
  children: PageNode[];
  parent: PageElement | null;
  /** Position in document order, and the last position inside. */
  order: number;
  end: number;
  /** Every element of the page, by position. */
  all: PageElement[];
};
export type PageNode = PageElement | PageText;

export type Page = {
  root: PageElement;
  /** Contents of `<script type="application/ld+json">`, unparsed. */
  linkedData: string[];
  /** Contents of `<style>`, in order. */
  styles: string[];
};

export const isElement = (node: PageNode): node is PageElement => 'tag' in node;

/** Real pages stay below 300 open elements; unclosed `<font>`s reach some hundreds. */
const deepestOpen = 2_000;
/** Deeper elements are hung here, so that walking the tree cannot exhaust the stack. */
const deepestNode = 250;
const mostElements = 150_000;

const silent = new Set(['script', 'style', 'template', 'svg', 'math', 'object', 'applet', 'canvas', 'datalist']);

/** @throws ImportError when the page is nested or blown up beyond what any page is */
export function parsePage(html: string, name: string): Page {
  const all: PageElement[] = [];
  const root: PageElement = { tag: '#page', attributes: {}, children: [], parent: null, order: 0, end: 0, all };
  all.push(root);
  const page: Page = { root, linkedData: [], styles: [] };
  const open: PageElement[] = [root];
  let current = root;
  let count = 0;
  // Inside a silent element: how many elements are open there, and what it is.
  let silence = 0;
  let silentElement: { tag: string; type: string; text: string } | null = null;

  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (open.length + silence > deepestOpen)
          throw new ImportError('malformed', `${name} is nested deeper than ${deepestOpen} elements; no web page is`);
        if (silence > 0) {
          silence++;
          return;
        }
        if (silent.has(tag)) {
          silence = 1;
          silentElement = { tag, type: attributes.type ?? '', text: '' };
          return;
        }
        if (++count > mostElements)
          throw new ImportError(
            'too-large',
            `${name} has more than ${mostElements} elements; split it or import the articles singly`,
          );
        const parent = open[Math.min(open.length, deepestNode) - 1] as PageElement;
        const element: PageElement = { tag, attributes, children: [], parent, order: count, end: count, all };
        all.push(element);
        parent.children.push(element);
        open.push(element);
        current = open[Math.min(open.length, deepestNode) - 1] as PageElement;
      },
      ontext(text) {
        if (silentElement) {
          if (silence === 1 && (silentElement.tag === 'style' || silentElement.type.includes('ld+json')))
            silentElement.text += text;
          return;
        }
        const last = current.children.at(-1);
        if (last && !isElement(last)) last.text += text;
        else current.children.push({ text, parent: current });
      },
      onclosetag() {
        if (silence > 0) {
          if (--silence > 0) return;
          if (silentElement?.tag === 'style') page.styles.push(silentElement.text);
          else if (silentElement?.text) page.linkedData.push(silentElement.text);
          silentElement = null;
          return;
        }
        const closed = open.pop();
        if (closed) closed.end = count;
        current = open[Math.min(open.length, deepestNode) - 1] as PageElement;
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  root.end = count;
  return page;
}

/** Elements below `element` in document order. `enter` may refuse a subtree. */
export function elementsOf(element: PageElement, enter: (child: PageElement) => boolean = () => true): PageElement[] {
  const found: PageElement[] = [];
  for (let at = element.order + 1; at <= element.end; at++) {
    const child = element.all[at] as PageElement;
    if (enter(child)) found.push(child);
    else at = child.end;
  }
  return found;
}

/** All text below an element, as it stands. */
export function rawText(node: PageNode): string {
  if (!isElement(node)) return node.text;
  let text = '';
  for (const child of node.children) text += rawText(child);
  return text;
}

export const isWithin = (node: PageElement, ancestor: PageElement): boolean =>
  node.order >= ancestor.order && node.order <= ancestor.end;

/** Where an element stands, for people: `body > div#main > p:3`. The nearest four levels. */
export function pathOf(element: PageElement): string {
  const steps: string[] = [];
  for (let at: PageElement | null = element; at?.parent && steps.length < 4; at = at.parent) {
    const { id, class: names } = at.attributes;
    const first = names?.trim().split(/\s+/)[0];
    steps.unshift(`${at.tag}${id ? `#${id}` : first ? `.${first}` : `:${placeOf(at, at.parent)}`}`);
  }
  return steps.join(' > ').slice(0, 300);
}

/** Which child element it is, counted from 1; among very many the exact number says nothing. */
function placeOf(element: PageElement, parent: PageElement): string {
  let place = 0;
  for (const child of parent.children) {
    if (isElement(child)) place++;
    if (child === element) return String(place);
    if (place >= 500) break;
  }
  return '500+';
}

/** Class and id in one lower-case string, for reading what a template calls its parts. */
export const namesOf = (element: PageElement): string =>
  `${element.attributes.class ?? ''} ${element.attributes.id ?? ''}`.toLowerCase();
