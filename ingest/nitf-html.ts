import { escapeText } from './markup.ts';
import { childNamed, childrenNamed, isXmlElement, type XmlElement, xmlText } from './xml.ts';

/** NITF's body as HTML: its blocks have HTML's names or close to them, its media are figures. */

const renamed: Record<string, string> = {
  p: 'p',
  hl2: 'h2',
  bq: 'blockquote',
  ul: 'ul',
  ol: 'ol',
  li: 'li',
  dl: 'dl',
  dt: 'dt',
  dd: 'dd',
  table: 'table',
  tr: 'tr',
  th: 'th',
  td: 'td',
  caption: 'caption',
  pre: 'pre',
  em: 'em',
  sub: 'sub',
  sup: 'sup',
  q: 'q',
  block: 'div',
  note: 'div',
  fn: 'p',
  datasource: 'p',
};
/** Strong emphasis, as agencies write it. */
const bold = new Set(['strong', 'b', 'lang.bold']);

export function nitfHtml(element: XmlElement): string {
  return element.children.map((child) => (isXmlElement(child) ? elementHtml(child) : escapeText(child))).join('');
}

function elementHtml(element: XmlElement): string {
  const { local, attributes } = element;
  if (local === 'media') return mediaHtml(element);
  if (local === 'hr') return '<hr>';
  if (local === 'br') return '<br>';
  if (local === 'a') return `<a href="${quoted(attributes.href ?? '')}">${nitfHtml(element)}</a>`;
  if (bold.has(local)) return `<b>${nitfHtml(element)}</b>`;
  const tag = renamed[local];
  // Persons, places, money: what is in them is text, that it is one of them is for machines.
  if (!tag) return nitfHtml(element);
  const spans = ['colspan', 'rowspan'].flatMap((name) =>
    attributes[name] ? [` ${name}="${quoted(attributes[name])}"`] : [],
  );
  return `<${tag}${spans.join('')}>${nitfHtml(element)}</${tag}>`;
}

function mediaHtml(media: XmlElement): string {
  const kind = media.attributes['media-type'] ?? 'image';
  const reference = childrenNamed(media, 'media-reference')
    .filter(({ attributes }) => attributes.source)
    .toSorted((a, b) => Number(b.attributes.width ?? 0) - Number(a.attributes.width ?? 0))[0];
  const caption = childrenNamed(media, 'media-caption').map(xmlText).join(' ').trim();
  const producer = childNamed(media, 'media-producer');
  const credit = producer ? xmlText(producer).trim() : '';
  if (!reference || kind !== 'image') return caption ? `<p>${escapeText(caption)}</p>` : '';
  const alt = reference.attributes['alternate-text'] ?? reference.attributes.name ?? '';
  return `<figure><img src="${quoted(reference.attributes.source ?? '')}" alt="${quoted(alt)}"><figcaption>${escapeText(caption)}${
    credit ? ` <span class="credit">${escapeText(credit)}</span>` : ''
  }</figcaption></figure>`;
}

const quoted = (text: string) => escapeText(text).replace(/"/g, '&quot;');
