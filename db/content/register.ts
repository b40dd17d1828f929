import { and, eq, sql } from 'drizzle-orm';
import { sha256Bytes } from '../../article/hash.ts';
import {
  chunkOf,
  emptyLeaf,
  type Family,
  leafBytes,
  leafIn,
  type RegisterState,
  registerText,
} from '../../article/register.ts';
import { isSigned } from '../../article/signature.ts';
import { type Database, type Orm, prepared, write } from '../client.ts';
import { currentFill, type FillContext } from './fill-context.ts';
import { register, registerChunks } from './schema.ts';
import { refuseRow } from './tampered.ts';
import { registerKey } from './trust.ts';

/**
 * The register as one process trusts it: its signature is checked when it changes, a chunk when it is first asked for,
 * and from then on a row costs one hash. What is kept here was verified and is never read again from the database.
 */
export type SignedRegister = RegisterState & { key: string; signature: Uint8Array };
type Verified = SignedRegister & {
  chunks: Record<Family, Map<number, { hash: Buffer; leaves: Buffer }>>;
};

const verified = new WeakMap<Orm, Verified>();
/** 16 kB each. */
const maxChunks = 512;

/** Fills that asked for the register: each does once, and stands on what it was then as long as the rows agree. */
const looked = new WeakSet<FillContext>();

const stamp = (orm: Orm) =>
  orm.select({ signature: register.signature }).from(register).where(eq(register.id, 1)).prepare();

const whole = (orm: Orm) => orm.select().from(register).where(eq(register.id, 1)).prepare();

const chunkRow = (orm: Orm) =>
  orm
    .select({ leaves: registerChunks.leaves })
    .from(registerChunks)
    .where(
      and(eq(registerChunks.family, sql.placeholder('family')), eq(registerChunks.chunk, sql.placeholder('chunk'))),
    )
    .prepare();

/**
 * The register as it is now. Costs one small query while nothing is published.
 * @throws TamperedRow, and an Error when nothing was ever published: the database is being made, or is not ours
 */
export async function currentRegister({ orm, rows }: Database): Promise<SignedRegister> {
  looked.add(currentFill());
  const known = verified.get(orm);
  if (known) {
    const row = await prepared(orm, stamp).get();
    if (row?.signature.equals(known.signature)) return known;
  }
  const row = await prepared(orm, whole).get();
  // What is written in one transaction is never there without it.
  if (!row && (await rows(write`SELECT 1 FROM site`)).length > 0) refuseRow('register', 1, 'id');
  if (!row) throw new Error('content.db holds no site record; run "dateline publish --all"');
  const { id: _, ...next } = row;
  const { key, signature } = next;
  const publicKey = registerKey(key, Date.now());
  if (!publicKey) refuseRow('register', 1, 'key');
  if (!isSigned('register', registerText(next), signature, publicKey)) refuseRow('register', 1, 'signature');
  if (known && next.sequence < known.sequence) refuseRow('register', 1, 'sequence');
  const chunks = known?.chunks ?? { articles: new Map(), topics: new Map(), shelves: new Map() };
  const state = { ...next, chunks };
  verified.set(orm, state);
  return state;
}

/** The signed leaf at a number's place, null when it is empty. @throws TamperedRow when the chunk is not the signed one */
export async function signedLeaf(database: Database, family: Family, number: number): Promise<Buffer | null> {
  const { orm } = database;
  if (!looked.has(currentFill())) await currentRegister(database);
  for (let attempt = 1; ; attempt++) {
    const state = verified.get(orm);
    if (!state) {
      await currentRegister(database);
      continue;
    }
    const chunk = chunkOf(number);
    const start = chunk * leafBytes;
    if (start >= state[family].length) return null;
    const list = state[family];
    const hash = Buffer.from(list.buffer, list.byteOffset + start, leafBytes);
    const cached = state.chunks[family].get(chunk);
    if (cached?.hash.equals(hash)) return leafIn(cached.leaves, number);
    if (hash.equals(emptyLeaf)) return null;
    const row = await prepared(orm, chunkRow).get({ family, chunk });
    if (row && sha256Bytes(row.leaves).equals(hash)) {
      if (state.chunks[family].size >= maxChunks) state.chunks[family].clear();
      state.chunks[family].set(chunk, { hash, leaves: row.leaves });
      return leafIn(row.leaves, number);
    }
    // The chunk may be of a publication that came after the register was read.
    if (attempt === 3) refuseRow('register_chunks', `${family} ${chunk}`, row ? 'leaves' : 'chunk');
    await currentRegister(database);
  }
}
