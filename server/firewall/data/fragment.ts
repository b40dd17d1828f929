import { Parser } from 'htmlparser2';
import { type AddressBook, checkAddress } from '../addresses.ts';
import { voidElements } from '../elements.ts';
import { FirewallError } from '../refusal.ts';
import { escapeText, escapeValue, visible } from '../write.ts';

/** What a piece of an article may consist of outside of the site: no classes, no styles, nothing that loads but pictures. */
const elements: Record<string, string> = {
  ...Object.fromEntries(
    `p div h2 h3 h4 h5 ul strong em b small sub sup ruby rt rp br hr figure figcaption
     table thead tbody tr`
      .trim()
      .split(/\s+/)
      .map((name) => [name, '']),
  ),
  a: 'href rel',
  img: 'src alt width height',
  ol: 'start',
  li: '',
  span: 'translate lang',
  blockquote: '',
  td: 'colspan rowspan',
  th: 'colspan rowspan scope',
};

const allowed = new Map(Object.entries(elements).map(([name, text]) => [name, new Set(text.split(' '))]));

/** Reads a piece of HTML and writes it anew with absolute addresses of the book. @throws FirewallError */
export function rewriteFragment(html: string, book: AddressBook): string {
  let written = '';
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        written += `<${name}${writeAttributes(name, attributes, book)}>`;
      },
      onclosetag(name) {
        if (!voidElements.has(name)) written += `</${name}>`;
      },
      ontext(text) {
        written += escapeText(visible(text));
      },
      oncomment: (text) => refuse('!--', text),
      onprocessinginstruction: (name, text) => refuse(name, text),
      oncdatastart: () => refuse('!', '<![CDATA['),
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return written;
}

function refuse(element: string, text: string): never {
  throw new FirewallError('markup', element, text);
}

function writeAttributes(name: string, attributes: Record<string, string>, book: AddressBook): string {
  const known = allowed.get(name);
  if (!known) throw new FirewallError('element', name, 'is not an element of an article');
  let text = '';
  for (const [attribute, value] of Object.entries(attributes)) {
    if (!known.has(attribute)) throw new FirewallError('attribute', name, `${attribute}="${value}"`);
    if (attribute === 'href' || attribute === 'src') {
      if (!/^https?:/.test(value)) throw new FirewallError('address', name, value);
      checkAddress(book, attribute === 'src' ? 'own' : 'link', name, value);
    }
    text += ` ${attribute}="${escapeValue(visible(value))}"`;
  }
  return text;
}
