import { DomUtils, parseDocument } from 'htmlparser2';

/** A page as its visitors have it, taken apart. Nothing in it is believed. */
type Elements = ReturnType<typeof DomUtils.getElementsByTagName>;
type Element = Elements[number];
type Node = Element['children'][number];

export type SeenText = {
  text: string;
  /** Names of the elements around it, outermost first. */
  inside: string[];
  /** It stands in the article's text. */
  inArticle: boolean;
  /** It is the value of an attribute. */
  attribute: boolean;
};
export type SeenLink = { href: string; element: string; inArticle: boolean };

export type SeenPage = {
  language: string;
  title: string[];
  headings: string[];
  /** Every text a reader or a machine may read, in order: text nodes and the words of attributes. */
  texts: SeenText[];
  /** The article's text, white space taken out; null on a page that has none. */
  articleText: string | null;
  links: SeenLink[];
  /** Addresses that browsers fetch or send to. */
  resources: { address: string; element: string }[];
  meta: Map<string, string[]>;
  canonical: string[];
  styles: string[];
  data: string[];
  /** What a page of ours never has: scripts, frames, handlers, hidden parts, comments. */
  foreign: string[];
};

const wordAttributes = new Set(['alt', 'title', 'aria-label', 'placeholder', 'label', 'summary']);
const resourceAttributes = new Set([
  'src',
  'srcset',
  'action',
  'formaction',
  'data',
  'poster',
  'background',
  'ping',
  'manifest',
]);
const neverHere = new Set(
  'iframe frame frameset object embed applet base noscript template canvas audio video portal textarea select dialog marquee'.split(
    ' ',
  ),
);

export function seePage(html: string): SeenPage {
  const page: SeenPage = {
    language: '',
    title: [],
    headings: [],
    texts: [],
    articleText: null,
    links: [],
    resources: [],
    meta: new Map(),
    canonical: [],
    styles: [],
    data: [],
    foreign: [],
  };
  const document = parseDocument(html, { decodeEntities: true });
  visit(document.children as Node[], [], false, page);
  return page;
}

function visit(nodes: readonly Node[], inside: string[], inArticle: boolean, page: SeenPage): void {
  for (const node of nodes) {
    if (node.type === 'text') see(page, { text: node.data, inside, inArticle, attribute: false });
    else if (node.type === 'comment') page.foreign.push(`comment ${node.data}`);
    else if ('name' in node && 'attribs' in node) visitElement(node as Element, inside, inArticle, page);
  }
}

function see(page: SeenPage, seen: SeenText): void {
  if (seen.text.trim() !== '') page.texts.push(seen);
}

function visitElement(element: Element, inside: string[], inArticle: boolean, page: SeenPage): void {
  const { name, attribs } = element;
  if (name === 'script') seeScript(element, page);
  if (name === 'style') page.styles.push(DomUtils.textContent(element));
  if (name === 'script' || name === 'style') return;
  if (neverHere.has(name)) page.foreign.push(`<${name}>`);
  if (name === 'html') page.language = attribs.lang ?? '';
  if (name === 'title') page.title.push(DomUtils.textContent(element));
  if (name === 'h1') page.headings.push(DomUtils.textContent(element));
  if (name === 'meta') seeMeta(element, page);
  seeAttributes(element, inside, inArticle, page);
  const isBody = attribs.itemprop === 'articleBody';
  if (isBody) page.articleText = (page.articleText ?? '') + withoutSpace(DomUtils.textContent(element));
  if (name !== 'title') visit(element.children as Node[], [...inside, name], inArticle || isBody, page);
}

function seeScript(element: Element, page: SeenPage): void {
  if (element.attribs.type === 'application/ld+json') page.data.push(DomUtils.textContent(element));
  else page.foreign.push(`<script> ${element.attribs.src ?? DomUtils.textContent(element).slice(0, 80)}`);
}

function seeMeta({ attribs }: Element, page: SeenPage): void {
  if (attribs['http-equiv']) page.foreign.push(`<meta http-equiv="${attribs['http-equiv']}">`);
  const name = attribs.property ?? attribs.name;
  if (name) page.meta.set(name, [...(page.meta.get(name) ?? []), attribs.content ?? '']);
}

function seeAttributes({ name, attribs }: Element, inside: string[], inArticle: boolean, page: SeenPage): void {
  for (const [attribute, value] of Object.entries(attribs)) {
    if (attribute.startsWith('on')) page.foreign.push(`<${name} ${attribute}>`);
    else if (attribute === 'style') page.foreign.push(`<${name} style="${value}">`);
    else if (attribute === 'hidden') page.foreign.push(`<${name} hidden>`);
    else if (wordAttributes.has(attribute))
      see(page, { text: value, inside: [...inside, name], inArticle, attribute: true });
    else if (resourceAttributes.has(attribute)) page.resources.push({ address: value, element: name });
    else if (attribute === 'href') seeHref(name, value, attribs.rel ?? '', inArticle, page);
  }
}

function seeHref(element: string, href: string, rel: string, inArticle: boolean, page: SeenPage): void {
  if (element === 'link' && rel === 'canonical') page.canonical.push(href);
  else if (element === 'link' && rel !== 'alternate') page.resources.push({ address: href, element: `link ${rel}` });
  else page.links.push({ href, element, inArticle });
}

export const withoutSpace = (text: string): string => text.replace(/\s+/gu, '');
