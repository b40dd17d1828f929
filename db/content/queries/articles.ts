import { eq, inArray, sql } from 'drizzle-orm';
import { rankedLists, seconds } from '../../../article/lists.ts';
import type { ArticleRecord, Card } from '../../../article/record.ts';
import { bodyLinks } from '../../../article/text.ts';
import { type Database, type Orm, prepared, write } from '../../client.ts';
import { currentFill, readsFrom, trueUntil } from '../fill-context.ts';
import { articleRecords, articles, redirects } from '../schema.ts';
import { refuseRow } from '../tampered.ts';
import { cardColumns, readCard, readRecord, recordColumns } from '../verify.ts';

const recordByPath = (orm: Orm) =>
  orm
    .select(recordColumns)
    .from(articles)
    .innerJoin(articleRecords, eq(articleRecords.number, articles.number))
    .where(eq(articles.path, sql.placeholder('path')))
    .prepare();

const formerPath = (orm: Orm) =>
  orm
    .select(recordColumns)
    .from(redirects)
    .innerJoin(articles, eq(articles.id, redirects.article))
    .innerJoin(articleRecords, eq(articleRecords.number, articles.number))
    .where(eq(redirects.path, sql.placeholder('path')))
    .prepare();

export type FoundArticle = { record: ArticleRecord; number: number };

/** The article at a canonical path, withdrawn ones included; null when there is none, or not yet. */
export async function findArticle(database: Database, path: string): Promise<FoundArticle | null> {
  readsFrom(`path:${path}`);
  const row = await prepared(database.orm, recordByPath).get({ path });
  if (!row) {
    const [bare] = await database.rows<{ number: number }>(write`SELECT number FROM articles WHERE path = ${path}`);
    // An article without its record: not even a missing page is true then.
    if (bare && !(await prepared(database.orm, recordByPath).get({ path })))
      refuseRow('article_records', bare.number, 'number');
    return null;
  }
  const record = await readRecord(database, row);
  readsFrom(`article:${record.id}`);
  const fill = currentFill();
  const { now, links } = fill;
  if (seconds(record.publishedAt) * 1000 > now.getTime()) {
    trueUntil(seconds(record.publishedAt) * 1000);
    return null;
  }
  if (record.status === 'published') fill.article = { id: record.id, lists: rankedLists(record) };
  fill.recorded = bodyLinks(record.body);
  for (const link of fill.recorded) links.add(link);
  if (record.source?.url) links.add(record.source.url);
  return { record, number: row.number };
}

/** Where the article that once lived at this path lives now. */
export async function findFormerPath(database: Database, path: string): Promise<string | null> {
  readsFrom(`path:${path}`);
  const row = await prepared(database.orm, formerPath).get({ path });
  if (!row) return null;
  const record = await readRecord(database, row);
  // The record names the addresses it had; a redirect to it from anywhere else is nobody's.
  if (!record.formerly.includes(path)) refuseRow('redirects', path, 'article');
  return record.path;
}

/** Cards of these ids in the order asked, without those withdrawn, unknown or not yet out. */
export async function cardsByIds(database: Database, ids: readonly string[]): Promise<Card[]> {
  readsFrom(...ids.map((id) => `card:${id}`));
  if (ids.length === 0) return [];
  const { now } = currentFill();
  const rows = await database.orm
    .select(cardColumns)
    .from(articles)
    .where(inArray(articles.id, [...ids]));
  const out = new Map<string, Card>();
  for (const row of rows) {
    const card = await readCard(database, row);
    if (card.status === 'withdrawn') continue;
    if (row.publishedAt * 1000 > now.getTime()) trueUntil(row.publishedAt * 1000);
    else out.set(row.id, card);
  }
  return ids.flatMap((id) => out.get(id) ?? []);
}
