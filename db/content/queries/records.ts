import { and, desc, eq, inArray, lte } from 'drizzle-orm';
import type { ArticleRecord } from '../../../article/record.ts';
import { bodyLinks } from '../../../article/text.ts';
import type { Database } from '../../client.ts';
import { currentFill, readsFrom } from '../fill-context.ts';
import { articleRecords, articles } from '../schema.ts';
import { readRecord, recordColumns, recordsOf } from '../verify.ts';
import { newestNumbers } from './lists.ts';

/** Whole articles in number, for documents that carry their text. */

/** Newest articles of a list that are out. */
export const newestRecords = async (database: Database, list: string, limit: number): Promise<ArticleRecord[]> =>
  (await recordsOf(database, await newestNumbers(database, list, limit))).map(noted);

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
