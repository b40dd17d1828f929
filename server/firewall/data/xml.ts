import { Parser } from 'htmlparser2';
import { type AddressBook, checkAddress } from '../addresses.ts';
import { FirewallError } from '../refusal.ts';
import { escapeText, escapeValue, visible } from '../write.ts';
import { rewriteFragment } from './fragment.ts';

/**
 * What a text or an attribute may hold. `words`: anything, it is escaped. `own` and `link`: an absolute address, as the
 * address book has it. `html`: a piece of an article, which is read as strictly as a page.
 */
export type Content = 'none' | 'words' | 'own' | 'link' | 'html';

export type XmlVocabulary = {
  root: string;
  /** Namespace addresses by attribute (`xmlns`, `xmlns:dc`). */
  namespaces: Record<string, string>;
  /** Address of the stylesheet that may be named. */
  stylesheet?: string;
  elements: Record<string, { text: Content; attributes?: Record<string, Content> }>;
};

/** Parses XML and writes it anew: elements and attributes of the vocabulary, its text escaped. @throws FirewallError */
export function rewriteXml(xml: string, vocabulary: XmlVocabulary, book: AddressBook): string {
  const writer = new XmlWriter(vocabulary, book);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => writer.open(name, attributes),
      onclosetag: (name, isImplied) => writer.close(name, isImplied),
      ontext: (text) => writer.addText(text),
      oncomment: (text) => refuse('!--', text),
      onprocessinginstruction: (name, text) => writer.instruction(name, text),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return writer.finish();
}

function refuse(element: string, text: string): never {
  throw new FirewallError('document', element, text);
}

class XmlWriter {
  readonly #vocabulary: XmlVocabulary;
  readonly #book: AddressBook;
  readonly #open: string[] = [];
  #text = '';
  /** Nothing came since the last opening tag, which is not ended yet. */
  #justOpened = false;
  #written = '<?xml version="1.0" encoding="utf-8"?>\n';
  #roots = 0;

  constructor(vocabulary: XmlVocabulary, book: AddressBook) {
    this.#vocabulary = vocabulary;
    this.#book = book;
  }

  instruction(name: string, text: string): void {
    if (name === '?xml') return;
    const { stylesheet } = this.#vocabulary;
    if (name !== '?xml-stylesheet' || !stylesheet || this.#roots > 0) refuse(name, text);
    const written = `?xml-stylesheet type="text/css" href="${stylesheet}"`;
    if (text.replace(/\?$/, '') !== written) refuse(name, text);
    this.#written += `<${written}?>\n`;
  }

  open(name: string, attributes: Record<string, string>): void {
    this.#flush();
    this.#endTag();
    const known = Object.hasOwn(this.#vocabulary.elements, name) ? this.#vocabulary.elements[name] : undefined;
    if (!known) throw new FirewallError('element', name, 'is not an element of this document');
    if (this.#open.length === 0) {
      this.#roots += 1;
      if (name !== this.#vocabulary.root || this.#roots > 1) refuse(name, 'cannot be the outermost element');
    }
    this.#open.push(name);
    this.#written += `<${name}`;
    for (const [attribute, value] of Object.entries(attributes)) {
      this.#written += ` ${attribute}="${escapeValue(this.#checked(name, attribute, value, known.attributes ?? {}))}"`;
    }
    this.#justOpened = true;
  }

  close(name: string, isImplied: boolean): void {
    this.#flush();
    // An empty element closes itself; any other has to be closed by name.
    if (isImplied && !this.#justOpened) refuse(name, 'is not closed');
    if (this.#open.pop() !== name) refuse(name, 'closes what is not open');
    this.#written += this.#justOpened ? '/>' : `</${name}>`;
    this.#justOpened = false;
  }

  addText(text: string): void {
    this.#text += text;
  }

  finish(): string {
    this.#flush();
    if (this.#roots !== 1 || this.#open.length > 0) refuse(this.#vocabulary.root, 'is not there');
    return `${this.#written}\n`;
  }

  /** Ends the opening tag under way: the element is not empty. */
  #endTag(): void {
    if (this.#justOpened) this.#written += '>';
    this.#justOpened = false;
  }

  /** Text is looked at whole: an address split in two is no address. */
  #flush(): void {
    const text = this.#text;
    this.#text = '';
    if (text.trim() === '') return;
    this.#endTag();
    const element = this.#open.at(-1) ?? '';
    const kind = this.#vocabulary.elements[element]?.text ?? 'none';
    this.#written += escapeText(checkContent(this.#book, kind, element, visible(text)));
  }

  #checked(element: string, attribute: string, value: string, allowed: Record<string, Content>): string {
    if (attribute.startsWith('xmlns')) {
      if (this.#vocabulary.namespaces[attribute] !== value || element !== this.#vocabulary.root)
        throw new FirewallError('attribute', element, `${attribute}="${value}"`);
      return value;
    }
    const kind = Object.hasOwn(allowed, attribute) ? allowed[attribute] : undefined;
    if (!kind) throw new FirewallError('attribute', element, `${attribute}="${value}"`);
    return checkContent(this.#book, kind, element, visible(value));
  }
}

/** The text as it may be written. @throws FirewallError */
export function checkContent(book: AddressBook, kind: Content, element: string, text: string): string {
  switch (kind) {
    case 'none':
      throw new FirewallError('document', element, text);
    case 'words':
      return text;
    case 'html':
      return rewriteFragment(text, book);
    case 'own':
    case 'link':
      // Nothing says what a relative address in a copy of the document would be relative to.
      if (!/^(?:https?|mailto):/.test(text)) throw new FirewallError('address', element, text);
      checkAddress(book, kind, element, text);
      return text;
  }
}
