import { and, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { ArticleRecord } from '../../../article/record.ts';
import { bodyLinks } from '../../../article/text.ts';
import { type Database, type Orm, prepared } from '../../client.ts';
import { currentFill, readsFrom } from '../fill-context.ts';
import { articleRecords, articles, listing } from '../schema.ts';
import { readSigned } from '../verify.ts';
import { inList, readList } from './lists.ts';

/** Whole articles in number, for documents that carry their text. */

const columns = { number: articleRecords.number, record: articleRecords.record, signature: articleRecords.signature };

const newest = (orm: Orm) =>
  orm
    .select(columns)
    .from(listing)
    .innerJoin(articleRecords, eq(articleRecords.number, listing.number))
    .where(and(inList, lte(listing.at, sql.placeholder('until'))))
    .orderBy(desc(listing.at), desc(listing.number))
    .limit(sql.placeholder('limit'))
    .prepare();

/** Newest articles of a list that are out. */
export async function newestRecords(database: Database, list: string, limit: number): Promise<ArticleRecord[]> {
  const until = await readList(database, list);
  return (await prepared(database.orm, newest).all({ list, until, limit })).map(readRecord);
}

/** Articles of these ids that are out, newest first. */
export async function recordsByIds({ orm }: Database, ids: readonly string[]): Promise<ArticleRecord[]> {
  if (ids.length === 0) return [];
  const now = Math.floor(currentFill().now.getTime() / 1000);
  const rows = await orm
    .select(columns)
    .from(articles)
    .innerJoin(articleRecords, eq(articleRecords.number, articles.number))
    .where(and(inArray(articles.id, [...ids]), eq(articles.listed, true), lte(articles.publishedAt, now)))
    .orderBy(desc(articles.publishedAt), desc(articles.number));
  return rows.map(readRecord);
}

/** A record with everything the fill has to know of it: its tag, and the addresses it may lead to. */
export function readRecord(row: { number: number; record: string; signature: Uint8Array }): ArticleRecord {
  const record = readSigned<ArticleRecord>('article', row, `table article_records, number ${row.number}`);
  readsFrom(`article:${record.id}`);
  const { links } = currentFill();
  for (const link of bodyLinks(record.body)) links.add(link);
  if (record.source?.url) links.add(record.source.url);
  return record;
}
