import { and, desc, eq, lte, sql } from 'drizzle-orm';
import { correctedList, type LanguageGroup } from '../../../article/lists.ts';
import { type Card, type Correction, cardOf } from '../../../article/record.ts';
import { type Database, type Orm, prepared } from '../../client.ts';
import { currentFill, readsFrom } from '../fill-context.ts';
import { listedRecordColumns, readListedRecords } from '../listed.ts';
import { articleRecords, articles, listing } from '../schema.ts';
import { inList } from './lists.ts';

/** Corrected articles shown on the corrections page. */
const shownArticles = 60;

const corrected = (orm: Orm) =>
  orm
    .select(listedRecordColumns)
    .from(listing)
    .innerJoin(articles, eq(articles.number, listing.number))
    .innerJoin(articleRecords, eq(articleRecords.number, listing.number))
    .where(and(inList, lte(listing.at, sql.placeholder('until'))))
    .orderBy(desc(listing.at), desc(listing.number))
    .limit(shownArticles)
    .prepare();

/** The newest corrections with the card of their article, newest first. */
export async function newestCorrections(
  database: Database,
  group: LanguageGroup,
): Promise<{ card: Card; correction: Correction }[]> {
  const list = correctedList(group);
  readsFrom(`list:${list}`);
  const until = Math.floor(currentFill().now.getTime() / 1000);
  const items: { card: Card; correction: Correction }[] = [];
  const rows = await prepared(database.orm, corrected).all({ list, until });
  for (const record of await readListedRecords(database, list, rows)) {
    readsFrom(`article:${record.id}`);
    items.push(...record.corrections.map((correction) => ({ card: cardOf(record), correction })));
  }
  return items.sort((a, b) => (a.correction.at < b.correction.at ? 1 : -1));
}
