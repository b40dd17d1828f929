import { type Database, write } from '../client.ts';
import { unpack } from './packing.ts';
import { refuseRow } from './tampered.ts';

/** What is read of an article, unchecked. `verify.ts` says whether it is what the newsroom signed. */
export type CardRow = {
  number: number;
  id: string;
  path: string;
  /** Seconds. */
  publishedAt: number;
  listed: boolean;
  card: string;
  seal: Uint8Array;
};
export type RecordRow = CardRow & { record: string };

type Stored = Omit<CardRow, 'listed'> & { listed: number };

/** Rows of articles that are known to be there: a list or an address leads to them. @throws TamperedRow when one is not */
export async function cardRows(database: Database, numbers: readonly number[]): Promise<CardRow[]> {
  if (numbers.length === 0) return [];
  const rows = await database.rows<Stored>(
    write`SELECT a.number, a.id, a.path, a.published_at AS publishedAt, a.listed, a.card, a.seal
          FROM json_each(${JSON.stringify(numbers)}) asked JOIN articles a ON a.number = asked.value`,
  );
  await refuseMissing(database, numbers, rows);
  return rows.map((row) => ({ ...row, listed: row.listed === 1 }));
}

/** The same with their records. @throws TamperedRow when one is not there */
export async function recordRows(database: Database, numbers: readonly number[]): Promise<RecordRow[]> {
  if (numbers.length === 0) return [];
  const rows = await database.rows<Stored & { record: Uint8Array }>(
    write`SELECT a.number, a.id, a.path, a.published_at AS publishedAt, a.listed, a.card, a.seal, r.record
          FROM json_each(${JSON.stringify(numbers)}) asked JOIN articles a ON a.number = asked.value
          JOIN article_records r ON r.number = a.number`,
  );
  await refuseMissing(database, numbers, rows);
  return rows.map((row) => ({ ...row, listed: row.listed === 1, record: unpack(row.record) }));
}

async function refuseMissing(database: Database, numbers: readonly number[], rows: readonly { number: number }[]) {
  if (rows.length === numbers.length) return;
  const found = new Set(rows.map(({ number }) => number));
  const missing = numbers.find((number) => !found.has(number));
  if (missing === undefined) return;
  const [bare] = await database.rows(write`SELECT 1 FROM articles WHERE number = ${missing}`);
  refuseRow(bare ? 'article_records' : 'articles', missing, 'number');
}
