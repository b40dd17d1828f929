import { Parser } from 'htmlparser2';
import type { AddressBook } from './addresses.ts';
import { checkAttribute, checkElement, voidElements } from './elements.ts';
import { FirewallError } from './refusal.ts';
import { isTelling } from './selectors.ts';
import { readStructuredData } from './structured-data.ts';
import { checkValue } from './values.ts';

/** A page as it was understood: the only things that can be written. */
export type Token =
  | { kind: 'open'; name: string; attributes: [name: string, value: string][] }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string }
  /** JSON-LD, already escaped. */
  | { kind: 'data'; json: string }
  /** Where the page's one style element goes. */
  | { kind: 'style' };

export type ReadPage = {
  tokens: Token[];
  /** Addresses of the stylesheets, in the order of the page. */
  stylesheets: string[];
  elements: Set<string>;
  classes: Set<string>;
  ids: Set<string>;
  attributes: Set<string>;
  language: string;
};

/** Reads the renderer's HTML. @throws FirewallError on anything a reader page does not consist of */
export function readPage(html: string, book: AddressBook): ReadPage {
  const reader = new PageReader(book);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      onclosetag: (name) => reader.close(name),
      ontext: (text) => reader.text(text),
      oncomment: (text) => reader.comment(text),
      oncdatastart: () => reader.refuseMarkup('<![CDATA['),
      onprocessinginstruction: (_name, text) => reader.instruction(text),
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return reader.finish();
}

class PageReader {
  readonly #book: AddressBook;
  readonly #page: ReadPage = {
    tokens: [],
    stylesheets: [],
    // Browsers supply these when the markup leaves them out.
    elements: new Set(['html', 'head', 'body', 'tbody']),
    classes: new Set(),
    ids: new Set(),
    attributes: new Set(),
    language: '',
  };
  readonly #counts = { title: 0, main: 0, h1: 0 };
  #script: { type: string | undefined; text: string } | null = null;
  #hidden = false;
  #insideRp = false;

  constructor(book: AddressBook) {
    this.#book = book;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'script') {
      this.#script = { type: attributes.type, text: '' };
      return;
    }
    checkElement(name);
    if (this.#hidden || this.#insideRp) throw new FirewallError('hidden', name, 'stands in a hidden element');
    if (attributes.hidden !== undefined) {
      if (voidElements.has(name)) throw new FirewallError('hidden', name, 'is hidden');
      this.#hidden = true;
      return;
    }
    if (name === 'rp') this.#insideRp = true;
    if (name === 'link' && this.#readLink(attributes)) return;
    if (name === 'meta' && attributes.name === 'next-size-adjust') return;
    this.#count(name);
    this.#page.elements.add(name);
    this.#page.tokens.push({ kind: 'open', name, attributes: this.#readAttributes(name, attributes) });
  }

  close(name: string): void {
    if (name === 'script') {
      this.#closeScript();
      return;
    }
    if (this.#hidden) {
      this.#hidden = false;
      return;
    }
    if (name === 'rp') this.#insideRp = false;
    if (!voidElements.has(name)) this.#page.tokens.push({ kind: 'close', name });
  }

  text(text: string): void {
    if (this.#script) {
      this.#script.text += text;
      return;
    }
    if (this.#hidden) {
      if (text.trim() !== '') throw new FirewallError('hidden', 'text', text);
      return;
    }
    if (this.#insideRp && text.length > 2) throw new FirewallError('hidden', 'rp', text);
    const last = this.#page.tokens.at(-1);
    // React splits text with comments; without them it is one text again.
    if (last?.kind === 'text') last.text += text;
    else this.#page.tokens.push({ kind: 'text', text });
  }

  /** Comments are never written. Those of an unfinished Suspense boundary mean that the page is not whole. */
  comment(text: string): void {
    if (/^\$[?!~]/.test(text)) throw new FirewallError('streaming', '!--', text);
  }

  instruction(text: string): void {
    if (!/^!doctype html$/i.test(text.trim())) this.refuseMarkup(text);
  }

  refuseMarkup(text: string): never {
    throw new FirewallError('markup', '!', text);
  }

  /** @throws FirewallError unless the page has one title, a main part and a heading */
  finish(): ReadPage {
    const { title, main, h1 } = this.#counts;
    if (title !== 1) throw new FirewallError('structure', 'title', `${title} titles`);
    if (main !== 1) throw new FirewallError('structure', 'main', `${main} main elements`);
    if (h1 === 0) throw new FirewallError('structure', 'h1', 'no heading');
    return this.#page;
  }

  #count(name: string): void {
    if (name === 'title' || name === 'main' || name === 'h1') this.#counts[name] += 1;
  }

  /** Scripts end here. Only structured data goes on; a streaming instruction says that content is still to be moved in. */
  #closeScript(): void {
    const script = this.#script;
    this.#script = null;
    if (!script) return;
    if (script.type === 'application/ld+json') {
      if (this.#hidden) throw new FirewallError('hidden', 'script', script.text);
      this.#page.tokens.push({ kind: 'data', json: readStructuredData(this.#book, script.text) });
    } else if (!/^\s*\(?self\.__next_f\b/.test(script.text) && /\$R[BCXRSM]\b/.test(script.text)) {
      throw new FirewallError('streaming', 'script', script.text);
    }
  }

  /** True when the link was taken out of the page: a stylesheet, or a hint for scripts and the like. */
  #readLink({ rel = '', href = '' }: Record<string, string>): boolean {
    if (rel === 'stylesheet') {
      if (this.#page.stylesheets.length === 0) this.#page.tokens.push({ kind: 'style' });
      this.#page.stylesheets.push(href);
      return true;
    }
    if (/^(?:preload|modulepreload|preconnect|dns-prefetch|expect)$/.test(rel)) return true;
    if (!/^(?:canonical|alternate|icon|apple-touch-icon|next|prev|license|author|search|manifest)$/.test(rel))
      throw new FirewallError('attribute', 'link', `rel="${rel}"`);
    return false;
  }

  #readAttributes(element: string, attributes: Record<string, string>): [string, string][] {
    const kept: [string, string][] = [];
    for (const name in attributes) {
      const value = attributes[name] as string;
      if (checkAttribute(element, name, value) === 'drop') continue;
      checkValue(this.#book, element, name, attributes);
      this.#note(element, name, value);
      kept.push([name, value]);
    }
    return kept;
  }

  /** Remembers what stylesheets ask for. */
  #note(element: string, name: string, value: string): void {
    if (isTelling(name)) this.#page.attributes.add(name).add(`${name}=${value}`.toLowerCase());
    if (name === 'id') this.#page.ids.add(value);
    else if (name === 'lang' && element === 'html') this.#page.language = value;
    else if (name === 'class') for (const token of value.split(/\s+/)) if (token) this.#page.classes.add(token);
  }
}
