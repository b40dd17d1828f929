import { type AddressBook, checkAddress, checkSourceSet } from './addresses.ts';
import { FirewallError } from './refusal.ts';

/** Checks what an allowed attribute says: addresses, and the ids of pages that are broken or not whole. @throws FirewallError */
export function checkValue(
  book: AddressBook,
  element: string,
  name: string,
  attributes: Readonly<Record<string, string>>,
): void {
  const value = attributes[name] ?? '';
  switch (name) {
    case 'id':
      if (value === '__next_error__') throw new FirewallError('error-page', element, value);
      // Ids of React's Suspense boundaries and segments.
      if (/^[SBP]:/.test(value)) throw new FirewallError('streaming', element, value);
      break;
    case 'href':
      checkAddress(book, fetches(element, attributes.rel) ? 'own' : 'link', element, value);
      break;
    case 'src':
    case 'action':
      checkAddress(book, 'own', element, value);
      break;
    case 'srcset':
      checkSourceSet(book, element, value);
      break;
    case 'cite':
      checkAddress(book, 'link', element, value);
      break;
    case 'content':
      if (namesAddress(attributes.property ?? attributes.name ?? '')) checkAddress(book, 'own', element, value);
      break;
  }
}

/** Browsers and crawlers fetch what most link elements name; these three only say where something is. */
const fetches = (element: string, rel = '') => element === 'link' && !/^(?:canonical|license|author)$/.test(rel);

/** `og:url` and `twitter:image` hold addresses; `og:image:width` and its kind hold numbers and words. */
const namesAddress = (property: string) => /(?:^|:)(?:url|image|video|audio|player|secure_url)$/.test(property);
