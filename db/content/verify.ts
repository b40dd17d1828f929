import { asc, between, eq, sql } from 'drizzle-orm';
import { seconds } from '../../article/lists.ts';
import type { ArticleRecord, Card } from '../../article/record.ts';
import { articleLeaf, topicLeaf } from '../../article/register.ts';
import { sealHash, sealOf } from '../../article/seal.ts';
import { type Database, type Orm, prepared } from '../client.ts';
import { type CardRow, cardRows, type RecordRow, recordRows } from './article-rows.ts';
import { readsFrom } from './fill-context.ts';
import { currentRegister, readAhead, signedLeaf } from './register.ts';
import { articles, type TopicKind, topics } from './schema.ts';
import { idShelf, readShelf } from './shelves.ts';
import { refuseRow } from './tampered.ts';

/** Every row a page is made of passes here: what the newsroom did not sign as it stands is refused, by table, row and field. */

const articlesBetween = (orm: Orm) =>
  orm
    .select({
      number: articles.number,
      id: articles.id,
      path: articles.path,
      publishedAt: articles.publishedAt,
      listed: articles.listed,
      card: articles.card,
      seal: articles.seal,
    })
    .from(articles)
    .where(between(articles.number, sql.placeholder('first'), sql.placeholder('last')))
    .orderBy(asc(articles.number))
    .prepare();

/**
 * Every article from one number to another, unchecked but for gaps. `scan` is the connection that reads the rows; what they
 * are checked against is read like everything else. @throws TamperedRow when one that was signed is not there
 */
export async function cardRowsBetween(
  database: Database,
  [first, last]: readonly [number, number],
  scan: Database = database,
): Promise<CardRow[]> {
  const rows = await prepared(scan.orm, articlesBetween).all({ first, last });
  await refuseGaps(database, 'articles', [first, last], rows);
  return rows;
}

export type TopicRow = { number: number; kind: TopicKind; slug: string; record: string };

/** The cards of these rows, in their order, for those who read every article there is: none is kept. @throws TamperedRow */
export async function readCards(database: Database, rows: readonly CardRow[]): Promise<Card[]> {
  const cards: Card[] = [];
  for (const row of rows) cards.push(await checkedCard(database, row));
  return cards;
}

/** The row of an article, when it is the signed one. @throws TamperedRow */
export const signedCardRow = (database: Database, given: CardRow): Promise<CardRow> =>
  signedRow(database, given, cardRows);

/** The card of this row, kept for whoever shows it next. @throws TamperedRow */
async function readCard(database: Database, given: CardRow): Promise<Card> {
  const card = await checkedCard(database, given);
  const leaf = database.isWriting() ? null : await signedLeaf(database, 'articles', given.number);
  if (leaf) keepCard(database, given.number, { leaf, card });
  return card;
}

async function checkedCard(database: Database, given: CardRow): Promise<Card> {
  const row = await signedCardRow(database, given);
  const card = JSON.parse(row.card) as Card;
  if (seconds(card.publishedAt) !== row.publishedAt) refuseRow('articles', nameOf(row), 'published_at');
  readsFrom(`card:${card.id}`);
  return card;
}

/** Lists show the same cards again and again: what the register names the same hash for is what it was. */
const kept = new WeakMap<Orm, Map<number, { leaf: Buffer; card: Card }>>();
const mostKept = 4_000;

function keepCard({ orm }: Database, number: number, read: { leaf: Buffer; card: Card }): void {
  const cards = kept.get(orm) ?? new Map<number, { leaf: Buffer; card: Card }>();
  kept.set(orm, cards);
  if (cards.size >= mostKept) cards.clear();
  cards.set(number, read);
}

async function keptCard(database: Database, number: number): Promise<Card | null> {
  const known = kept.get(database.orm)?.get(number);
  if (!known || database.isWriting()) return null;
  const leaf = await signedLeaf(database, 'articles', number);
  return leaf?.equals(known.leaf) ? known.card : null;
}

/** The cards of these articles, in this order. @throws TamperedRow, also when one of them is not there */
export async function cardsOf(database: Database, numbers: readonly number[]): Promise<Card[]> {
  const cards = new Map<number, Card>();
  if (!database.isWriting()) await readAhead(database, 'articles', numbers);
  for (const number of numbers) {
    const card = await keptCard(database, number);
    if (card) readsFrom(`card:${card.id}`);
    if (card) cards.set(number, card);
  }
  const unread = numbers.filter((number) => !cards.has(number));
  for (const row of await cardRows(database, unread)) cards.set(row.number, await readCard(database, row));
  return numbers.flatMap((number) => cards.get(number) ?? []);
}

/** The records of these articles, in this order. @throws TamperedRow, also when one of them is not there */
export async function recordsOf(database: Database, numbers: readonly number[]): Promise<ArticleRecord[]> {
  const records = new Map<number, ArticleRecord>();
  for (const row of await recordRows(database, numbers)) records.set(row.number, await readRecord(database, row));
  return numbers.flatMap((number) => records.get(number) ?? []);
}

/** Numbers of the articles that have these ids, in that order; some ids are nobody's. @throws TamperedRow */
export async function numbersOfIds(database: Database, ids: readonly string[]): Promise<number[]> {
  const numbers: number[] = [];
  for (const id of ids) {
    const shelf = idShelf(id);
    const row = shelf && (await readShelf(database, shelf)).find((own) => own.id === id);
    if (row) numbers.push(row.number);
  }
  return numbers;
}

/** The record of an article that is known to be there. @throws TamperedRow when it is not, or not as it was signed */
export async function recordOf(database: Database, number: number): Promise<ArticleRecord> {
  const [record] = await recordsOf(database, [number]);
  return record as ArticleRecord;
}

/** Refuses a stretch of rows where something that has a place in the register is missing. @throws TamperedRow */
export async function refuseGaps(
  database: Database,
  table: 'articles' | 'topics',
  [first, last]: readonly [number, number],
  rows: readonly { number: number }[],
): Promise<void> {
  const found = new Set(rows.map(({ number }) => number));
  for (let number = first; number <= last; number++)
    if (!found.has(number) && (await signedLeaf(database, table, number))) refuseRow(table, number, 'number');
}

/** The record of this row. @throws TamperedRow */
async function readRecord(database: Database, given: RecordRow): Promise<ArticleRecord> {
  const row = await signedRow(database, given, recordRows);
  const record = parse<ArticleRecord>(row.record);
  // The row carries the hash of the seal, the seal that of the record.
  if (!record || sealHash(sealOf(record, row.record)) !== hex(row.seal))
    refuseRow('article_records', nameOf(row), 'record');
  if (seconds(record.publishedAt) !== row.publishedAt) refuseRow('articles', nameOf(row), 'published_at');
  return record;
}

/** The record of a topic's row. @throws TamperedRow */
export async function readTopic<T extends { slug: string }>(database: Database, given: TopicRow): Promise<T> {
  for (let row = given, attempt = 1; ; attempt++) {
    const leaf = await signedLeaf(database, 'topics', row.number);
    if (leaf && topicLeaf(row.kind, row.slug, row.record).equals(leaf)) return JSON.parse(row.record) as T;
    if (attempt === attempts) refuseRow('topics', `${row.number} (${row.kind} ${row.slug})`, topicFault(row, leaf));
    await currentRegister(database);
    row = (await prepared(database.orm, topicByNumber).get({ number: row.number })) ?? row;
  }
}

/**
 * The row, when it is the signed one. A publication between reading the row and reading the register makes them differ
 * without anybody's fault, so both are read again before the row is refused.
 */
async function signedRow<Row extends CardRow>(
  database: Database,
  given: Row,
  again: (database: Database, numbers: readonly number[]) => Promise<Row[]>,
): Promise<Row> {
  for (let row = given, attempt = 1; ; attempt++) {
    const leaf = await signedLeaf(database, 'articles', row.number);
    if (leaf && articleLeaf({ ...row, seal: hex(row.seal) }).equals(leaf)) return row;
    if (attempt === attempts) refuseRow('articles', nameOf(row), await articleFault(database, row, leaf));
    await currentRegister(database);
    row = (await again(database, [row.number]))[0] ?? row;
  }
}

const topicByNumber = (orm: Orm) =>
  orm
    .select()
    .from(topics)
    .where(eq(topics.number, sql.placeholder('number')))
    .prepare();

/** Which field of the row is not as it was signed: the card and the record say what the others must be. */
async function articleFault(database: Database, row: CardRow, leaf: Uint8Array | null): Promise<string> {
  if (!leaf) return 'number';
  const card = parse<Card>(row.card);
  if (!card) return 'card';
  if (card.id !== row.id) return 'id';
  if (card.path !== row.path) return 'path';
  if ((card.status === 'published') !== row.listed) return 'listed';
  const [whole] = await recordRows(database, [row.number]);
  const record = whole && parse<ArticleRecord>(whole.record);
  return record && sealHash(sealOf(record, whole.record)) !== hex(row.seal) ? 'seal' : 'card';
}

function topicFault(row: TopicRow, leaf: Uint8Array | null): string {
  if (!leaf) return 'number';
  const record = parse<{ kind: string; slug: string }>(row.record);
  if (record && record.kind !== row.kind) return 'kind';
  return record && record.slug !== row.slug ? 'slug' : 'record';
}

const attempts = 3;
const nameOf = ({ number, id }: CardRow) => `${number} (${id})`;
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

function parse<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}
