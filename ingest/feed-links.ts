import type { FeedLink } from './feed-model.ts';
import { baseOf, resolveIn } from './feed-text.ts';
import { type XmlElement, xmlText } from './xml.ts';

/** Where a link element leads; what cannot be made absolute is kept as written. Null when it says nothing. */
export function linkOf(element: XmlElement, base: string | null): FeedLink | null {
  const { attributes } = element;
  const written = attributes.href ?? xmlText(element);
  const href = resolveIn(written, baseOf(element, base)) ?? written.trim();
  if (href === '') return null;
  return {
    href,
    rel: attributes.rel?.trim() || 'alternate',
    type: attributes.type ?? null,
    title: attributes.title ?? null,
    hreflang: attributes.hreflang ?? null,
    length: attributes.length ?? null,
  };
}

/** RSS's enclosure as the link it is. */
export function enclosureOf({ attributes }: XmlElement, base: string | null): FeedLink | null {
  const href = attributes.url && (resolveIn(attributes.url, base) ?? attributes.url);
  if (!href) return null;
  const { type = null, length = null } = attributes;
  return { href, rel: 'enclosure', type, length, title: null, hreflang: null };
}
