import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toString as nodeText } from 'mdast-util-to-string';
import { gfmTable } from 'micromark-extension-gfm-table';
import { type ArticleDraft, ImportError, type ImportHints } from '../article/draft.ts';
import { plainText } from '../article/text.ts';
import { withinLimits } from './draft-limits.ts';
import { readForeignFields } from './foreign-fields.ts';
import { splitFrontMatter } from './front-matter.ts';
import { languageOf } from './language.ts';
import { blocksOf, type MarkdownPlace } from './markdown-blocks.ts';
import { refuseCostly } from './markdown-cost.ts';
import { isOwnFormat, readOwnFields } from './markdown-fields.ts';
import { doubtOwn, shieldDraft } from './shield.ts';

/**
 * Markdown with YAML front matter. A file with at least two of the keys only our own format has is read strictly, as
 * docs/markdown-articles.md says: anything outside that page is refused by line and field. Every other file is foreign:
 * its front matter is read by the usual names, and what the article schema does not hold is dropped with a warning.
 * @throws ImportError naming line and field
 */
export function readMarkdown(text: string, hints: ImportHints): ArticleDraft {
  const source = text.replace(/\r\n?/g, '\n').replaceAll('\0', '');
  if (source.length > sizeLimit)
    throw tooLarge(hints.name, `${source.length} characters of Markdown; the limit is ${sizeLimit}`);
  refuseCostly(source, hints.name);
  const { frontMatter, body, bodyLine } = splitFrontMatter(source, hints.name);
  const tree = fromMarkdown(body, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const place = { name: hints.name, bodyLine, source: body };
  const draft =
    frontMatter && isOwnFormat(frontMatter.fields)
      ? doubtOwn(ownArticle(readOwnFields(frontMatter, hints), tree, place), hints.known)
      : foreignArticle(readForeignFields(frontMatter?.fields ?? {}, hints), tree, place, hints);
  return withinLimits(draft);
}

const sizeLimit = 2_000_000;

type Place = Pick<MarkdownPlace, 'name' | 'bodyLine' | 'source'>;

function ownArticle(draft: ArticleDraft, tree: Root, place: Place): ArticleDraft {
  const content = blocksOf(tree, { ...place, isStrict: true, warnings: draft.warnings, dropped: draft.dropped });
  if (content.length === 0) throw noArticle(place.name, 'there is no text below the front matter');
  return { ...draft, body: { type: 'doc', content } };
}

/** The title is the front matter's, or else the first `#` heading. */
function foreignArticle(draft: ArticleDraft, tree: Root, place: Place, hints: ImportHints): ArticleDraft {
  const [first] = tree.children.filter(({ type }) => type !== 'html' && type !== 'definition');
  const title = first?.type === 'heading' && first.depth === 1 ? nodeText(first) : null;
  // A `#` heading that repeats the title of the front matter is not said twice.
  const children =
    title !== null && (draft.headline === '' || draft.headline === title)
      ? tree.children.filter((n) => n !== first)
      : tree.children;
  const headline = draft.headline || (title ?? '');
  if (headline === '') throw noArticle(place.name, 'neither a title in the front matter nor a "#" heading at the top');
  const { warnings, dropped } = draft;
  const content = blocksOf({ ...tree, children }, { ...place, isStrict: false, warnings, dropped });
  const read = { ...draft, headline, body: { type: 'doc' as const, content } };
  const words = plainText(read.body);
  if (words.trim() === '') throw noArticle(place.name, 'there is no text below the title');
  return shieldDraft({ ...read, language: languageOf(`${headline}\n${words}`) }, hints.known);
}

const noArticle = (name: string, why: string) => new ImportError('no-article', `${name} holds no article: ${why}`);
const tooLarge = (name: string, why: string) => new ImportError('too-large', `${name} is too large: ${why}`);
