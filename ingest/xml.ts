import { decodeHTMLStrict } from 'entities';
import { SaxesParser } from 'saxes';
import { ImportError } from '../article/draft.ts';

/**
 * XML as a stream of small trees. Strict about well-formedness, deaf to document types: nothing a DTD declares is read,
 * nothing it names is fetched, and a document that uses entities of its own is refused.
 */

export type XmlElement = {
  /** As written, with its prefix. */
  name: string;
  local: string;
  /** Namespace; `""` without one, the bare prefix when the document never bound it. */
  uri: string;
  /** By local name; in a namespace by `{uri}local`. */
  attributes: Record<string, string>;
  children: XmlNode[];
  /** Line the element starts on, from 1. */
  line: number;
};
export type XmlNode = XmlElement | string;

export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

/** Which elements to hand over as trees; everything else is read past. `depth` is 1 for the root. */
export type RecordTest = (element: { local: string; uri: string }, depth: number) => boolean;

const limits = {
  depth: 250,
  /** Elements and characters of one tree. */
  elements: 500_000,
  characters: 64_000_000,
};

/** Pushes text in, takes finished trees out. @throws ImportError `malformed` with line and column, `too-large` beyond the limits */
export class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: false, position: true });
  readonly #name: string;
  readonly #isRecord: RecordTest;
  /** Open elements, the record's root among them; null for those that are only read past. */
  readonly #open: (XmlElement | null)[] = [];
  readonly #scopes: Record<string, string>[] = [Object.assign(Object.create(null), { xml: xmlNamespace })];
  #finished: XmlElement[] = [];
  #elements = 0;
  #characters = 0;
  /** Characters since the parser last said anything: a text without end is no reason to hold it all. */
  #silence = 0;
  #root: string | null = null;
  #ownEntity: string | null = null;

  constructor(name: string, isRecord: RecordTest) {
    this.#name = name;
    this.#isRecord = isRecord;
    const parser = this.#parser;
    lenientEntities(parser.ENTITIES);
    parser.on('error', (error) => this.#refuse(error.message.replace(/^\d+:\d+:\s*/, '')));
    parser.on('doctype', (doctype) => this.#doctype(doctype));
    parser.on('opentag', ({ name: tag, attributes }) => this.#openTag(tag, attributes as Record<string, string>));
    parser.on('closetag', () => this.#closeTag());
    parser.on('text', (text) => this.#text(text));
    parser.on('cdata', (text) => this.#text(text));
  }

  /** Name of the root element, once it was read. */
  get root(): string | null {
    return this.#root;
  }

  write(text: string): XmlElement[] {
    this.#silence += text.length;
    this.#parser.write(text);
    if (this.#silence > limits.characters)
      throw new ImportError('too-large', `${this.#name}: one text of more than ${limits.characters} characters`);
    return this.#take();
  }

  end(): XmlElement[] {
    this.#parser.close();
    return this.#take();
  }

  #take(): XmlElement[] {
    const finished = this.#finished;
    if (finished.length > 0) this.#finished = [];
    return finished;
  }

  #refuse(message: string): never {
    const { line, column } = this.#parser;
    if (this.#ownEntity && message.startsWith('undefined entity'))
      throw new ImportError(
        'malformed',
        `${this.#name}, line ${line}: uses entities it declares itself, such as ${this.#ownEntity}; those are never expanded. Export it without a document type`,
      );
    throw new ImportError(
      'malformed',
      `${this.#name} is not well-formed XML: line ${line}, column ${column}: ${message}`,
    );
  }

  /** What a document type declares is not read; a reference to it is then to an entity nobody knows, and refused. */
  #doctype(doctype: string): void {
    this.#silence = 0;
    this.#ownEntity = /<!ENTITY\s+(?!%)([^\s>]{1,80})/i.exec(doctype)?.[1] ?? null;
  }

  #openTag(tag: string, written: Record<string, string>): void {
    this.#silence = 0;
    if (this.#open.length >= limits.depth)
      throw new ImportError(
        'malformed',
        `${this.#name}, line ${this.#parser.line}: nested deeper than ${limits.depth} elements; no document is`,
      );
    const scope = scopeOf(written, this.#scopes.at(-1) as Record<string, string>);
    this.#scopes.push(scope);
    const { local, uri } = resolve(tag, scope, true);
    this.#root ??= tag;
    const parent = this.#open.at(-1) ?? null;
    const isRecord = parent === null && this.#isRecord({ local, uri }, this.#open.length + 1);
    if (parent === null && !isRecord) {
      this.#open.push(null);
      return;
    }
    if (isRecord) this.#elements = this.#characters = 0;
    if (++this.#elements > limits.elements)
      throw new ImportError(
        'too-large',
        `${this.#name}, line ${this.#parser.line}: more than ${limits.elements} elements in one part`,
      );
    const element: XmlElement = {
      name: tag,
      local,
      uri,
      attributes: Object.create(null),
      children: [],
      line: this.#parser.line,
    };
    for (const [name, value] of Object.entries(written)) {
      if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
      const key = name.includes(':') ? resolve(name, scope, false) : null;
      element.attributes[key ? `{${key.uri}}${key.local}` : name] = value;
    }
    parent?.children.push(element);
    this.#open.push(element);
  }

  #closeTag(): void {
    this.#silence = 0;
    this.#scopes.pop();
    const closed = this.#open.pop();
    if (closed && (this.#open.at(-1) ?? null) === null) this.#finished.push(closed);
  }

  #text(text: string): void {
    this.#silence = 0;
    const current = this.#open.at(-1);
    if (!current) return;
    this.#characters += text.length;
    if (this.#characters > limits.characters)
      throw new ImportError(
        'too-large',
        `${this.#name}, line ${this.#parser.line}: more than ${limits.characters} characters in one part`,
      );
    const last = current.children.length - 1;
    if (typeof current.children[last] === 'string') current.children[last] += text;
    else current.children.push(text);
  }
}

/** Feeds and exports write HTML's entities without declaring them. They are a fixed table, nothing a document can define. */
function lenientEntities(table: Record<string, string>): void {
  const html = new Proxy(Object.create(null) as Record<string, string>, {
    get(_, name) {
      if (typeof name !== 'string' || !/^[A-Za-z][A-Za-z0-9]{1,31}$/.test(name)) return undefined;
      const decoded = decodeHTMLStrict(`&${name};`);
      return decoded === `&${name};` ? undefined : decoded;
    },
  });
  Object.setPrototypeOf(table, html);
}

function scopeOf(attributes: Record<string, string>, outer: Record<string, string>): Record<string, string> {
  let scope = outer;
  for (const name in attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    if (scope === outer) scope = Object.create(outer) as Record<string, string>;
    scope[name === 'xmlns' ? '' : name.slice(6)] = (attributes[name] ?? '').trim();
  }
  return scope;
}

function resolve(name: string, scope: Record<string, string>, isElement: boolean): { local: string; uri: string } {
  const colon = name.indexOf(':');
  if (colon < 0) return { local: name, uri: isElement ? (scope[''] ?? '') : '' };
  const prefix = name.slice(0, colon);
  // A prefix nobody bound stands for itself: `dc:creator` without a declaration still means what it says.
  return { local: name.slice(colon + 1), uri: scope[prefix] ?? prefix };
}

/** The whole document as one tree. @throws ImportError */
export function readXml(text: string, name: string): XmlElement {
  const reader = new XmlReader(name, (_, depth) => depth === 1);
  const [root] = [...reader.write(text), ...reader.end()];
  if (!root) throw new ImportError('malformed', `${name} is not well-formed XML: it has no root element`);
  return root;
}

export const isXmlElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

/** Child elements of a local name, in any namespace or in one of those given. */
export function childrenNamed(element: XmlElement, local: string, ...uris: string[]): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement =>
      isXmlElement(child) && child.local === local && (uris.length === 0 || uris.includes(child.uri)),
  );
}

export const childNamed = (element: XmlElement, local: string, ...uris: string[]): XmlElement | undefined =>
  childrenNamed(element, local, ...uris)[0];

/** All text inside an element, markup gone. */
export function xmlText(node: XmlNode | undefined): string {
  if (node === undefined || typeof node === 'string') return node ?? '';
  let text = '';
  for (const child of node.children) text += typeof child === 'string' ? child : xmlText(child);
  return text;
}

/** The text of a child element, trimmed; null when there is none or it is empty. */
export const childText = (element: XmlElement, local: string, ...uris: string[]): string | null =>
  xmlText(childNamed(element, local, ...uris)).trim() || null;

/** Elements below an element, in document order, itself not among them. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  for (const child of element.children)
    if (isXmlElement(child)) {
      yield child;
      yield* descendants(child);
    }
}
