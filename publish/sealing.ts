import { hostOf } from '../article/outbound.ts';
import { sealHash } from '../article/seal.ts';
import type { Database, Statement } from '../db/client.ts';
import { noteLinks } from '../db/newsroom/queries/hosts.ts';
import type { PublishedRevision } from '../db/newsroom/queries/outbox.ts';
import { insertSeal, type PublicationFacts, type SealRow, sealsOf } from '../db/newsroom/queries/seals.ts';
import type { ArticleDocument } from '../newsroom/document.ts';
import type { Compose, Composed, Copy } from './composing.ts';
import type { KeyRing } from './keys.ts';
import { findFacts, findMedia } from './record.ts';

/** A publication as readers get it, what the newsroom signed of it, and the seals that came before. */
export type Sealed = Composed & { key: string; signature: Uint8Array; former: SealRow[] };

/** What this process read was overtaken by another one: what is pending has to be read again. */
export const isOvertaken = (error: unknown): boolean =>
  error instanceof Superseded ||
  (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT'));

/** A newer publication of the article was sealed since this one was read. */
class Superseded extends Error {
  override name = 'Superseded';
}

/**
 * Seals what these publications show. What was sealed before keeps its seal, so that a projection from nothing is the
 * same, byte for byte, whatever happened to the keys since. @throws when the newsroom does not hold what was published;
 * an error that `isOvertaken` when another process sealed some of them first: its seals count
 */
export async function sealPublications(
  newsroom: Database,
  ring: KeyRing,
  entries: readonly PublishedRevision[],
  compose: Compose,
): Promise<Map<number, Sealed>> {
  const histories = await sealsOf(
    newsroom,
    entries.map(({ number }) => number),
  );
  const prepared: Prepared[] = [];
  for (const entry of entries) prepared.push(await prepare(newsroom, ring, entry, histories.get(entry.number) ?? []));
  const composed = await compose(
    prepared.map(({ copy }) => copy),
    ring.privateKey,
  );
  const sealed = new Map<number, Sealed>();
  const statements: Statement[] = [];
  for (const [index, made] of composed.entries()) {
    const finished = finish(prepared[index] as Prepared, made, ring);
    sealed.set((prepared[index] as Prepared).entry.number, finished.sealed);
    statements.push(...finished.add);
  }
  if (statements.length > 0) await newsroom.atomic(statements);
  return sealed;
}

type Prepared = { entry: PublishedRevision; history: readonly SealRow[]; facts: PublicationFacts; copy: Copy };

async function prepare(
  newsroom: Database,
  ring: KeyRing,
  entry: PublishedRevision,
  history: readonly SealRow[],
): Promise<Prepared> {
  const { id, revision, seq, at } = entry;
  const document = JSON.parse(entry.document) as ArticleDocument;
  const last = history.at(-1);
  if (last && last.publication > seq)
    throw new Superseded(`publication ${seq} of article ${id}: publication ${last.publication} is sealed already`);
  const known = last?.publication === seq ? last : undefined;
  const facts = known?.facts ?? (await findFacts(newsroom, entry, document, ownHost(ring)));
  const counts = known && isBelieved(ring, known.key);
  const copy: Copy = {
    document: entry.document,
    facts: { ...facts, id, revision, issuedAt: at },
    media: await findMedia(newsroom, id, document),
    previous: last ? sealHash(last.seal) : null,
    sealed: counts ? { record: known.seal.record, previous: known.seal.previous } : null,
  };
  return { entry, history, facts, copy };
}

/** What was composed with its signature: the one it has already, or a new one that is to be kept. */
function finish(
  { entry, history, facts }: Prepared,
  composed: Composed,
  ring: KeyRing,
): { sealed: Sealed; add: Statement[] } {
  const { seal, signature } = composed;
  const last = history.at(-1);
  if (signature === null) {
    const { key, signature } = last as SealRow;
    return { sealed: { ...composed, key, signature, former: history.slice(0, -1) }, add: [] };
  }
  const row: SealRow = {
    article: entry.number,
    position: (last?.position ?? 0) + 1,
    publication: entry.seq,
    seal,
    facts,
    key: ring.id,
    signature: Buffer.from(signature),
  };
  const add = [insertSeal(row), ...linkStatements(entry, composed.hosts, facts, history.length > 0)];
  return { sealed: { ...composed, key: ring.id, signature, former: [...history] }, add };
}

/** Puts on record where the article leads, shown or not. */
function linkStatements(
  { number, at }: PublishedRevision,
  shown: readonly string[],
  { withheld = [] }: PublicationFacts,
  wasOut: boolean,
): Statement[] {
  const hosts = [...new Set([...shown, ...withheld])];
  return hosts.length === 0 && !wasOut ? [] : noteLinks(number, hosts, at);
}

const ownHost = ({ list }: KeyRing): string | null => list.site && hostOf(list.site);

const isBelieved = ({ list }: KeyRing, id: string) =>
  list.keys.some((key) => key.id === id && key.status !== 'revoked');
