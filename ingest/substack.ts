import { parse } from 'csv-parse/sync';
import {
  type ArticleDraft,
  type DocumentFacts,
  ImportError,
  type ImportHints,
  type ImportItem,
} from '../article/draft.ts';
import { decodeText } from './decode.ts';
import { blankDraft } from './draft-limits.ts';
import { readFragment } from './fragment.ts';
import { itemOf, refusedItem } from './item.ts';
import { isoInstant } from './moments.ts';
import { slugFrom } from './paths.ts';
import { plainLine } from './plain.ts';
import { embedLine } from './wxr-content.ts';

type Row = Record<string, string>;

/** Whether a table lists the posts of a Substack export. */
export const isSubstackTable = (csv: string): boolean => /^\ufeff?"?post_id"?,"?post_date"?,"?is_published"?/.test(csv);

/** Reads a Substack export: `posts.csv` and, beside it, `posts/<post_id>.html`. @throws ImportError when the table is broken */
export async function* readSubstack(csv: string, hints: ImportHints): AsyncGenerator<ImportItem | DocumentFacts> {
  const rows = rowsOf(csv, hints.name);
  for (const row of rows) yield await readRow(row, hints);
  yield { facts: { posts: rows.length } };
}

function rowsOf(csv: string, name: string): Row[] {
  if (!isSubstackTable(csv))
    throw new ImportError(
      'unsupported',
      `${name} is a table, but not of posts; of tables only Substack's posts.csv is read`,
    );
  try {
    return parse(csv, {
      columns: true,
      bom: true,
      relax_column_count: false,
      skip_empty_lines: true,
      max_record_size: 1_000_000,
    }) as Row[];
  } catch (error) {
    throw new ImportError('malformed', `${name} is a broken table: ${(error as Error).message}`);
  }
}

async function readRow(row: Row, hints: ImportHints): Promise<ImportItem> {
  const id = row.post_id ?? '';
  const named = { label: id || 'row without post_id', guid: id ? `substack:${id}` : null, kind: row.type || 'post' };
  try {
    const html = await htmlOf(id, hints);
    return itemOf(named, draftOf(row, html, hints), null, hints);
  } catch (error) {
    if (error instanceof ImportError) return refusedItem(named, error);
    throw error;
  }
}

async function htmlOf(id: string, { beside }: ImportHints): Promise<string> {
  if (!/^[\w.-]{1,200}$/.test(id))
    throw new ImportError('malformed', `posts.csv names a post "${id.slice(0, 80)}", which is no name of a file`);
  const bytes = await beside?.(`posts/${id}.html`);
  if (!bytes)
    throw new ImportError('no-article', `posts/${id}.html, the text of post ${id}, is missing beside posts.csv`);
  return decodeText(bytes, { isMarkup: true }).text;
}

function draftOf(row: Row, html: string, hints: ImportHints): ArticleDraft {
  const slug = /^\d+\.(.+)$/.exec(row.post_id ?? '')?.[1] ?? null;
  const podcast = row.podcast_url ? (embedLine(row.podcast_url) ?? '') : '';
  const fragment = readFragment(podcast + html, { name: hints.name, base: null, where: `posts/${row.post_id}.html` });
  const warnings: string[] = [];
  if (row.type === 'page') warnings.push('a page of the site, not a post; it is kept as a draft');
  if (!/^true$/i.test(row.is_published ?? '')) warnings.push('it is not published; it is kept as a draft');
  if (row.audience && row.audience !== 'everyone')
    warnings.push(`only "${row.audience}" may read it; it is kept as a draft`);
  return {
    ...blankDraft(),
    headline: plainLine(row.title ?? ''),
    standfirst: plainLine(row.subtitle ?? '') || null,
    publishedAt: isoInstant(row.post_date ?? '', 'UTC'),
    isDraft: warnings.length > 0,
    slug: slugFrom(slug),
    body: { type: 'doc', content: fragment.content },
    formerPaths: slug ? [`/p/${slug.toLowerCase()}`] : [],
    dropped: fragment.dropped,
    warnings,
  };
}
