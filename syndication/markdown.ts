import type { Block, Inline, List, ListItem, Paragraph, Table } from '../article/body.ts';
import type { ArticleRecord, Language, Picture } from '../article/record.ts';
import { mediaPath } from '../edition/paths.ts';
import { travellingPicture } from './body-html.ts';
import { destination, escapeMarkdown, inlineMarkdown } from './markdown-inline.ts';

/** What the format says of an article beside its pictures' addresses. */
export type MarkdownArticle = Pick<
  ArticleRecord,
  | 'headline'
  | 'section'
  | 'language'
  | 'kicker'
  | 'standfirst'
  | 'authors'
  | 'source'
  | 'publishedAt'
  | 'updatedAt'
  | 'tags'
  | 'layout'
  | 'lead'
  | 'body'
  | 'corrections'
  | 'withdrawn'
> & {
  slug: string;
  /** Slugs of pinned articles, and of those in other languages that say the same. */
  pinned: string[];
  translations: string[];
};

/**
 * An article in our own Markdown format (docs/markdown-articles.md): `dateline import` reads it back. `record` is in the
 * script of `language`. What the format cannot say is left out: cells that span others, empty paragraphs, ids of pinned articles.
 */
export function articleMarkdown(record: ArticleRecord, language: Language, origin: string): string {
  const slug = record.path.split('/').at(-1) ?? '';
  return writeMarkdown({ ...record, language, slug, pinned: [], translations: [] }, ({ media }) => {
    const size = media ? record.media[media] : undefined;
    return media && size ? origin + mediaPath(travellingPicture(media, size).name) : null;
  });
}

/** The same of an article as the newsroom works on it, withdrawn ones included; `fileOf` says where a stored picture lies. */
export const documentMarkdown = (document: MarkdownArticle, fileOf: (media: string) => string | null): string =>
  writeMarkdown(document, ({ media, src }) => (media ? fileOf(media) : src));

function writeMarkdown(article: MarkdownArticle, addressOf: Place['addressOf']): string {
  const place: Place = { addressOf, headline: article.headline, definitions: [] };
  const blocks = blocksMarkdown(article.body.content, place);
  return `${frontMatter(article, place)}\n${[...blocks, ...place.definitions].join('\n\n')}\n`;
}

type Place = {
  /** Where a picture lies; null when there is none to show. */
  addressOf: (picture: Picture) => string | null;
  /** Stands in for a picture's missing description: the format wants one. */
  headline: string;
  /** Addresses of links that would be link cards if they were written in place. */
  definitions: string[];
};

/** YAML, every value spelled as JSON, which YAML contains. */
function frontMatter(record: MarkdownArticle, place: Place): string {
  const { source, lead, corrections } = record;
  const fields: [string, unknown][] = [
    ['title', record.headline],
    ['slug', record.slug],
    ['section', record.section],
    ['lang', record.language],
    ['kicker', record.kicker],
    ['standfirst', record.standfirst],
    ['authors', namesOf(record.authors)],
    ['source', source && { name: source.name, ...(source.url ? { url: source.url } : {}) }],
    ['published', record.publishedAt],
    ['updated', record.updatedAt],
    ['tags', namesOf(record.tags)],
    ['layout', record.layout === 'standard' ? null : record.layout],
    ['lead', lead && leadFields(lead, place)],
    ['related', someOf(record.pinned)],
    ['translations', someOf(record.translations)],
    ['corrections', someOf(corrections)],
    ['withdrawn', record.withdrawn],
  ];
  const lines = fields.filter(([, value]) => value !== null).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n`;
}

const someOf = <T>(list: readonly T[]) => (list.length > 0 ? list : null);
const namesOf = (topics: readonly { name: string }[]) => (topics.length > 0 ? topics.map(({ name }) => name) : null);

function leadFields(lead: Picture, place: Place) {
  const src = place.addressOf(lead);
  if (!src) return null;
  const { caption, credit } = lead;
  return { src, alt: altOf(lead, place), ...(caption ? { caption } : {}), ...(credit ? { credit } : {}) };
}

const altOf = ({ alt, caption }: Picture, { headline }: Place) => alt || caption || headline;

function blocksMarkdown(blocks: readonly Block[], place: Place): string[] {
  const written: string[] = [];
  let last: Block | null = null;
  let turn = 0;
  for (const block of blocks) {
    // Two lists in a row would be one, but for another marker.
    turn = last?.type === block.type ? turn + 1 : 0;
    const text = blockMarkdown(block, place, turn);
    if (text === '') continue;
    written.push(text);
    last = block;
  }
  return written;
}

function blockMarkdown(block: Block, place: Place, turn: number): string {
  switch (block.type) {
    case 'paragraph':
      return paragraphMarkdown(block, place);
    case 'heading':
      // Signs at the end would close the heading.
      return `${'#'.repeat(block.attrs.level)} ${inlineMarkdown(oneLine(block.content)).replace(/(?<!\\)#+$/, '\\$&')}`;
    case 'bulletList':
    case 'orderedList':
      return listMarkdown(block, turn);
    case 'quote':
      return quoted([
        ...block.content.map(({ content }) => inlineMarkdown(content)),
        ...(block.attrs.cite ? [`—— ${escapeMarkdown(block.attrs.cite)}`] : []),
      ]);
    case 'correction': {
      const [first = '', ...more] = block.content.map(({ content }) => inlineMarkdown(content));
      return quoted([`[!CORRECTION]\n${first}`, ...more]);
    }
    case 'figure': {
      const address = place.addressOf(block.attrs);
      const { caption, credit } = block.attrs;
      // The bar parts caption and credit.
      const title = [caption.replaceAll('|', '｜'), ...(credit ? [credit] : [])].join(' | ').trim();
      return address ? link(`!${bracketed(altOf(block.attrs, place))}`, address, title) : '';
    }
    case 'table':
      return tableMarkdown(block);
    case 'embed': {
      const { url, title, description } = block.attrs;
      return link(bracketed(title || url), url, description);
    }
    case 'divider':
      return '---';
  }
}

/** A paragraph that is one outbound link is written with a reference: in place it would be a link card. */
function paragraphMarkdown({ content = [] }: Paragraph, { definitions }: Place): string {
  const [only, ...others] = content;
  const mark = only?.type === 'text' ? only.marks?.find(({ type }) => type === 'link') : undefined;
  if (others.length > 0 || only?.type !== 'text' || mark?.type !== 'link' || mark.attrs.href.startsWith('/'))
    return inlineMarkdown(content);
  const label = `link-${definitions.length + 1}`;
  definitions.push(`[${label}]: ${destination(mark.attrs.href)}`);
  const marks = only.marks?.filter((other) => other !== mark);
  return `[${inlineMarkdown([{ ...only, marks }])}][${label}]`;
}

function listMarkdown(list: List, turn: number): string {
  const marker = (index: number) =>
    list.type === 'bulletList' ? '-*'[turn % 2] : `${list.attrs.start + index}${'.)'[turn % 2]}`;
  return list.content
    .map((item, index) => {
      const bullet = `${marker(index)} `;
      return bullet + itemMarkdown(item).replaceAll(/\n(?=.)/g, `\n${' '.repeat(bullet.length)}`);
    })
    .join('\n');
}

function itemMarkdown({ content }: ListItem): string {
  let written = '';
  let lists = 0;
  for (const [index, child] of content.entries()) {
    if (child.type === 'paragraph') {
      written += (index > 0 ? '\n\n' : '') + inlineMarkdown(child.content);
      lists = 0;
    } else {
      // Only a list that starts with 1 ends a paragraph by itself.
      const interrupts = child.type === 'bulletList' || child.attrs.start === 1;
      written += (interrupts && lists === 0 ? '\n' : '\n\n') + listMarkdown(child, lists);
      lists += 1;
    }
  }
  return written;
}

const quoted = (paragraphs: readonly string[]): string =>
  paragraphs
    .filter((text) => text !== '')
    .join('\n\n')
    .replaceAll(/^/gm, '> ')
    .replaceAll(/^> $/gm, '>');

function tableMarkdown({ content }: Table): string {
  const columns = Math.max(...content.map((row) => row.content.length));
  const row = (cells: readonly string[]) =>
    `| ${Array.from({ length: columns }, (_, index) => cells[index] ?? '').join(' | ')} |`;
  const [head = '', ...others] = content.map((line) =>
    row(line.content.map((cell) => inlineMarkdown(oneLine(cell.content)))),
  );
  return [head, row(Array.from({ length: columns }, () => '---')), ...others].join('\n');
}

/** Where no line can be broken, a break is a space. */
const oneLine = (content: readonly Inline[] = []): Inline[] =>
  content.map((node) => (node.type === 'hardBreak' ? { type: 'text', text: ' ' } : node));

const bracketed = (text: string) => `[${escapeMarkdown(text)}]`;

export function link(text: string, address: string, title = ''): string {
  const after = title ? ` "${title.replaceAll(/[\\"&]/g, '\\$&')}"` : '';
  return `${text}(${destination(address)}${after})`;
}
