import type { Block, Body, Inline, List, Mark } from './body.ts';
import { withoutMarks } from './marks.ts';
import type { ArticleRecord } from './record.ts';
import { bodyLinks } from './text.ts';

/** Where an article leads to outside of its site. */

type Linking = { body: Body; source: { url: string | null } | null };

/** The host of an outbound address, lower case, as its look-up has it (`xn--…`); null for a path of the site. */
export function hostOf(address: string): string | null {
  if (address.startsWith('/') || !URL.canParse(address)) return null;
  return new URL(address).hostname.replace(/\.$/, '') || null;
}

/** Hosts that an article's links, cards and source lead to, each once, in alphabetical order. */
export function outboundHosts({ body, source }: Linking): string[] {
  const addresses = [...bodyLinks(body), ...(source?.url ? [source.url] : [])];
  return [...new Set(addresses.map(hostOf).filter((host) => host !== null))].sort();
}

/** The article without anything that leads to these hosts: its words stay, a card becomes a line, a source a mere name. */
export function withoutLinksTo<T extends Linking & Pick<ArticleRecord, 'source'>>(
  article: T,
  hosts: ReadonlySet<string>,
): T {
  const { body, source } = article;
  const leadsThere = (address: string) => hosts.has(hostOf(address) ?? '');
  return {
    ...article,
    source: source?.url && leadsThere(source.url) ? { ...source, url: null } : source,
    body: { ...body, content: body.content.map((block) => blockWithout(block, leadsThere)) },
  };
}

type Leads = (address: string) => boolean;

function blockWithout(block: Block, leadsThere: Leads): Block {
  const inline = <T extends { content?: Inline[] }>(node: T): T =>
    node.content ? { ...node, content: inlineWithout(node.content, leadsThere) } : node;
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inline(block);
    case 'bulletList':
    case 'orderedList':
      return listWithout(block, leadsThere);
    case 'quote':
    case 'correction':
      return { ...block, content: block.content.map(inline) };
    case 'table':
      return { ...block, content: block.content.map((row) => ({ ...row, content: row.content.map(inline) })) };
    case 'embed': {
      const { url, title } = block.attrs;
      if (!leadsThere(url)) return block;
      return title ? { type: 'paragraph', content: [{ type: 'text', text: title }] } : { type: 'paragraph' };
    }
    case 'figure':
    case 'divider':
      return block;
  }
}

function listWithout<T extends List>(list: T, leadsThere: Leads): T {
  const content = list.content.map((item) => ({
    ...item,
    content: item.content.map((child) =>
      child.type === 'paragraph'
        ? { ...child, ...(child.content && { content: inlineWithout(child.content, leadsThere) }) }
        : listWithout(child, leadsThere),
    ),
  }));
  return { ...list, content };
}

const inlineWithout = (content: readonly Inline[], leadsThere: Leads): Inline[] =>
  withoutMarks(content, (mark: Mark) => mark.type === 'link' && leadsThere(mark.attrs.href));
