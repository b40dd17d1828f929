import { type AddressBook, checkAddress } from '../addresses.ts';
import { visible } from '../write.ts';

/** Plain text may name addresses too; programs follow them. @throws FirewallError when one is foreign */
export function checkText(text: string, book: AddressBook): string {
  const written = visible(text);
  for (const [address] of written.matchAll(/\b[a-z][a-z\d+.-]*:(?:\/\/|(?=\S+@))[^\s<>"'()[\]\ufffd]+/gi)) {
    checkAddress(book, 'link', 'text', address);
  }
  return written;
}
