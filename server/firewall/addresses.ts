import { FirewallError } from './refusal.ts';

/** Which addresses a page may name. */
export type AddressBook = {
  /** Origin of the site, `https://news.example`. */
  publicUrl: string;
  /** Outbound addresses that the records of this page hold, spelled as they are. */
  links: ReadonlySet<string>;
  /** On an article's page, the addresses its text leads to, in reading order: all of them must be there, and no other. */
  recorded?: readonly string[] | null;
};

/** `link`: a reader may follow it. `own`: it is fetched, sent to or says where we are, so it must be ours. */
export type AddressUse = 'link' | 'own';

const plainPath = /^(?:\/(?![/\\])|#)[^\s\\]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these from addresses, so they hide schemes
const disguise = /[\u0000-\u0020\u007f\\]/;

/** @throws FirewallError unless the address is the site's own or, for a link, one of the page's records */
export function checkAddress(book: AddressBook, use: AddressUse, element: string, address: string): void {
  if (plainPath.test(address) || address === '') return;
  // Behind a whole origin and a slash nothing can lead elsewhere; a sitemap has ten thousand such addresses.
  if (address.startsWith(book.publicUrl) && address[book.publicUrl.length] === '/' && !disguise.test(address)) return;
  if (disguise.test(address) || !URL.canParse(address, book.publicUrl))
    throw new FirewallError('address', element, address);
  const url = new URL(address, book.publicUrl);
  if (url.origin === book.publicUrl) return;
  // A plain mail address leads to no other site.
  if (use === 'link' && /^mailto:[^?]+$/.test(address)) return;
  const followable = /^(?:https?|mailto|tel):$/.test(url.protocol);
  if (!followable) throw new FirewallError('address', element, address);
  if (use === 'own') throw new FirewallError('foreign-resource', element, address);
  if (!book.links.has(address)) throw new FirewallError('foreign-link', element, address);
}

/** @throws FirewallError unless every candidate of the srcset is the site's own */
export function checkSourceSet(book: AddressBook, element: string, sources: string): void {
  // No address of ours holds a comma, and bundlers leave out the space behind those between candidates.
  for (const candidate of sources.split(',')) {
    checkAddress(book, 'own', element, candidate.trim().split(/\s+/, 1)[0] ?? '');
  }
}

/** @throws FirewallError unless a page leads out where its article's record does, in that order, no link more or less */
export function checkRecorded({ publicUrl, recorded }: AddressBook, hrefs: readonly string[]): void {
  if (!recorded) return;
  const outbound = (address: string) => /^https?:/i.test(address) && new URL(address).origin !== publicUrl;
  const wanted = recorded.filter(outbound);
  const found = hrefs.filter(outbound);
  for (let index = 0; index < Math.max(wanted.length, found.length); index++) {
    if (wanted[index] === found[index]) continue;
    throw new FirewallError(
      'recorded-links',
      'a',
      `link ${index + 1} is ${found[index] ?? 'missing'}, the record has ${wanted[index] ?? 'none'}`,
    );
  }
}
