import { seconds } from '../../../article/lists.ts';
import type { ArticleRecord } from '../../../article/record.ts';
import { bodyLinks } from '../../../article/text.ts';
import type { Database } from '../../client.ts';
import { currentFill, readsFrom } from '../fill-context.ts';
import { numbersOfIds, recordsOf } from '../verify.ts';
import { newestNumbers } from './lists.ts';

/** Whole articles in number, for documents that carry their text. */

/** Newest articles of a list that are out. */
export const newestRecords = async (database: Database, list: string, limit: number): Promise<ArticleRecord[]> =>
  (await recordsOf(database, await newestNumbers(database, list, limit))).map(noted);

/** Articles of these ids that are out, newest first. */
export async function recordsByIds(database: Database, ids: readonly string[]): Promise<ArticleRecord[]> {
  const now = Math.floor(currentFill().now.getTime() / 1000);
  const numbers = (await numbersOfIds(database, ids)).sort((a, b) => b - a);
  const records = (await recordsOf(database, numbers)).filter(
    ({ status, publishedAt }) => status === 'published' && seconds(publishedAt) <= now,
  );
  return records.sort((a, b) => seconds(b.publishedAt) - seconds(a.publishedAt)).map(noted);
}

/** Tells the fill what it has to know of a record: its tag, and the addresses it may lead to. */
function noted(record: ArticleRecord): ArticleRecord {
  readsFrom(`article:${record.id}`);
  const { links } = currentFill();
  for (const link of bodyLinks(record.body)) links.add(link);
  if (record.source?.url) links.add(record.source.url);
  return record;
}
