import {
  type ArticleDraft,
  type DocumentFacts,
  ImportError,
  type ImportHints,
  type ImportItem,
} from '../article/draft.ts';
import { decodeText } from './decode.ts';
import { type DocumentFormat, detectFormat, documentFormats, refuseBinary, refuseUnreadable } from './detect.ts';
import { readFeed } from './feed.ts';
import { readGhost } from './ghost.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { readMedium } from './medium.ts';
import { readNewsml } from './newsml.ts';
import { readNinjs } from './ninjs.ts';
import { readNitf } from './nitf.ts';
import { bytesSource, type DocumentSource, xmlChunks } from './source.ts';
import { readSubstack } from './substack.ts';
import { readText } from './text.ts';
import { mostBytes, unpack } from './unpack.ts';
import { readWxr } from './wxr.ts';

/** Formats `import --format` takes. */
export const importFormats = ['auto', ...documentFormats] as const;
export type ImportFormat = (typeof importFormats)[number];

type Items = Iterable<ImportItem | DocumentFacts> | AsyncIterable<ImportItem | DocumentFacts>;

/** A page or file that is one article. */
const single =
  (read: (text: string, hints: ImportHints) => ArticleDraft) =>
  (text: string, hints: ImportHints): Items => [
    { label: '', guid: null, kind: 'article', read: { draft: read(text, hints) } },
  ];

const readers: Record<Exclude<DocumentFormat, 'wxr'>, (text: string, hints: ImportHints) => Items> = {
  html: single(readHtml),
  text: single(readText),
  markdown: single(readMarkdown),
  feed: readFeed,
  ghost: readGhost,
  medium: readMedium,
  substack: readSubstack,
  ninjs: readNinjs,
  newsml: readNewsml,
  nitf: readNitf,
};

/**
 * Reads one document, gzipped or not, in any of the character sets a newsroom meets. Its items come one by one; what is
 * wrong with one of them is said in it, what is wrong with the document is thrown.
 * @throws ImportError `no-article`, `malformed`, `unsupported` or `too-large`, with a sentence that names the file; also while iterating
 */
export async function importDocument(
  source: DocumentSource,
  hints: ImportHints,
  format: ImportFormat,
): Promise<{ format: DocumentFormat; items: Items }> {
  if (source.size > mostBytes || format === 'wxr')
    return { format: 'wxr', items: await largeDocument(source, hints, format) };
  const bytes = await source.read();
  const unpacked = unpack(bytes, hints.name);
  if (unpacked.length === 0) throw new ImportError('no-article', `${hints.name} is empty`);
  refuseBinary(unpacked, hints.name);
  const { text } = decodeText(unpacked, { transport: hints.charset, isMarkup: mayBeMarkup.has(format) });
  refuseUnreadable(text, hints.name);
  const read = format === 'auto' ? detectFormat(text, hints.name) : format;
  const items = read === 'wxr' ? readWxr(bytesSource(unpacked, hints.name), hints) : readers[read](text, hints);
  return { format: read, items };
}

const mayBeMarkup: ReadonlySet<ImportFormat> = new Set(['auto', 'html', 'feed', 'newsml', 'nitf', 'medium']);

/** Only WordPress exports are read as a stream; everything else fits into memory or is no article. */
async function largeDocument(source: DocumentSource, hints: ImportHints, format: ImportFormat): Promise<Items> {
  if (format !== 'wxr' && (format !== 'auto' || !(await looksLikeWxr(source))))
    throw new ImportError(
      'too-large',
      `${hints.name} is too large: ${source.size} bytes; a document may have ${mostBytes}, only WordPress exports may be larger`,
    );
  return readWxr(source, hints);
}

async function looksLikeWxr(source: DocumentSource): Promise<boolean> {
  for await (const text of xmlChunks(source)) return /<rss\b/.test(text) && /<wp:|xmlns:wp=/.test(text);
  return false;
}
