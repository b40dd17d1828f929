import { and, desc, eq, lte, sql } from 'drizzle-orm';
import { correctedList, type LanguageGroup } from '../../../article/lists.ts';
import { type ArticleRecord, type Card, type Correction, cardOf } from '../../../article/record.ts';
import { type Database, type Orm, prepared } from '../../client.ts';
import { currentFill, readsFrom } from '../fill-context.ts';
import { articleRecords, listing } from '../schema.ts';
import { readSigned } from '../verify.ts';
import { inList } from './lists.ts';

/** Corrected articles shown on the corrections page. */
const shownArticles = 60;

const corrected = (orm: Orm) =>
  orm
    .select({ number: articleRecords.number, record: articleRecords.record, signature: articleRecords.signature })
    .from(listing)
    .innerJoin(articleRecords, eq(articleRecords.number, listing.number))
    .where(and(inList, lte(listing.at, sql.placeholder('until'))))
    .orderBy(desc(listing.at), desc(listing.number))
    .limit(shownArticles)
    .prepare();

/** The newest corrections with the card of their article, newest first. */
export async function newestCorrections(
  { orm }: Database,
  group: LanguageGroup,
): Promise<{ card: Card; correction: Correction }[]> {
  const list = correctedList(group);
  readsFrom(`list:${list}`);
  const until = Math.floor(currentFill().now.getTime() / 1000);
  const rows = await prepared(orm, corrected).all({ list, until });
  const items = rows.flatMap((row) => {
    const record = readSigned<ArticleRecord>('article', row, `table article_records, number ${row.number}`);
    readsFrom(`article:${record.id}`);
    return record.corrections.map((correction) => ({ card: cardOf(record), correction }));
  });
  return items.sort((a, b) => (a.correction.at < b.correction.at ? 1 : -1));
}
