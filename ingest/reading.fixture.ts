import type { ArticleDraft, DocumentFacts, ImportItem } from '../article/draft.ts';
import { inlineText } from '../article/text.ts';
import { type ImportFormat, importDocument } from './import.ts';
import { bytesSource } from './source.ts';

/** Reads a document as the import command does, for tests of formats. */

export const hints = { name: 'export', now: new Date('2026-11-24T04:00:00Z'), timeZone: 'Asia/Shanghai' };

export type Reading = { format: string; items: ImportItem[]; facts: DocumentFacts['facts'] };

export async function reading(
  text: string | Uint8Array,
  name = 'export',
  format: ImportFormat = 'auto',
  beside: Record<string, string> = {},
): Promise<Reading> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const read = await importDocument(
    bytesSource(bytes, name),
    { ...hints, name, beside: async (path) => (path in beside ? Buffer.from(beside[path] as string) : null) },
    format,
  );
  const result: Reading = { format: read.format, items: [], facts: {} };
  for await (const item of read.items)
    if ('facts' in item) result.facts = item.facts;
    else result.items.push(item);
  return result;
}

/** The drafts of everything that is an article. */
export const draftsOf = ({ items }: Reading): ArticleDraft[] =>
  items.flatMap(({ read }) => ('draft' in read && read.draft && !('error' in read) ? [read.draft] : []));

/** Why items are no articles, by label. */
export const refusalsOf = ({ items }: Reading): Record<string, string> =>
  Object.fromEntries(items.flatMap(({ label, read }) => ('error' in read ? [[label, read.error.message]] : [])));

/** Blocks as `type: words`, which is what most tests of a body want to see. */
export const outline = (draft: ArticleDraft | undefined): string[] =>
  (draft?.body.content ?? []).map((block) => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return `${block.type}: ${inlineText(block.content)}`;
      case 'figure':
        return `figure: ${block.attrs.src} ${block.attrs.caption}`.trim();
      case 'embed':
        return `embed: ${block.attrs.url}`;
      case 'quote':
        return `quote: ${block.content.map((p) => inlineText(p.content)).join(' / ')}`;
      default:
        return block.type;
    }
  });
