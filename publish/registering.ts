import { sha256Bytes } from '../article/hash.ts';
import { publicKeyOf } from '../article/key-list.ts';
import {
  chunkOf,
  type Family,
  families,
  type RegisterState,
  registerText,
  withHashes,
  withLeaves,
} from '../article/register.ts';
import { isSigned, signText } from '../article/signature.ts';
import type { Database, Statement } from '../db/client.ts';
import { putChunk, putRegister, readChunks, readRegister, type SignedRegister } from '../db/content/projection.ts';
import type { KeyRing } from './keys.ts';

/** What a batch of publications changes in the register: leaves by number, and the site's record when it was published. */
export type RegisterChange = {
  sequence: number;
  leaves: Record<Family, Map<number, Buffer>>;
  site: string | null;
};

/** A change of nothing but the sequence, to be filled. */
export const noChange = (sequence: number): RegisterChange => ({
  sequence,
  leaves: { articles: new Map(), topics: new Map() },
  site: null,
});

const empty: RegisterState = {
  sequence: 0,
  site: Buffer.alloc(32),
  articles: Buffer.alloc(0),
  topics: Buffer.alloc(0),
};

/** The register of the read model, when one of the newsroom's keys signed it as it stands. */
export async function ownRegister(content: Database, { list }: KeyRing): Promise<SignedRegister | null> {
  const state = await readRegister(content);
  const key = state && list.keys.find(({ id, status }) => id === state.key && status !== 'revoked');
  return state && key && isSigned('register', registerText(state), state.signature, publicKeyOf(key)) ? state : null;
}

/** Writes the places that changed and signs the whole anew. Runs in the transaction that writes the rows. */
export async function registerStatements(
  content: Database,
  { id, privateKey }: KeyRing,
  change: RegisterChange,
): Promise<Statement[]> {
  const old = (await readRegister(content)) ?? empty;
  const statements: Statement[] = [];
  const next = { ...old, sequence: change.sequence, site: change.site === null ? old.site : sha256Bytes(change.site) };
  for (const family of families) {
    const hashes = new Map<number, Buffer>();
    for (const [chunk, leaves] of await changedChunks(content, family, change.leaves[family])) {
      hashes.set(chunk, sha256Bytes(leaves));
      statements.push(putChunk(family, chunk, leaves));
    }
    next[family] = withHashes(old[family], hashes);
  }
  const signature = signText('register', registerText(next), privateKey);
  return [...statements, putRegister({ ...next, key: id, signature })];
}

async function changedChunks(
  content: Database,
  family: Family,
  leaves: ReadonlyMap<number, Buffer>,
): Promise<Map<number, Buffer>> {
  const byChunk = new Map<number, [number, Buffer][]>();
  for (const [number, leaf] of leaves) {
    const chunk = byChunk.get(chunkOf(number)) ?? [];
    chunk.push([number, leaf]);
    byChunk.set(chunkOf(number), chunk);
  }
  const old = await readChunks(content, family, [...byChunk.keys()]);
  return new Map(
    [...byChunk].map(([chunk, changed]) => [chunk, withLeaves(old.get(chunk) ?? Buffer.alloc(0), changed)]),
  );
}
