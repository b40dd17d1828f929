import { listPlaces } from '../../article/lists.ts';
import { type ArticleRecord, type Card, cardOf } from '../../article/record.ts';
import { type Database, write } from '../client.ts';
import { listing } from './schema.ts';
import { refuseRow } from './tampered.ts';
import { type CardRow, cardColumns, type RecordRow, readCard, readRecord, recordColumns } from './verify.ts';

/** What a query of a list reads of each article that stands in it. */
export const listedColumns = { ...cardColumns, at: listing.at };
export type ListedRow = CardRow & { at: number };

/** What a query of a list reads of each article whose whole text is shown. */
export const listedRecordColumns = { ...recordColumns, at: listing.at };
export type ListedRecordRow = RecordRow & { at: number };

/** The records at these places of a list; each must say itself that it belongs there. @throws TamperedRow */
export async function readListedRecords(
  database: Database,
  list: string,
  rows: readonly ListedRecordRow[],
): Promise<ArticleRecord[]> {
  const records: ArticleRecord[] = [];
  for (const row of rows) {
    const record = await readRecord(database, row);
    await checkPlace(database, cardOf(record), list, row);
    records.push(record);
  }
  return records;
}

/** The cards at these places of a list; each must say itself that it belongs there. @throws TamperedRow */
export async function readListed(database: Database, list: string, rows: readonly ListedRow[]): Promise<Card[]> {
  const cards: Card[] = [];
  for (const row of rows) {
    const card = await readCard(database, row);
    await checkPlace(database, card, list, row);
    cards.push(card);
  }
  return cards;
}

async function checkPlace(database: Database, card: Card, list: string, place: Place): Promise<void> {
  const belongs = listPlaces(card).some((own) => own.list === list && own.at === place.at);
  if (!belongs && (await stillListed(database, list, place)))
    refuseRow('listing', `${list} ${place.number}`, 'list, at or number');
}

type Place = { at: number; number: number };

/** An article that left the list between the two looks is nobody's fault; the page is made again anyway. */
async function stillListed(database: Database, list: string, { at, number }: Place): Promise<boolean> {
  const rows = await database.rows(
    write`SELECT 1 FROM listing JOIN lists ON lists.id = listing.list
          WHERE lists.name = ${list} AND listing.at = ${at} AND listing.number = ${number}`,
  );
  return rows.length > 0;
}
