import { type AddressBook, checkAddress } from './addresses.ts';
import { FirewallError } from './refusal.ts';

/** Properties whose strings are addresses for crawlers. */
const addressKeys = new Set([
  '@id',
  'url',
  'sameAs',
  'item',
  'image',
  'logo',
  'contentUrl',
  'thumbnailUrl',
  'mainEntityOfPage',
  'isBasedOn',
  'urlTemplate',
  'publishingPrinciples',
  'masthead',
  'correctionsPolicy',
  'ethicsPolicy',
  'verificationFactCheckingPolicy',
  'unnamedSourcesPolicy',
  'ownershipFundingInfo',
  'diversityPolicy',
  'actionableFeedbackPolicy',
  'target',
]);

/**
 * JSON-LD, parsed and written again with `<` escaped, so that nothing in it can end the element.
 * @throws FirewallError when it is no JSON or names a foreign address
 */
export function readStructuredData(book: AddressBook, text: string): string {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new FirewallError('json-ld', 'script', text);
  }
  checkAddresses(book, data, '');
  return JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

function checkAddresses(book: AddressBook, value: unknown, key: string): void {
  if (typeof value === 'string') {
    if (addressKeys.has(key) && /^[a-z][a-z\d+.-]*:|^\/\//i.test(value)) checkAddress(book, 'link', 'script', value);
    return;
  }
  if (Array.isArray(value)) for (const item of value) checkAddresses(book, item, key);
  else if (value !== null && typeof value === 'object')
    for (const [name, item] of Object.entries(value)) checkAddresses(book, item, name);
}
