import { and, eq, inArray, sql } from 'drizzle-orm';
import { rankedLists, seconds } from '../../../article/lists.ts';
import type { ArticleRecord, Card } from '../../../article/record.ts';
import { bodyLinks } from '../../../article/text.ts';
import { type Database, type Orm, prepared } from '../../client.ts';
import { currentFill, readsFrom, trueUntil } from '../fill-context.ts';
import { articleRecords, articles, redirects } from '../schema.ts';
import { readSigned } from '../verify.ts';

const recordByPath = (orm: Orm) =>
  orm
    .select({ number: articles.number, record: articleRecords.record, signature: articleRecords.signature })
    .from(articles)
    .innerJoin(articleRecords, eq(articleRecords.number, articles.number))
    .where(eq(articles.path, sql.placeholder('path')))
    .prepare();

const formerPath = (orm: Orm) =>
  orm
    .select({ path: articles.path })
    .from(redirects)
    .innerJoin(articles, eq(articles.id, redirects.article))
    .where(eq(redirects.path, sql.placeholder('path')))
    .prepare();

export type FoundArticle = { record: ArticleRecord; number: number };

/** The article at a canonical path, withdrawn ones included; null when there is none, or not yet. */
export async function findArticle({ orm }: Database, path: string): Promise<FoundArticle | null> {
  readsFrom(`path:${path}`);
  const row = await prepared(orm, recordByPath).get({ path });
  if (!row) return null;
  const record = readSigned<ArticleRecord>('article', row, `table article_records, number ${row.number}`);
  readsFrom(`article:${record.id}`);
  const fill = currentFill();
  const { now, links } = fill;
  if (seconds(record.publishedAt) * 1000 > now.getTime()) {
    trueUntil(seconds(record.publishedAt) * 1000);
    return null;
  }
  if (record.status === 'published') fill.article = { id: record.id, lists: rankedLists(record) };
  for (const link of bodyLinks(record.body)) links.add(link);
  if (record.source?.url) links.add(record.source.url);
  return { record, number: row.number };
}

/** Where the article that once lived at this path lives now. */
export async function findFormerPath({ orm }: Database, path: string): Promise<string | null> {
  readsFrom(`path:${path}`);
  const row = await prepared(orm, formerPath).get({ path });
  return row?.path ?? null;
}

/** Cards of these ids in the order asked, without those withdrawn, unknown or not yet out. */
export async function cardsByIds({ orm }: Database, ids: readonly string[]): Promise<Card[]> {
  readsFrom(...ids.map((id) => `card:${id}`));
  if (ids.length === 0) return [];
  const { now } = currentFill();
  const rows = await orm
    .select({
      id: articles.id,
      publishedAt: articles.publishedAt,
      record: articles.card,
      signature: articles.signature,
    })
    .from(articles)
    .where(and(inArray(articles.id, [...ids]), eq(articles.listed, true)));
  const out = new Map<string, Card>();
  for (const row of rows) {
    if (row.publishedAt * 1000 > now.getTime()) trueUntil(row.publishedAt * 1000);
    else out.set(row.id, readCard(row));
  }
  return ids.flatMap((id) => out.get(id) ?? []);
}

export function readCard(row: { id: string; record: string; signature: Uint8Array }): Card {
  readsFrom(`card:${row.id}`);
  return readSigned<Card>('card', row, `table articles, id ${row.id}`);
}
