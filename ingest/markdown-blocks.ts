import type {
  Blockquote,
  Image,
  List,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Table,
} from 'mdast';
import { toString as nodeText } from 'mdast-util-to-string';
import type * as body from '../article/body.ts';
import { type Dropped, ImportError } from '../article/draft.ts';
import { isWebAddress } from '../article/schema.ts';
import { type InlineContext, markdownRuns } from './markdown-inline.ts';
import { isPictureAddress } from './pictures.ts';
import { inlineOf } from './runs.ts';
import { oneLine } from './wording.ts';

export type MarkdownPlace = {
  name: string;
  /** Line of the file the body starts on. */
  bodyLine: number;
  source: string;
  /** Strict: what the format does not know is refused. Otherwise it is unwrapped, with a warning. */
  isStrict: boolean;
  warnings: string[];
  dropped: Dropped[];
};

/** The blocks of a Markdown body. @throws ImportError with file and line, when strict */
export function blocksOf(tree: Root, place: MarkdownPlace): body.Block[] {
  const definitions = new Map<string, string>();
  for (const node of tree.children) if (node.type === 'definition') definitions.set(node.identifier, node.url);
  const context: Context = { ...place, definitions, complain: (node, message) => complain(place, node, message) };
  return tree.children.flatMap((node) => blockOf(node, context));
}

type Context = MarkdownPlace & InlineContext;

const deepestList = 6;

function complain(place: MarkdownPlace, node: Nodes, message: string): void {
  const at = `line ${(node.position?.start.line ?? 1) + place.bodyLine - 1}`;
  if (place.isStrict)
    throw new ImportError('malformed', `${place.name}, ${at}: ${message} (see docs/markdown-articles.md)`);
  place.warnings.push(`${at}: ${message}`);
}

function blockOf(node: RootContent, context: Context): body.Block[] {
  switch (node.type) {
    case 'paragraph':
      return paragraphBlocks(node, context);
    case 'heading':
      return headingBlock(node, context);
    case 'list':
      return [listBlock(node, context, 1)];
    case 'blockquote':
      return quoteBlocks(node, context);
    case 'table':
      return tableBlock(node, context);
    case 'thematicBreak':
      return [{ type: 'divider' }];
    case 'definition':
      return [];
    case 'code':
      context.complain(node, 'a code block; articles have none');
      return [codeBlock(node.value)];
    case 'html':
      return htmlBlock(node, context);
    default:
      context.complain(node, `${node.type} is not part of the format`);
      return textParagraph(nodeText(node));
  }
}

const textParagraph = (text: string): body.Paragraph[] => {
  const content = inlineOf([{ text, style: {} }]);
  return content.length > 0 ? [{ type: 'paragraph', content }] : [];
};

/** Code keeps its lines; its look is lost. */
function codeBlock(value: string): body.Paragraph {
  const runs = value.split('\n').flatMap((text) => ['break' as const, { text, style: { verbatim: '' } }]);
  const content = inlineOf(runs);
  return content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' };
}

function htmlBlock(node: Extract<RootContent, { type: 'html' }>, context: Context): body.Block[] {
  if (!/^<!--[\s\S]*-->$/.test(node.value.trim()) || context.isStrict)
    context.complain(node, `HTML is not part of the format: ${oneLine(node.value).slice(0, 80)}`);
  context.dropped.push({
    text: node.value.slice(0, 4_000),
    rule: 'boilerplate.markup',
    where: `line ${(node.position?.start.line ?? 1) + context.bodyLine - 1}`,
  });
  return [];
}

function headingBlock(node: Extract<RootContent, { type: 'heading' }>, context: Context): body.Block[] {
  if (node.depth < 2 || node.depth > 4)
    context.complain(
      node,
      node.depth === 1 ? 'a "#" heading; the headline is "title", subheads start at "##"' : 'headings end at "####"',
    );
  const level = Math.min(4, Math.max(2, node.depth)) as 2 | 3 | 4;
  const content = inlineOf(markdownRuns(node.children, context));
  return content.length > 0 ? [{ type: 'heading', attrs: { level }, content }] : [];
}

function paragraphBlocks(node: Paragraph, context: Context): body.Block[] {
  const solid = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [only] = solid;
  if (solid.length === 1 && only?.type === 'link' && isEmbed(only.url, only.title, context)) {
    const title = oneLine(nodeText(only));
    if (title !== '')
      return [{ type: 'embed', attrs: { url: only.url, title, description: oneLine(only.title ?? '') } }];
  }
  return splitAtImages(node.children, context).flatMap((part): body.Block[] => {
    if (!Array.isArray(part)) {
      if (solid.length > 1) context.complain(part, 'a picture stands alone in its paragraph');
      return figureBlock(part, context);
    }
    const content = inlineOf(markdownRuns(part, context));
    return content.length > 0 ? [{ type: 'paragraph', content }] : [];
  });
}

/** Elsewhere a link alone in its paragraph is just a link. */
const isEmbed = (url: string, title: string | null | undefined, context: Context) =>
  (context.isStrict || Boolean(title)) && /^https?:/i.test(url) && isWebAddress(url);

function splitAtImages(children: PhrasingContent[], context: Context): (PhrasingContent[] | Image)[] {
  const parts: (PhrasingContent[] | Image)[] = [];
  for (const child of children) {
    const image = imageOf(child, context);
    const last = parts.at(-1);
    if (image) parts.push(image);
    else if (Array.isArray(last)) last.push(child);
    else parts.push([child]);
  }
  return parts.filter(
    (part) => !Array.isArray(part) || part.some((child) => child.type !== 'text' || child.value.trim() !== ''),
  );
}

/** A picture, or a link around nothing but a picture. */
function imageOf(node: PhrasingContent, context: Context): Image | null {
  if (node.type === 'image') return node;
  if (node.type === 'imageReference')
    return {
      type: 'image',
      url: context.definitions.get(node.identifier) ?? '',
      alt: node.alt,
      position: node.position,
    };
  const [only] = node.type === 'link' && node.children.length === 1 ? node.children : [];
  return only && !context.isStrict ? imageOf(only, context) : null;
}

function figureBlock(node: Image, context: Context): body.Block[] {
  if (!isPictureAddress(node.url)) {
    context.complain(
      node,
      `the picture's address is neither a file beside the article nor a web address: ${JSON.stringify(node.url.slice(0, 120))}`,
    );
    return [];
  }
  const alt = oneLine(node.alt ?? '');
  if (alt === '' && context.isStrict)
    context.complain(node, 'a picture needs a description: ![what it shows](file.jpg)');
  const [caption = '', ...credit] = (node.title ?? '').split('|');
  return [
    {
      type: 'figure',
      attrs: { media: null, src: node.url, alt, caption: oneLine(caption), credit: oneLine(credit.join('|')) },
    },
  ];
}

function listBlock(node: List, context: Context, depth: number): body.List {
  const content = node.children.map((item) => listItem(item, context, depth));
  return node.ordered
    ? { type: 'orderedList', attrs: { start: Math.min(node.start ?? 1, 99_999) }, content }
    : { type: 'bulletList', content };
}

function listItem(item: ListItem, context: Context, depth: number): body.ListItem {
  const content: (body.Paragraph | body.List)[] = [];
  for (const child of item.children) {
    if (child.type === 'list' && depth < deepestList) content.push(listBlock(child, context, depth + 1));
    else if (child.type === 'paragraph')
      content.push({ type: 'paragraph', ...contentOf(inlineOf(markdownRuns(child.children, context))) });
    else {
      context.complain(child, `a list item holds paragraphs and lists, not ${child.type}`);
      content.push(...(child.type === 'code' ? [codeBlock(child.value)] : textParagraph(nodeText(child))));
    }
  }
  if (content[0]?.type !== 'paragraph') content.unshift({ type: 'paragraph' });
  return { type: 'listItem', content };
}

const contentOf = (content: body.Inline[]) => (content.length > 0 ? { content } : {});

const attribution = /^(?:——|—|--)\s*(?=\S)/;

function quoteBlocks(node: Blockquote, context: Context): body.Block[] {
  const paragraphs = node.children.flatMap((child): body.Inline[][] => {
    if (child.type === 'paragraph') return [inlineOf(markQuoteLines(markdownRuns(child.children, context)))];
    context.complain(child, `a quotation holds paragraphs, not ${child.type}`);
    return textParagraph(nodeText(child)).map(({ content }) => content ?? []);
  });
  const { isCorrection, lines } = correctionOf(paragraphs);
  const cite = isCorrection ? null : takeCite(lines);
  const content = lines
    .filter((line) => line.length > 0)
    .map((line): body.Paragraph => ({ type: 'paragraph', content: line }));
  if (content.length === 0) {
    context.complain(node, 'an empty quotation');
    return [];
  }
  return [isCorrection ? { type: 'correction', content } : { type: 'quote', attrs: { cite }, content }];
}

/** In a quotation the line before an attribution, and after `[!CORRECTION]`, is a line of its own. */
function markQuoteLines(runs: ReturnType<typeof markdownRuns>): ReturnType<typeof markdownRuns> {
  return runs.flatMap((run) => {
    if (run === 'break') return [run];
    const [first = '', ...more] = run.text.split(/\n(?=\s*(?:——|—|--)\s*\S)|(?<=^\[!CORRECTION\]\s*)\n/);
    return [{ ...run, text: first }, ...more.flatMap((text) => ['break' as const, { ...run, text }])];
  });
}

function correctionOf(paragraphs: body.Inline[][]): { isCorrection: boolean; lines: body.Inline[][] } {
  const [first, ...rest] = paragraphs;
  const [head, next, ...more] = first ?? [];
  if (head?.type !== 'text' || head.text !== '[!CORRECTION]') return { isCorrection: false, lines: paragraphs };
  return { isCorrection: true, lines: next ? [more, ...rest] : rest };
}

/** Takes the attribution off the end: a last line that starts with a dash. */
function takeCite(lines: body.Inline[][]): string | null {
  const last = lines.at(-1) ?? [];
  const at = last.findLastIndex((node) => node.type === 'hardBreak') + 1;
  const text = inlineLine(last.slice(at));
  if (!attribution.test(text) || (lines.length === 1 && at === 0)) return null;
  if (at === 0) lines.pop();
  else lines[lines.length - 1] = last.slice(0, at - 1);
  return text.replace(attribution, '').trim();
}

const inlineLine = (nodes: body.Inline[]) => nodes.map((node) => (node.type === 'text' ? node.text : ' ')).join('');

function tableBlock(node: Table, context: Context): body.Block[] {
  const content = node.children.map((row, index) => ({
    type: 'tableRow' as const,
    content: row.children.map((cell) => ({
      type: index === 0 ? ('tableHeader' as const) : ('tableCell' as const),
      attrs: { colspan: 1, rowspan: 1 },
      ...contentOf(inlineOf(markdownRuns(cell.children, context))),
    })),
  }));
  return [{ type: 'table', content }];
}
