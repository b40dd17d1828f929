import { isXmlElement, type XmlElement } from './xml.ts';

/** XML content written out as HTML again, prefixes gone: what a feed or news item holds as inline XHTML. */

const voidTags = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);

/** The markup inside an element. `rename` gives an element another name, or null to keep only what is in it. */
export function innerMarkup(
  element: XmlElement,
  rename: (element: XmlElement) => string | null = ({ local }) => local,
): string {
  let html = '';
  for (const child of element.children) html += isXmlElement(child) ? outerMarkup(child, rename) : escapeText(child);
  return html;
}

export function outerMarkup(
  element: XmlElement,
  rename: (element: XmlElement) => string | null = ({ local }) => local,
): string {
  const tag = rename(element);
  if (tag === null) return innerMarkup(element, rename);
  const attributes = Object.entries(element.attributes)
    .filter(([name]) => !name.startsWith('{'))
    .map(([name, value]) => ` ${name}="${escapeText(value).replace(/"/g, '&quot;')}"`)
    .join('');
  if (voidTags.has(tag)) return `<${tag}${attributes}>`;
  return `<${tag}${attributes}>${innerMarkup(element, rename)}</${tag}>`;
}

export const escapeText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
