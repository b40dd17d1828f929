import { canonicalJson } from '../article/canonical.ts';
import { sha256 } from '../article/hash.ts';
import type { ArticleRecord } from '../article/record.ts';
import { type Seal, sealHash, sealOf, signSeal } from '../article/seal.ts';
import type { Database, Statement } from '../db/client.ts';
import type { PublishedRevision } from '../db/newsroom/queries/outbox.ts';
import { insertSeal, type SealRow, sealsOf } from '../db/newsroom/queries/seals.ts';
import type { ArticleDocument } from '../newsroom/document.ts';
import type { KeyRing } from './keys.ts';
import { findFacts, makeRecord } from './record.ts';

/** A publication as readers get it: the record, what the newsroom signed of it, and the seals that came before. */
export type Sealed = {
  record: ArticleRecord;
  text: string;
  seal: Seal;
  key: string;
  signature: Buffer;
  former: SealRow[];
};

/**
 * Seals what these publications show. What was sealed before keeps its seal, so that a projection from nothing is the
 * same, byte for byte, whatever happened to the keys since. @throws when the newsroom does not hold what was published
 */
export async function sealPublications(
  newsroom: Database,
  ring: KeyRing,
  entries: readonly PublishedRevision[],
): Promise<Map<number, Sealed>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await sealOnce(newsroom, ring, entries);
    } catch (error) {
      // Another process sealed one of them first: its seals count.
      if (attempt === 3 || !isTaken(error)) throw error;
    }
  }
}

const isTaken = (error: unknown) =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT');

async function sealOnce(
  newsroom: Database,
  ring: KeyRing,
  entries: readonly PublishedRevision[],
): Promise<Map<number, Sealed>> {
  const histories = await sealsOf(
    newsroom,
    entries.map(({ number }) => number),
  );
  const sealed = new Map<number, Sealed>();
  const statements: Statement[] = [];
  for (const entry of entries) {
    const made = await sealOne(newsroom, ring, entry, histories.get(entry.number) ?? []);
    sealed.set(entry.number, made.sealed);
    statements.push(...made.add);
  }
  if (statements.length > 0) await newsroom.atomic(statements);
  return sealed;
}

async function sealOne(
  newsroom: Database,
  ring: KeyRing,
  entry: PublishedRevision,
  history: readonly SealRow[],
): Promise<{ sealed: Sealed; add: Statement[] }> {
  const { number, id, revision, seq, at } = entry;
  // The record's schema checks every field of the document that readers see.
  const document = JSON.parse(entry.document) as ArticleDocument;
  const last = history.at(-1);
  const known = last?.publication === seq ? last : undefined;
  const facts = known?.facts ?? (await findFacts(newsroom, entry, document));
  const make = (previous: string | null) =>
    makeRecord(newsroom, document, { ...facts, id, revision, issuedAt: at, previous });
  if (known && isBelieved(ring, known.key)) {
    const record = await make(known.seal.previous);
    const text = canonicalJson(record);
    // A later edition of this software may write records differently; then it seals them anew.
    if (sha256(text) === known.seal.record)
      return { sealed: { ...known, record, text, former: history.slice(0, -1) }, add: [] };
  }
  const record = await make(last ? sealHash(last.seal) : null);
  const text = canonicalJson(record);
  const seal = sealOf(record, text);
  const signature = signSeal(seal, ring.privateKey);
  const row: SealRow = {
    article: number,
    position: (last?.position ?? 0) + 1,
    publication: seq,
    seal,
    facts,
    key: ring.id,
    signature,
  };
  return {
    sealed: { record, text, seal, key: ring.id, signature, former: [...history] },
    add: [insertSeal(row)],
  };
}

const isBelieved = ({ list }: KeyRing, id: string) =>
  list.keys.some((key) => key.id === id && key.status !== 'revoked');
