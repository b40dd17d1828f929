import { type ArticleDraft, ImportError, type ImportHints } from '../article/draft.ts';
import { decodeText } from './decode.ts';
import { type DocumentFormat, detectFormat, refuseBinary, refuseUnreadable } from './detect.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { readText } from './text.ts';
import { unpack } from './unpack.ts';

/** Formats `import --format` takes. */
export const importFormats = ['auto', 'html', 'text', 'markdown'] as const;
export type ImportFormat = (typeof importFormats)[number];

const readers: Record<DocumentFormat, (text: string, hints: ImportHints) => ArticleDraft> = {
  html: readHtml,
  text: readText,
  markdown: readMarkdown,
};

/**
 * Reads one document, gzipped or not, in any of the character sets a newsroom meets.
 * @throws ImportError `no-article`, `malformed`, `unsupported` or `too-large`, with a sentence that names the file
 */
export function importDocument(
  bytes: Uint8Array,
  hints: ImportHints,
  format: ImportFormat,
): { format: DocumentFormat; drafts: ArticleDraft[] } {
  const unpacked = unpack(bytes, hints.name);
  if (unpacked.length === 0) throw new ImportError('no-article', `${hints.name} is empty`);
  refuseBinary(unpacked, hints.name);
  const isMarkup = format === 'auto' || format === 'html';
  const { text } = decodeText(unpacked, { transport: hints.charset, isMarkup });
  refuseUnreadable(text, hints.name);
  const read = format === 'auto' ? detectFormat(text, hints.name) : format;
  return { format: read, drafts: [readers[read](text, hints)] };
}
