import type { Nodes, PhrasingContent, Text } from 'mdast';
import { toString as nodeText } from 'mdast-util-to-string';
import { isWebAddress } from '../article/schema.ts';
import type { Run, RunStyle } from './runs.ts';

export type InlineContext = {
  /** Markdown source the positions of nodes point into. */
  source: string;
  /** Targets of reference links, by identifier. */
  definitions: Map<string, string>;
  isStrict: boolean;
  /** Refuses, or notes, what the format does not know. */
  complain: (node: Nodes, message: string) => void;
};

/** The styled text of phrasing content. The inline HTML of the format (sub, sup, ruby, translate="no") becomes style. */
export function markdownRuns(nodes: readonly PhrasingContent[], context: InlineContext): Run[] {
  const runs: Run[] = [];
  walk(nodes, {}, context, runs);
  return runs;
}

function walk(nodes: readonly PhrasingContent[], style: RunStyle, context: InlineContext, runs: Run[]): void {
  const html = new HtmlMarks();
  for (const node of nodes) {
    const styled = html.apply(style);
    switch (node.type) {
      case 'text':
        if (html.isReading) html.annotate(runs, node.value, styled);
        else runs.push(...textRuns(node, styled, context));
        break;
      case 'strong':
        walk(node.children, { ...styled, bold: true }, context, runs);
        break;
      case 'emphasis':
        walk(node.children, { ...styled, italic: true }, context, runs);
        break;
      case 'link':
        walk(node.children, linkStyle(styled, node.url, node, context), context, runs);
        break;
      case 'linkReference':
        walk(
          node.children,
          linkStyle(styled, context.definitions.get(node.identifier) ?? '', node, context),
          context,
          runs,
        );
        break;
      case 'break':
        runs.push('break');
        break;
      case 'html':
        if (!html.read(node.value, runs)) context.complain(node, `HTML is not part of the format: ${htmlOf(node)}`);
        break;
      case 'inlineCode':
        if (context.isStrict) context.complain(node, `code in the text: ${node.value.slice(0, 80)}`);
        runs.push({ text: node.value, style: { ...styled, verbatim: '' } });
        break;
      default:
        context.complain(node, `${node.type} cannot stand inside a line of text`);
        runs.push({ text: nodeText(node), style: styled });
    }
  }
  if (html.isUnfinished && nodes[0]) context.complain(nodes[0], `<${html.open ?? 'span'}> is not closed`);
}

const htmlOf = (node: Nodes) => ('value' in node ? node.value.slice(0, 80) : '');

function linkStyle(style: RunStyle, url: string, node: Nodes, context: InlineContext): RunStyle {
  const isUsable = isWebAddress(url);
  if (!isUsable) context.complain(node, `not a web address a reader can follow: ${JSON.stringify(url.slice(0, 120))}`);
  return isUsable ? { ...style, href: url } : style;
}

/**
 * CommonMark does not see `**“word”**后` as bold: a delimiter between a letter and punctuation opens nothing, a rule made for
 * languages with spaces. Pairs of unescaped `**` left in a text are read as the writer meant them.
 */
function textRuns(node: Text, style: RunStyle, context: InlineContext): Run[] {
  const written = context.source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  if (!node.value.includes('**') || written.includes('\\*')) return [{ text: node.value, style }];
  const parts = node.value.split(/\*\*(?=\S)([^*\n]*[^*\s])\*\*/);
  return parts.flatMap((text, index) =>
    text === '' ? [] : [{ text, style: index % 2 === 1 ? { ...style, bold: true } : style }],
  );
}

/**
 * Follows `<sub>`, `<sup>`, `<ruby>`, `<span translate="no">`, and `<strong>` and `<em>` for where CommonMark sees no
 * emphasis in asterisks: the only inline HTML there is.
 */
class HtmlMarks {
  open: 'sub' | 'sup' | 'ruby' | null = null;
  /** Inside `<rt>`: the text is a reading, not part of the line. */
  isReading = false;
  #isFallback = false;
  #rubyStart = 0;
  readonly #emphasis = { strong: false, em: false };
  /** Language inside of a span that is not to be translated. */
  #verbatim: string | null = null;

  apply(style: RunStyle): RunStyle {
    const { strong, em } = this.#emphasis;
    const emphasised = { ...style, ...(strong ? { bold: true } : {}), ...(em ? { italic: true } : {}) };
    const kept = this.#verbatim === null ? emphasised : { ...emphasised, verbatim: this.#verbatim };
    return this.open === 'sub' || this.open === 'sup' ? { ...kept, shift: this.open } : kept;
  }

  get isUnfinished(): boolean {
    return this.open !== null || this.#verbatim !== null || this.#emphasis.strong || this.#emphasis.em;
  }

  /** False when the tag is none of the format, or not where it belongs. */
  read(tag: string, runs: Run[]): boolean {
    if (this.#readSpan(tag) || this.#readEmphasis(tag)) return true;
    const match = /^<(\/?)(sub|sup|ruby|rt|rp)>$/i.exec(tag);
    if (!match) return false;
    const isEnd = match[1] === '/';
    const name = match[2]?.toLowerCase() as 'sub' | 'sup' | 'ruby' | 'rt' | 'rp';
    if (name === 'rt' || name === 'rp') {
      if (this.open !== 'ruby' || isEnd !== (this.isReading || this.#isFallback)) return false;
      this.isReading = !isEnd;
      this.#isFallback = name === 'rp' && !isEnd;
      return true;
    }
    if (isEnd ? this.open !== name : this.open !== null) return false;
    this.open = isEnd ? null : name;
    this.#rubyStart = runs.length;
    return true;
  }

  #readEmphasis(tag: string): boolean {
    const match = /^<(\/?)(strong|em)>$/i.exec(tag);
    if (!match) return false;
    const name = match[2]?.toLowerCase() as 'strong' | 'em';
    const isStart = match[1] === '';
    if (this.#emphasis[name] === isStart) return false;
    this.#emphasis[name] = isStart;
    return true;
  }

  #readSpan(tag: string): boolean {
    const start = /^<span translate=(["']?)no\1(?: lang=(["']?)([a-z]{2,3}(?:-[a-z\d]{2,8})*)\2)?>$/i.exec(tag);
    if (start ? this.#verbatim !== null : this.#verbatim === null || !/^<\/span>$/i.test(tag)) return false;
    this.#verbatim = start ? (start[3] ?? '') : null;
    return true;
  }

  /** Puts a reading above the text since the last one. */
  annotate(runs: Run[], reading: string, style: RunStyle): void {
    if (this.#isFallback) return;
    for (let index = this.#rubyStart; index < runs.length; index++) {
      const run = runs[index];
      if (run && run !== 'break')
        runs[index] = { text: run.text, style: { ...style, ...run.style, ruby: reading.trim() } };
    }
    this.#rubyStart = runs.length;
  }
}
