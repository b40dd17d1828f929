import { asc, eq, sql } from 'drizzle-orm';
import { canonicalJson } from '../../../article/canonical.ts';
import { sha256 } from '../../../article/hash.ts';
import { mayHaveSigned, publicKeyOf } from '../../../article/key-list.ts';
import { seconds } from '../../../article/lists.ts';
import {
  type ArticlesDocument,
  type RecordDocument,
  type RegisterDocument,
  recordFault,
  type TopicsDocument,
  type WrittenSeal,
} from '../../../article/proof.ts';
import type { Card } from '../../../article/record.ts';
import { articleLeaf, leafBytes, placesPerChunk } from '../../../article/register.ts';
import { isSealSigned, sealOf } from '../../../article/seal.ts';
import { type Database, type Orm, prepared, write } from '../../client.ts';
import { currentFill, readsFrom, trueUntil } from '../fill-context.ts';
import { currentRegister, signedChunks } from '../register.ts';
import { articleRecords, articles, formerSeals } from '../schema.ts';
import { refuseRow } from '../tampered.ts';
import { trustedKeys } from '../trust.ts';
import { cardRowsBetween, readTopic, refuseGaps, signedCardRow, type TopicRow } from '../verify.ts';
import { type FoundArticle, findArticle } from './articles.ts';
import { getSite } from './site.ts';

/** What anybody can check the site against. Nothing goes out here that does not hold together itself. */

const signatureOf = (orm: Orm) =>
  orm
    .select({
      key: articleRecords.key,
      signature: articleRecords.signature,
      card: articles.card,
      text: articleRecords.record,
    })
    .from(articleRecords)
    .innerJoin(articles, eq(articles.number, articleRecords.number))
    .where(eq(articleRecords.number, sql.placeholder('number')))
    .prepare();

const formerOf = (orm: Orm) =>
  orm
    .select({ seal: formerSeals.seal, key: formerSeals.key, signature: formerSeals.signature })
    .from(formerSeals)
    .where(eq(formerSeals.number, sql.placeholder('number')))
    .orderBy(asc(formerSeals.position))
    .limit(5_000)
    .prepare();

/** The record at a canonical path with its seals; null when there is none, or not yet. @throws TamperedRow */
export async function recordDocument(database: Database, path: string): Promise<RecordDocument | null> {
  for (let attempt = 1; ; attempt++) {
    const found = await findArticle(database, path);
    if (!found) return null;
    const row = await prepared(database.orm, signatureOf).get({ number: found.number });
    // Another revision may have come out between the two looks.
    if (row?.text === canonicalJson(found.record) || attempt === 3) return proven(database, found, row);
  }
}

type SignatureRow = { key: string; signature: Uint8Array; card: string; text: string };

async function proven(database: Database, { number, record }: FoundArticle, row: SignatureRow | undefined) {
  if (!row) refuseRow('article_records', number, 'number');
  const { key, signature, card, text } = row;
  const name = `${number} (${record.id})`;
  const seal = sealOf(record, text);
  const listed = trustedKeys().keys.find(({ id }) => id === key);
  if (!mayHaveSigned(listed, seal.issuedAt)) refuseRow('article_records', name, 'key');
  if (!isSealSigned({ seal, key, signature }, publicKeyOf(listed))) refuseRow('article_records', name, 'signature');
  const former = await prepared(database.orm, formerOf).all({ number });
  const document: RecordDocument = {
    format: 'dateline-record/1',
    record,
    ...written(seal, key, signature),
    history: former.map((past) => written(parseSeal(past.seal, number), past.key, past.signature)),
    place: { number, card: sha256(card) },
  };
  if (recordFault(document)) refuseRow('former_seals', name, 'seal');
  for (const past of former) if (!isIssued(past, number)) refuseRow('former_seals', name, 'key or signature');
  return document;
}

/** Seals of the past that were proven: a signature takes a tenth of a millisecond to check, and they never change. */
const issued = new Set<string>();
const mostIssued = 10_000;

/** Whether one of the newsroom's keys signed it, revoked ones included: the seals that follow vouch for what theirs signed. */
function isIssued({ seal: text, key, signature }: FormerRow, number: number): boolean {
  const name = `${text} ${key} ${Buffer.from(signature).toString('base64')}`;
  if (issued.has(name)) return true;
  const listed = trustedKeys().keys.find(({ id }) => id === key);
  if (!listed || !isSealSigned({ seal: parseSeal(text, number), key, signature }, publicKeyOf(listed))) return false;
  if (issued.size >= mostIssued) issued.clear();
  issued.add(name);
  return true;
}

type FormerRow = { seal: string; key: string; signature: Uint8Array };

const written = (seal: WrittenSeal['seal'], key: string, signature: Uint8Array): WrittenSeal => ({
  seal,
  key,
  signature: Buffer.from(signature).toString('base64url'),
});

function parseSeal(text: string, number: number): WrittenSeal['seal'] {
  try {
    return JSON.parse(text) as WrittenSeal['seal'];
  } catch {
    return refuseRow('former_seals', number, 'seal');
  }
}

/** The register with the hashes it stands over, and the site's record. @throws TamperedRow */
export async function registerDocument(database: Database): Promise<RegisterDocument> {
  readsFrom('search');
  const site = await getSite(database);
  const { sequence, key, signature, chunks, ...state } = await wholeRegister(database);
  return {
    format: 'dateline-register/1',
    register: {
      sequence,
      site: Buffer.from(state.site).toString('hex'),
      articles: sha256(state.articles),
      topics: sha256(state.topics),
      shelves: sha256(state.shelves),
    },
    key,
    signature: Buffer.from(signature).toString('base64url'),
    chunks: { articles: hashesOf(chunks.articles), topics: hashesOf(chunks.topics) },
    site,
  };
}

/** The register and the chunks it stands over: of one publication. */
async function wholeRegister(database: Database) {
  for (;;) {
    const register = await currentRegister(database);
    const chunks = {
      articles: await signedChunks(database, 'articles'),
      topics: await signedChunks(database, 'topics'),
    };
    if ((await currentRegister(database)) === register) return { ...register, chunks };
  }
}

const hashesOf = (list: Uint8Array): string[] =>
  Array.from({ length: list.length / leafBytes }, (_, index) =>
    Buffer.from(list.subarray(index * leafBytes, (index + 1) * leafBytes)).toString('hex'),
  );

/** The places of a chunk of articles; what is not out yet shows its leaf only. Null beyond the last chunk. @throws TamperedRow */
export async function articlesDocument(database: Database, chunk: number): Promise<ArticlesDocument | null> {
  readsFrom('search');
  const list = await signedChunks(database, 'articles');
  if (chunk * leafBytes >= list.length) return null;
  const now = Math.floor(currentFill().now.getTime() / 1000);
  const places: ArticlesDocument['places'] = [];
  const { first, last } = spanOf(chunk);
  for (const given of await cardRowsBetween(database, [first, last])) {
    const { number, id, path, listed, card, ...row } = await signedCardRow(database, given);
    const publishedAt = seconds((JSON.parse(card) as Card).publishedAt);
    if (publishedAt > now) trueUntil(publishedAt * 1000);
    const seal = Buffer.from(row.seal).toString('hex');
    if (publishedAt > now) places.push({ number, leaf: articleLeaf({ id, path, listed, seal, card }).toString('hex') });
    else places.push({ number, id, path, listed, seal, card: sha256(card) });
  }
  return { format: 'dateline-articles/1', chunk, places };
}

const spanOf = (chunk: number) => ({ first: chunk * placesPerChunk, last: (chunk + 1) * placesPerChunk - 1 });

/** The places of a chunk of topics. Null beyond the last chunk. @throws TamperedRow */
export async function topicsDocument(database: Database, chunk: number): Promise<TopicsDocument | null> {
  readsFrom('search', 'site');
  const list = await signedChunks(database, 'topics');
  if (chunk * leafBytes >= list.length) return null;
  const { first, last } = spanOf(chunk);
  const places: TopicsDocument['places'] = [];
  const rows = await database.rows<TopicRow>(
    write`SELECT number, kind, slug, record FROM topics WHERE number BETWEEN ${first} AND ${last} ORDER BY number`,
  );
  await refuseGaps(database, 'topics', [first, last], rows);
  for (const row of rows) {
    await readTopic(database, row);
    places.push(row);
  }
  return { format: 'dateline-topics/1', chunk, places };
}
