import { eq, sql } from 'drizzle-orm';
import { seconds } from '../../article/lists.ts';
import type { ArticleRecord, Card } from '../../article/record.ts';
import { articleLeaf, topicLeaf } from '../../article/register.ts';
import { sealHash, sealOf } from '../../article/seal.ts';
import { type Database, type Orm, prepared } from '../client.ts';
import { readsFrom } from './fill-context.ts';
import { currentRegister, signedLeaf } from './register.ts';
import { articleRecords, articles, type TopicKind, topics } from './schema.ts';
import { refuseRow } from './tampered.ts';

/** Every row a page is made of passes here: what the newsroom did not sign as it stands is refused, by table, row and field. */

/** What has to be read of an article's row, whatever is shown of it. */
export const cardColumns = {
  number: articles.number,
  id: articles.id,
  path: articles.path,
  publishedAt: articles.publishedAt,
  listed: articles.listed,
  card: articles.card,
  seal: articles.seal,
};
export const recordColumns = { ...cardColumns, record: articleRecords.record };

export type CardRow = {
  number: number;
  id: string;
  path: string;
  publishedAt: number;
  listed: boolean;
  card: string;
  seal: Uint8Array;
};
export type RecordRow = CardRow & { record: string };
export type TopicRow = { number: number; kind: TopicKind; slug: string; record: string };

/** The cards of these rows, in their order. @throws TamperedRow */
export async function readCards(database: Database, rows: readonly CardRow[]): Promise<Card[]> {
  const cards: Card[] = [];
  for (const row of rows) cards.push(await readCard(database, row));
  return cards;
}

/** The row of an article, when it is the signed one. @throws TamperedRow */
export const signedCardRow = (database: Database, given: CardRow): Promise<CardRow> =>
  signedRow(database, given, cardByNumber);

export async function readCard(database: Database, given: CardRow): Promise<Card> {
  const row = await signedCardRow(database, given);
  const card = parseOnce(row);
  if (seconds(card.publishedAt) !== row.publishedAt) refuseRow('articles', nameOf(row), 'published_at');
  readsFrom(`card:${card.id}`);
  return card;
}

/** Lists show the same cards again and again; the text of one that was just verified needs no second parse. */
const parsed = new Map<number, { text: string; card: Card }>();
const maxParsed = 4_000;

function parseOnce({ number, card: text }: CardRow): Card {
  const known = parsed.get(number);
  if (known?.text === text) return known.card;
  const card = JSON.parse(text) as Card;
  if (parsed.size >= maxParsed) parsed.clear();
  parsed.set(number, { text, card });
  return card;
}

/** The record of this row. @throws TamperedRow */
export async function readRecord(database: Database, given: RecordRow): Promise<ArticleRecord> {
  const row = await signedRow(database, given, recordByNumber);
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
  again: (orm: Orm) => { get(values: { number: number }): Promise<Row | undefined> },
): Promise<Row> {
  for (let row = given, attempt = 1; ; attempt++) {
    const leaf = await signedLeaf(database, 'articles', row.number);
    if (leaf && articleLeaf({ ...row, seal: hex(row.seal) }).equals(leaf)) return row;
    if (attempt === attempts) refuseRow('articles', nameOf(row), await articleFault(database, row, leaf));
    await currentRegister(database);
    row = (await prepared(database.orm, again).get({ number: row.number })) ?? row;
  }
}

const cardByNumber = (orm: Orm) =>
  orm
    .select(cardColumns)
    .from(articles)
    .where(eq(articles.number, sql.placeholder('number')))
    .prepare();

const recordByNumber = (orm: Orm) =>
  orm
    .select(recordColumns)
    .from(articles)
    .innerJoin(articleRecords, eq(articleRecords.number, articles.number))
    .where(eq(articles.number, sql.placeholder('number')))
    .prepare();

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
  const whole = await prepared(database.orm, recordByNumber).get({ number: row.number });
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
