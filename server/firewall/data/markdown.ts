import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { type AddressBook, checkAddress } from '../addresses.ts';
import { FirewallError } from '../refusal.ts';
import { visible } from '../write.ts';
import { type JsonVocabulary, rewriteJson } from './json.ts';

/** Front matter of our format: one `key: JSON` to a line. */
const fields: JsonVocabulary = {
  title: 'words',
  slug: 'words',
  section: 'words',
  lang: 'words',
  kicker: 'words',
  standfirst: 'words',
  authors: 'words',
  source: 'words',
  name: 'words',
  url: 'link',
  published: 'words',
  updated: 'words',
  tags: 'words',
  layout: 'words',
  lead: 'none',
  src: 'own',
  alt: 'words',
  caption: 'words',
  credit: 'words',
  corrections: 'none',
  at: 'words',
  text: 'words',
};

const inlineTags = /^<(?:\/?(?:sub|sup|ruby|rt|strong|em)|span translate="no"(?: lang="[a-zA-Z\d-]+")?|\/span)>$/;

/** Reads an article's Markdown as the importer does; what a Markdown reader would follow or run is checked. @throws FirewallError */
export function checkMarkdown(markdown: string, book: AddressBook): string {
  const text = visible(markdown);
  const [, head, body] = /^---\n((?:[a-z]+: .*\n)+)---\n([\s\S]*)$/.exec(text) ?? [];
  if (head === undefined || body === undefined) throw new FirewallError('document', 'markdown', text);
  for (const line of head.trimEnd().split('\n')) {
    const colon = line.indexOf(': ');
    rewriteJson(`{${JSON.stringify(line.slice(0, colon))}:${line.slice(colon + 2)}}`, fields, book);
  }
  checkNode(fromMarkdown(body, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }), book);
  return text;
}

function checkNode(node: Root | Nodes, book: AddressBook): void {
  if (node.type === 'html' && !inlineTags.test(node.value)) throw new FirewallError('element', 'markdown', node.value);
  if (node.type === 'image') checkAddress(book, 'own', 'image', node.url);
  if (node.type === 'link' || node.type === 'definition') checkAddress(book, 'link', node.type, node.url);
  if ('children' in node) for (const child of node.children) checkNode(child, book);
}
