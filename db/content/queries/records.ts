import { and, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { ArticleRecord } from '../../../article/record.ts';
import { bodyLinks } from '../../../article/text.ts';
import { type Database, type Orm, prepared } from '../../client.ts';
import { currentFill, readsFrom } from '../fill-context.ts';
import { listedRecordColumns, readListedRecords } from '../listed.ts';
import { articleRecords, articles, listing } from '../schema.ts';
import { readRecord, recordColumns } from '../verify.ts';
import { inList, readList } from './lists.ts';

/** Whole articles in number, for documents that carry their text. */

const newest = (orm: Orm) =>
  orm
    .select(listedRecordColumns)
    .from(listing)
    .innerJoin(articles, eq(articles.number, listing.number))
    .innerJoin(articleRecords, eq(articleRecords.number, listing.number))
    .where(and(inList, lte(listing.at, sql.placeholder('until'))))
    .orderBy(desc(listing.at), desc(listing.number))
    .limit(sql.placeholder('limit'))
    .prepare();

/** Newest articles of a list that are out. */
export async function newestRecords(database: Database, list: string, limit: number): Promise<ArticleRecord[]> {
  const until = await readList(database, list);
  const rows = await prepared(database.orm, newest).all({ list, until, limit });
  return (await readListedRecords(database, list, rows)).map(noted);
}

/** Articles of these ids that are out, newest first. */
export async function recordsByIds(database: Database, ids: readonly string[]): Promise<ArticleRecord[]> {
  if (ids.length === 0) return [];
  const now = Math.floor(currentFill().now.getTime() / 1000);
  const rows = await database.orm
    .select(recordColumns)
    .from(articles)
    .innerJoin(articleRecords, eq(articleRecords.number, articles.number))
    .where(and(inArray(articles.id, [...ids]), lte(articles.publishedAt, now)))
    .orderBy(desc(articles.publishedAt), desc(articles.number));
  const records: ArticleRecord[] = [];
  for (const row of rows) records.push(await readRecord(database, row));
  return records.filter(({ status }) => status === 'published').map(noted);
}

/** Tells the fill what it has to know of a record: its tag, and the addresses it may lead to. */
function noted(record: ArticleRecord): ArticleRecord {
  readsFrom(`article:${record.id}`);
  const { links } = currentFill();
  for (const link of bodyLinks(record.body)) links.add(link);
  if (record.source?.url) links.add(record.source.url);
  return record;
}
