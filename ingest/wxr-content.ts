import { isWebAddress } from '../article/schema.ts';
import type { WxrPicture } from './wxr-survey.ts';

/**
 * WordPress content as plain HTML: short codes that stand for pictures and players become elements, blank lines become
 * paragraphs (what WordPress does on the way to a reader), other short codes are taken out and named.
 */
export function wordpressHtml(
  content: string,
  galleryOf: (ids: string[] | null) => WxrPicture[],
): { html: string; shortcodes: string[] } {
  const shortcodes: string[] = [];
  const taken = (whole: string) => {
    if (shortcodes.length < 50) shortcodes.push(whole.slice(0, 200));
    return '';
  };
  const text = replaceSpans(content.replace(/\r\n?/g, '\n'), '<!--', '-->', () => '');
  const withFigures = replaceSpans(text, '[caption', '[/caption]', captioned)
    .replace(galleryCode, (_, attributes: string) =>
      galleryOf(listOf(attributeOf(attributes, 'ids')))
        .map(figure)
        .join('\n'),
    )
    .replace(
      playerCode,
      (whole, _name, attributes: string, inner: string | undefined) =>
        embedLine(playerAddress(attributes, inner)) ?? taken(whole),
    )
    // A word in brackets is the writer's; with attributes, or closed, it is a plug-in's.
    .replace(shortCode, (whole, close: string, name: string, attributes: string, self: string) =>
      attributes || close || self || content.includes(`[/${name}]`) ? taken(whole) : whole,
    );
  return { html: withParagraphs(withFigures), shortcodes };
}

const value = `(?:"[^"\\]]{0,500}"|'[^'\\]]{0,500}'|[^\\s\\]]{1,500})`;
const galleryCode = /\[gallery([^\]]{0,1000})\]/g;
const playerCode = /\[(embed|video|audio|youtube)\b([^\]]{0,1000})\](?:([^[\]]{0,2000})\[\/\1\])?/g;
const shortCode = new RegExp(
  `\\[(/?)([a-z][a-z0-9_-]{2,40})((?:\\s{1,9}[\\w-]{1,40}=${value}){0,30})\\s{0,9}(/?)\\]`,
  'g',
);

/** Replaces everything from an opening to the next closing string; without one the rest stays as it is. Linear. */
function replaceSpans(text: string, opening: string, closing: string, replace: (inner: string) => string): string {
  let result = '';
  let at = 0;
  for (let start = text.indexOf(opening); start >= 0; start = text.indexOf(opening, at)) {
    const end = text.indexOf(closing, start + opening.length);
    if (end < 0) break;
    result += text.slice(at, start) + replace(text.slice(start + opening.length, end));
    at = end + closing.length;
  }
  return result + text.slice(at);
}

function attributeOf(attributes: string, name: string): string | null {
  const found = new RegExp(`\\b${name}=(?:"([^"]*)"|'([^']*)'|([^\\s\\]]+))`).exec(attributes);
  return found ? (found[1] ?? found[2] ?? found[3] ?? null) : null;
}

const listOf = (ids: string | null) => ids?.split(/[\s,]+/).filter(Boolean) ?? null;

/** `[caption caption="…"]<img>[/caption]`, or the caption behind the picture. */
function captioned(code: string): string {
  const bracket = code.indexOf(']');
  const inner = code.slice(bracket + 1);
  const picture = /(?:<a\b[^>]{0,2000}>\s*)?<img\b[^>]{0,4000}>(?:\s*<\/a>)?/i.exec(inner);
  if (bracket < 0 || !picture) return inner;
  const caption =
    attributeOf(code.slice(0, bracket), 'caption') ?? inner.slice(picture.index + picture[0].length).trim();
  return `\n\n<figure>${picture[0]}<figcaption>${caption}</figcaption></figure>\n\n`;
}

const playerAddress = (attributes: string, inner: string | undefined) =>
  (
    inner ??
    attributeOf(attributes, 'src') ??
    attributeOf(attributes, 'mp4') ??
    attributeOf(attributes, 'mp3') ??
    attributes
  )
    .trim()
    .replace(/^=/, '');

/** A web address that stands for a player or card, as the frame it becomes; null when it is no web address. */
export const embedLine = (address: string): string | null =>
  /^https?:\/\//i.test(address) && isWebAddress(address) && !/["<>]/.test(address)
    ? `\n\n<iframe src="${address.replace(/&(?!amp;)/g, '&amp;')}"></iframe>\n\n`
    : null;

const figure = ({ src, alt, caption }: WxrPicture) =>
  `<figure><img src="${escaped(src)}" alt="${escaped(alt)}"><figcaption>${escaped(caption)}</figcaption></figure>`;

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

const blockTag =
  /^<\/?(?:address|article|aside|blockquote|canvas|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|li|main|nav|noscript|ol|p|pre|section|script|style|table|tbody|td|tfoot|th|thead|tr|ul|video|audio)\b/i;
const besideBlock = /(?<!<br\s?\/?>)\n(?!\s{0,200}<\/?(?:li|ul|ol|p|div|h[1-6]|table|tr|td|blockquote)\b)/gi;

/** Blank lines part paragraphs, single line ends are breaks. In preformatted text they are part of it. */
function withParagraphs(html: string): string {
  const kept: string[] = [];
  const keep = (inner: string) => `\n\n<pre data-kept="${kept.push(inner) - 1}"></pre>\n\n`;
  return replaceSpans(html, '<pre', '</pre>', keep)
    .split(/\n[ \t]*\n\s*/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const preformatted = /^<pre data-kept="(\d+)"><\/pre>$/.exec(part);
      if (preformatted) return `<pre${kept[Number(preformatted[1])]}</pre>`;
      if (blockTag.test(part)) return part;
      // A block element further inside ends the paragraph by itself.
      return (
        embedLine(part.length < 2_000 && !/\s/.test(part) ? part : '') ??
        `<p>${part.replace(besideBlock, '<br>\n')}</p>`
      );
    })
    .join('\n');
}
