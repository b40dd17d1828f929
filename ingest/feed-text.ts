import { Buffer } from 'node:buffer';
import type { FeedText } from './feed-model.ts';
import { innerMarkup } from './markup.ts';
import { isXmlElement, type XmlElement, xmlNamespace, xmlText } from './xml.ts';

/** Text constructs of feeds: plain, escaped HTML, inline XHTML, base64. */

/** The base of an element, given its parent's. Only web addresses count: `javascript:` is no place to resolve against. */
export function baseOf(element: XmlElement, outer: string | null): string | null {
  const declared = element.attributes[`{${xmlNamespace}}base`]?.trim();
  return declared ? (resolveIn(declared, outer) ?? outer) : outer;
}

/** An address made absolute; null when it is none of the web's or nothing to resolve it against. */
export function resolveIn(address: string, base: string | null): string | null {
  const trimmed = address.trim();
  if (trimmed === '') return null;
  if (/^https?:\/\//i.test(trimmed)) return URL.canParse(trimmed) ? trimmed : null;
  if (/^[a-z][a-z0-9+.-]*:/i.test(trimmed) || base === null || !URL.canParse(trimmed, base)) return null;
  const { href, protocol } = new URL(trimmed, base);
  return /^https?:$/.test(protocol) ? href : null;
}

/** Atom 1.0 (RFC 4287, 3.1 and 4.1.3) and Atom 0.3 (`mode`). */
export function atomText(element: XmlElement, outer: string | null): FeedText | null {
  const base = baseOf(element, outer);
  const type = (element.attributes.type ?? 'text').trim().toLowerCase();
  const mode = element.attributes.mode?.trim().toLowerCase();
  const hasMarkup = element.children.some(isXmlElement);
  if (hasMarkup || type === 'xhtml' || type === 'application/xhtml+xml') {
    const div = soleDiv(element);
    // Atom 1.0's XHTML is wrapped in a div that is not part of it; Atom 0.3's div is.
    const inner = div && type === 'xhtml' ? div : element;
    return textOf(innerMarkup(inner), 'text/html', inner === element ? base : baseOf(inner, base));
  }
  const written = xmlText(element);
  const isBase64 = mode === 'base64' || (mode === undefined && isOpaqueType(type));
  const value = isBase64 ? fromBase64(written) : written;
  const isHtml =
    type === 'html' ||
    type === 'text/html' ||
    ((mode === 'escaped' || mode === 'base64' || isBase64) && looksLikeMarkup(value));
  return textOf(value, isHtml ? 'text/html' : 'text/plain', base);
}

/** RSS: HTML, escaped or bare. What holds no markup is the same either way. */
export function rssText(element: XmlElement, outer: string | null): FeedText | null {
  const hasMarkup = element.children.some(isXmlElement);
  const value = hasMarkup ? innerMarkup(element) : xmlText(element);
  return textOf(value, hasMarkup || looksLikeMarkup(value) ? 'text/html' : 'text/plain', baseOf(element, outer));
}

function textOf(value: string, type: FeedText['type'], base: string | null): FeedText | null {
  const trimmed = value.trim();
  return trimmed === '' ? null : { value: trimmed, type, base };
}

function soleDiv(element: XmlElement): XmlElement | null {
  const solid = element.children.filter((child) => isXmlElement(child) || child.trim() !== '');
  const [only] = solid;
  return solid.length === 1 && only && isXmlElement(only) && only.local === 'div' ? only : null;
}

export const looksLikeMarkup = (text: string): boolean =>
  /<\/?[a-z][^<>]*>|<!--|&(?:[a-z][a-z0-9]{1,30}|#x?[0-9a-f]{1,6});/i.test(text);

/** Types that are neither text nor XML are base64 (RFC 4287, 4.1.3.3). */
const isOpaqueType = (type: string) => type.includes('/') && !/^text\/|\+xml$|\/xml$/.test(type);

function fromBase64(text: string): string {
  const packed = text.replace(/\s+/g, '');
  return /^[A-Za-z0-9+/]+={0,2}$/.test(packed) ? Buffer.from(packed, 'base64').toString('utf8') : text;
}
