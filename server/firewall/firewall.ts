import { type AddressBook, checkRecorded } from './addresses.ts';
import { readPage, type Token } from './read.ts';
import type { Stylesheets } from './stylesheets.ts';
import { writePage } from './write.ts';

/** A page that may leave the process. */
export type SafePage = {
  html: string;
  /** SHA-256 of its style element, base64. */
  styleHash: string | null;
  /** BCP 47, from the html element. */
  language: string;
};

/**
 * Lets a rendered page through: parses it, refuses it if it holds anything a reader page does not consist of, and
 * writes it anew from what was understood, without scripts and with the part of its stylesheets that it uses.
 * @throws FirewallError
 */
export function passFirewall(html: string, book: AddressBook, stylesheets: Stylesheets): SafePage {
  const page = readPage(html, book);
  checkRecorded(book, hrefsOf(page.tokens));
  const style = stylesheets.styleFor(page.stylesheets, page);
  return { html: writePage(page.tokens, style.css, style.className), styleHash: style.hash, language: page.language };
}

const hrefsOf = (tokens: readonly Token[]): string[] =>
  tokens.flatMap((token) =>
    token.kind === 'open' && token.name === 'a'
      ? token.attributes.flatMap(([name, value]) => (name === 'href' ? [value] : []))
      : [],
  );
