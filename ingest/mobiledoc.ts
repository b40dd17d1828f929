import { parseJson } from './json.ts';
import { escapeText } from './markup.ts';

/** Ghost's older editor state (Mobiledoc 0.3) as HTML. Sections: 1 markup, 2 image, 3 list, 10 card. */
export function mobiledocHtml(source: string, name: string): string {
  const document = parseJson(source, name) as Mobiledoc;
  const sections = Array.isArray(document.sections) ? document.sections : [];
  return sections.map((section) => sectionHtml(section, document)).join('');
}

type Marker = [type: number, openings: number[], closings: number, text: unknown];
type Mobiledoc = {
  sections?: unknown[][];
  markups?: [tag: string, attributes?: string[]][];
  cards?: [name: string, payload?: Record<string, unknown>][];
  atoms?: [name: string, text?: string][];
};

function sectionHtml(section: unknown[], document: Mobiledoc): string {
  const [type, second, third] = section;
  if (type === 1) {
    const tag = /^(?:p|h[1-6]|blockquote|aside)$/.test(String(second)) ? String(second) : 'p';
    return `<${tag === 'aside' ? 'blockquote' : tag}>${markersHtml(third, document)}</${tag === 'aside' ? 'blockquote' : tag}>`;
  }
  if (type === 2) return `<figure><img src="${quoted(second)}"></figure>`;
  if (type === 3) {
    const items = Array.isArray(third)
      ? third.map((markers) => `<li>${markersHtml(markers, document)}</li>`).join('')
      : '';
    return second === 'ol' ? `<ol>${items}</ol>` : `<ul>${items}</ul>`;
  }
  return type === 10 ? cardHtml(document.cards?.[Number(second)]) : '';
}

function markersHtml(markers: unknown, document: Mobiledoc): string {
  if (!Array.isArray(markers)) return '';
  const open: string[] = [];
  let html = '';
  for (const [type, openings = [], closings = 0, value] of markers as Marker[]) {
    for (const index of openings) {
      const [tag = 'span', attributes = []] = document.markups?.[index] ?? [];
      const href = attributes[attributes.indexOf('href') + 1];
      html += tag === 'a' && href ? `<a href="${quoted(href)}">` : `<${inlineTag(tag)}>`;
      open.push(inlineTag(tag));
    }
    html += type === 1 ? atomHtml(document.atoms?.[Number(value)]) : escapeText(String(value ?? ''));
    for (let count = 0; count < closings; count++) html += `</${open.pop() ?? 'span'}>`;
  }
  return html;
}

const inlineTag = (tag: string) => (/^(?:a|b|strong|i|em|sub|sup|code)$/.test(tag) ? tag : 'span');

const atomHtml = (atom: [name: string, text?: string] | undefined) =>
  atom?.[0] === 'soft-return' ? '<br>' : escapeText(atom?.[1] ?? '');

function cardHtml(card: [name: string, payload?: Record<string, unknown>] | undefined): string {
  const [name = '', payload = {}] = card ?? [];
  const value = (key: string) => (typeof payload[key] === 'string' ? (payload[key] as string) : '');
  switch (name) {
    case 'image':
      return `<figure><img src="${quoted(value('src'))}" alt="${quoted(value('alt'))}"><figcaption>${value('caption')}</figcaption></figure>`;
    case 'html':
      return value('html');
    case 'hr':
      return '<hr>';
    case 'markdown':
    case 'card-markdown':
      return value('markdown')
        .split(/\n\s*\n/)
        .map((part) => `<p>${escapeText(part)}</p>`)
        .join('');
    case 'embed':
    case 'bookmark':
      return value('url') ? `<iframe src="${quoted(value('url'))}"></iframe>` : value('html');
    default:
      return '';
  }
}

const quoted = (text: unknown) => escapeText(String(text ?? '')).replace(/"/g, '&quot;');
