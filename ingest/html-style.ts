import type { PageElement } from './page.ts';
import type { RunStyle } from './runs.ts';

/** How elements of a page set the text in them. */

/** The style inside of an inline element; `resolve` says what a link's address means, null when it is none to follow. */
export function inlineStyle(
  element: PageElement,
  outer: RunStyle,
  resolve: (address: string) => string | null,
): RunStyle {
  const style = verbatimStyle(element, outer);
  switch (element.tag) {
    case 'b':
    case 'strong':
      return { ...style, bold: true };
    case 'i':
    case 'em':
    case 'cite':
      return { ...style, italic: true };
    case 'sub':
    case 'sup':
      return { ...style, shift: element.tag };
    case 'a': {
      const href = element.attributes.href && resolve(element.attributes.href);
      return href && /^https?:/i.test(href) ? { ...style, href } : style;
    }
    default:
      return blockStyle(element, style);
  }
}

const boldStyle = /font-weight\s*:\s*(?:bold|[6-9]00)/i;
export const blockStyle = (element: PageElement, style: RunStyle): RunStyle =>
  element.attributes.style && boldStyle.test(element.attributes.style) ? { ...style, bold: true } : style;

const code = new Set(['code', 'kbd', 'samp', 'tt', 'var']);
/** Blocks of text. What stands around them often forbids the browser's translation of the whole page. */
export const ofText = new Set(['blockquote', 'li', 'td', 'th', 'dd', 'dt', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** What its page says is not to be translated, code, and Japanese and Korean, whose characters look like Chinese. */
export function verbatimStyle(element: PageElement, style: RunStyle): RunStyle {
  const { translate, lang, class: names = '' } = element.attributes;
  const isKept =
    translate?.toLowerCase() === 'no' || /(?:^|\s)notranslate(?:\s|$)/.test(names) || code.has(element.tag);
  const language = lang && /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(lang) ? lang : '';
  return isKept || /^(?:ja|ko)\b/i.test(language) ? { ...style, verbatim: language || (style.verbatim ?? '') } : style;
}

export function centred(element: PageElement, outer: boolean): boolean {
  const { style, align, class: names } = element.attributes;
  if (element.tag === 'center' || align?.toLowerCase() === 'center') return true;
  if (style && /text-align\s*:\s*(\w+)/i.test(style)) return /text-align\s*:\s*center/i.test(style);
  return outer || (names !== undefined && /(?:^|[-_\s])center(?:$|[-_\s])/i.test(names));
}
