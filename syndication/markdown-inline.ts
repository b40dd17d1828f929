import type { Inline, Mark, Text } from '../article/body.ts';

/** Runs of text as CommonMark, with the inline HTML that our Markdown format knows. */

const special = /[\\`*_[\]<>&|~!]/g;
export const escapeMarkdown = (text: string): string => text.replaceAll(special, '\\$&');

/** An address as CommonMark takes it: bare when nothing in it could be markup. */
export const destination = (address: string): string =>
  /^[\w:/.?=#%~+,;@-]+$/.test(address) ? address : `<${address.replaceAll(/[\\<>&]/g, '\\$&')}>`;

/** What begins a heading, list, quotation or underline at the start of a line. */
const blockStart = /^(?:([-+=#])|(\d{1,9})([.)]))/gm;

export function inlineMarkdown(content: readonly Inline[] = []): string {
  const nodes = trimBreaks(content);
  let written = '';
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'hardBreak') written += '\\\n';
    else written += textMarkdown(node, written, nodes[index + 1]);
  }
  return written.replaceAll(blockStart, (_, sign, number, stop) => (sign ? `\\${sign}` : `${number}\\${stop}`));
}

/** A break that ends a paragraph breaks nothing. */
function trimBreaks(content: readonly Inline[]): readonly Inline[] {
  return content.slice(0, content.findLastIndex(({ type }) => type !== 'hardBreak') + 1);
}

function textMarkdown({ text, marks = [] }: Text, before: string, next: Inline | undefined): string {
  const has = (type: Mark['type']) => marks.find((mark) => mark.type === type);
  const link = has('link');
  let written = withTags(escapeMarkdown(text), marks);
  if (has('bold') || has('italic')) {
    const surroundings = link ? { before: '[', after: ']' } : { before, after: firstOf(next) };
    written = emphasised(written, { isBold: !!has('bold'), isItalic: !!has('italic'), ...surroundings });
  }
  return link?.type === 'link' ? `[${written}](${destination(link.attrs.href)})` : written;
}

function withTags(text: string, marks: readonly Mark[]): string {
  return marks.reduceRight((inner, mark) => {
    switch (mark.type) {
      case 'sub':
      case 'sup':
        return `<${mark.type}>${inner}</${mark.type}>`;
      case 'ruby':
        return `<ruby>${inner}<rt>${escapeMarkdown(mark.attrs.text)}</rt></ruby>`;
      case 'verbatim':
        return `<span translate="no"${mark.attrs.lang ? ` lang="${mark.attrs.lang}"` : ''}>${inner}</span>`;
      default:
        return inner;
    }
  }, text);
}

type Emphasis = { isBold: boolean; isItalic: boolean; before: string; after: string };

/**
 * Asterisks where CommonMark sees them as emphasis, which between Chinese letters and punctuation it often does not; there
 * the elements say it.
 */
function emphasised(inner: string, { isBold, isItalic, before, after }: Emphasis): string {
  if (opens(before.at(-1), inner[0]) && closes(inner.at(-1), after[0])) {
    const stars = '*'.repeat((isBold ? 2 : 0) + (isItalic ? 1 : 0));
    return stars + inner + stars;
  }
  const italic = isItalic ? `<em>${inner}</em>` : inner;
  return isBold ? `<strong>${italic}</strong>` : italic;
}

const isSpace = (character: string | undefined) => character === undefined || /\s/.test(character);
const isSign = (character: string | undefined) => character !== undefined && /[\p{P}\p{S}]/u.test(character);
/** CommonMark's flanking rules, for characters of one code unit; halves of others count as signs. */
const flanks = (outside: string | undefined, inside: string | undefined) =>
  outside !== '*' && !isSpace(inside) && !(isSign(inside) && !isSpace(outside) && !isSign(outside));
const opens = (before: string | undefined, first: string | undefined) => flanks(before, first) && first !== '*';
const closes = (last: string | undefined, after: string | undefined) => flanks(after, last) && last !== '*';

/** What the next run begins with, marks included, as far as emphasis minds. */
function firstOf(next: Inline | undefined): string {
  if (!next || next.type === 'hardBreak') return '\n';
  const types = new Set(next.marks?.map(({ type }) => type));
  if (types.has('link')) return '[';
  if (types.has('bold') || types.has('italic')) return '*';
  return types.size > 0 ? '<' : escapeMarkdown(next.text);
}
