import { unshowableInText } from './printable.ts';
import { articleSchema } from './schema.ts';

/** A mark on a run of text. */
export type Mark =
  | { type: 'bold' | 'italic' | 'sub' | 'sup' }
  | { type: 'link'; attrs: { href: string } }
  | { type: 'ruby'; attrs: { text: string } }
  /** Not converted to another script; `lang` (BCP 47) when it is not the article's language. */
  | { type: 'verbatim'; attrs: { lang: string | null } };

export type Text = { type: 'text'; text: string; marks?: Mark[] };
export type Inline = Text | { type: 'hardBreak' };
export type Paragraph = { type: 'paragraph'; content?: Inline[] };
export type Heading = { type: 'heading'; attrs: { level: 2 | 3 | 4 }; content?: Inline[] };
export type List =
  | { type: 'bulletList'; content: ListItem[] }
  | { type: 'orderedList'; attrs: { start: number }; content: ListItem[] };
export type ListItem = { type: 'listItem'; content: (Paragraph | List)[] };
export type Quote = { type: 'quote'; attrs: { cite: string | null }; content: Paragraph[] };
export type FigureAttrs = { media: string | null; src: string | null; alt: string; caption: string; credit: string };
export type Figure = { type: 'figure'; attrs: FigureAttrs };
export type TableCell = {
  type: 'tableHeader' | 'tableCell';
  attrs: { colspan: number; rowspan: number };
  content?: Inline[];
};
export type Table = { type: 'table'; content: { type: 'tableRow'; content: TableCell[] }[] };
export type Embed = { type: 'embed'; attrs: { url: string; title: string; description: string } };
export type Divider = { type: 'divider' };
export type CorrectionNote = { type: 'correction'; content: Paragraph[] };
export type Block = Paragraph | Heading | List | Quote | Figure | Table | Embed | Divider | CorrectionNote;
export type Body = { type: 'doc'; content: Block[] };

/** A body that is not of the article schema. The message names the place (`body.content[3].attrs.level`) and what is wrong. */
export class BodyError extends Error {
  override name = 'BodyError';
}

const maxDepth = 24;

/**
 * Checks a body against the article schema and returns it with every attribute spelled out. Unknown nodes, marks,
 * attributes and keys are refused, not dropped, and so is text that would read otherwise than it is stored.
 * @throws BodyError
 */
export function parseBody(input: unknown): Body {
  const blocks = isNode(input, 'doc', 2) && Array.isArray(input.content) ? input.content : [];
  const others = blocks.filter((block) => !isPlain(block));
  if (others.length === blocks.length) return askSchema(input);
  try {
    const checked = others.length > 0 ? askSchema({ type: 'doc', content: others }).content.values() : null;
    const content = blocks.map((block): Block => (isPlain(block) ? copyOf(block) : (checked?.next().value as Block)));
    return { type: 'doc', content };
  } catch {
    // Asked about the whole, it names the place of what is wrong.
    return askSchema(input);
  }
}

type Plain = { type: 'paragraph'; content: [{ type: 'text'; text: string }] };

/**
 * Whether a block is a paragraph of unmarked text, as most are. The schema has nothing to say about one, and asking it
 * takes longer than everything else that is checked of an article.
 */
function isPlain(block: unknown): block is Plain {
  if (!isNode(block, 'paragraph', 2) || !Array.isArray(block.content) || block.content.length !== 1) return false;
  const [run] = block.content;
  return (
    isNode(run, 'text', 2) && typeof run.text === 'string' && run.text !== '' && unshowableInText(run.text) === null
  );
}

const isNode = (value: unknown, type: string, keys: number): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && 'type' in value && value.type === type && keysOf(value) === keys;
const keysOf = (value: object) => Object.keys(value).length;

const copyOf = ({ content: [{ text }] }: Plain): Plain => ({ type: 'paragraph', content: [{ type: 'text', text }] });

function askSchema(input: unknown): Body {
  if (depthOf(input) > maxDepth) throw new BodyError(`body: nested deeper than ${maxDepth} levels`);
  let normal: unknown;
  try {
    const node = articleSchema.nodeFromJSON(input);
    node.check();
    normal = node.toJSON();
  } catch (error) {
    throw new BodyError(`body: ${error instanceof Error ? error.message : String(error)}`);
  }
  if ((normal as Body).type !== 'doc') throw new BodyError('body: the outermost node must be "doc"');
  refuseUnfit(input, normal, 'body');
  return normal as Body;
}

/** ProseMirror ignores keys it does not know; a key that did not survive the round trip is one nobody may smuggle in. */
function refuseUnfit(input: unknown, normal: unknown, where: string): void {
  if (Array.isArray(input)) {
    const kept = Array.isArray(normal) ? normal : [];
    // An empty list may be left out; adjacent texts with the same marks must come joined already.
    if (input.length !== kept.length)
      throw new BodyError(`${where}: ${input.length} entries where ${kept.length} are allowed`);
    for (const [index, item] of input.entries()) refuseUnfit(item, kept[index], `${where}[${index}]`);
  } else if (input !== null && typeof input === 'object') {
    for (const [key, value] of Object.entries(input)) {
      const counterpart = (normal as Record<string, unknown> | undefined)?.[key];
      if (counterpart === undefined && !isEmptyList(value)) throw new BodyError(`${where}.${key}: unknown key`);
      refuseUnfit(value, counterpart, `${where}.${key}`);
    }
  } else if (input !== normal) {
    throw new BodyError(`${where}: ${JSON.stringify(input)} is not allowed`);
  } else if (typeof input === 'string') {
    const fault = unshowableInText(input);
    if (fault) throw new BodyError(`${where}: ${fault}`);
  }
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

function depthOf(input: unknown): number {
  let depth = 0;
  let level: unknown[] = [input];
  while (level.length > 0 && depth <= maxDepth * 2) {
    depth++;
    level = level.flatMap((node) => {
      const content = (node as { content?: unknown } | null)?.content;
      return Array.isArray(content) ? content : [];
    });
  }
  return depth;
}
