import { eq, sql } from 'drizzle-orm';
import {
  entryAt,
  type Family,
  families,
  hashOfNode,
  type Level,
  nodeAbove,
  nodeOf,
  placeAbove,
  type RegisterState,
  registerText,
  spans,
  topLevel,
} from '../../article/register.ts';
import { isSigned } from '../../article/signature.ts';
import { type Database, type Orm, prepared, write } from '../client.ts';
import { currentFill, type FillContext } from './fill-context.ts';
import { register, registerNodes } from './schema.ts';
import { refuseRow } from './tampered.ts';
import { registerKey } from './trust.ts';

/**
 * The register as one process trusts it: its signature is checked when it changes, a node when it is first asked for,
 * and from then on a row costs one hash. What is kept here was verified and is never read again from the database.
 */
export type SignedRegister = RegisterState & { key: string; signature: Uint8Array };
type Verified = SignedRegister & {
  /** Nodes that were read, with their hashes. */
  kept: Map<number, { hash: Buffer; entries: Buffer }>;
  /** Those of them that this register names, and places where it names none. */
  proven: Map<number, Buffer>;
};

const verified = new WeakMap<Orm, Verified>();
/** A kilobyte each. */
const mostKept = 8_192;

/** The newest publication seen at each address: an older file in its place is a roll-back, whatever its signature. */
const highest = new Map<string, number>();

/** Fills that asked for the register: each does once, and stands on what it was then as long as the rows agree. */
const looked = new WeakSet<FillContext>();

const stamp = (orm: Orm) =>
  orm.select({ signature: register.signature }).from(register).where(eq(register.id, 1)).prepare();

const whole = (orm: Orm) => orm.select().from(register).where(eq(register.id, 1)).prepare();

const nodeRow = (orm: Orm) =>
  orm
    .select({ entries: registerNodes.entries })
    .from(registerNodes)
    .where(eq(registerNodes.id, sql.placeholder('id')))
    .prepare();

/** The number a node is stored under. */
export const nodeId = (family: Family, level: Level, node: number): number =>
  (families.indexOf(family) * (topLevel + 1) + level) * 2 ** 32 + node;

/**
 * The register as it is now. Costs one small query while nothing is published.
 * @throws TamperedRow, and an Error when nothing was ever published: the database is being made, or is not ours
 */
export async function currentRegister({ orm, rows, url }: Database): Promise<SignedRegister> {
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
  if (next.sequence < (highest.get(url) ?? 0)) refuseRow('register', 1, 'sequence');
  highest.set(url, next.sequence);
  const state = { ...next, kept: known?.kept ?? new Map(), proven: new Map() };
  verified.set(orm, state);
  return state;
}

/** The signed leaf at a number's place, null when it is empty. @throws TamperedRow when a node above it is not the signed one */
export async function signedLeaf(database: Database, family: Family, number: number): Promise<Buffer | null> {
  const known = knownLeaf(database, family, number);
  if (known !== undefined) return known;
  return entryAt(await signedNode(database, family, 0, nodeOf(0, number)), number % spans[0]);
}

/** The same at once, of what was proven already; undefined when it has to be read. */
export function knownLeaf({ orm }: Database, family: Family, number: number): Buffer | null | undefined {
  if (!looked.has(currentFill())) return undefined;
  const row = verified.get(orm)?.proven.get(nodeId(family, 0, nodeOf(0, number)));
  return row && entryAt(row, number % spans[0]);
}

/**
 * Reads what the leaves of many numbers are proven by in one go, where it was not read before: a list's articles stand in as
 * many rows of the register as it has. It is compared when a leaf is asked for.
 */
export async function readAhead(database: Database, family: Family, numbers: readonly number[]): Promise<void> {
  if (!looked.has(currentFill())) await currentRegister(database);
  const kept = verified.get(database.orm)?.kept;
  if (!kept) return;
  const ids = new Set(numbers.map((number) => nodeId(family, 0, nodeOf(0, number))));
  for (const id of ids) if (kept.has(id)) ids.delete(id);
  if (ids.size < 2) return;
  const rows = await database.rows<{ id: number; entries: Buffer }>(
    write`SELECT n.id, n.entries FROM json_each(${JSON.stringify([...ids])}) asked JOIN register_nodes n ON n.id = asked.value`,
  );
  if (kept.size + rows.length > mostKept) kept.clear();
  for (const { id, entries } of rows) kept.set(id, { hash: hashOfNode(entries), entries });
}

/** Hashes of all chunks of a family, with the register that names them. @throws TamperedRow */
export async function signedChunks(database: Database, family: Family): Promise<Buffer> {
  const { [family]: volumes } = await currentRegister(database);
  const nodes: Buffer[] = [];
  const whole = spans[2] / spans[1];
  for (let node = 0; node * 32 < volumes.length; node++) {
    const entries = await signedNode(database, family, topLevel, node);
    const isLast = (node + 1) * 32 >= volumes.length;
    nodes.push(isLast ? entries : Buffer.concat([entries, Buffer.alloc(whole * 32 - entries.length)]));
  }
  return Buffer.concat(nodes);
}

/** A node as the newsroom signed it; empty where there is none. */
async function signedNode(database: Database, family: Family, level: Level, node: number): Promise<Buffer> {
  if (!looked.has(currentFill())) await currentRegister(database);
  for (let attempt = 1; ; attempt++) {
    const state = verified.get(database.orm);
    const found = state && (await provenNode(database, state, [family, level, node]));
    if (Buffer.isBuffer(found)) return found;
    // The node may be of a publication that came after the register was read.
    if (found && attempt === 3) refuseRow('register_nodes', found.false, found.isThere ? 'entries' : 'id');
    await currentRegister(database);
  }
}

type Node = readonly [family: Family, level: Level, node: number];
const nothing = Buffer.alloc(0);

/** A node that the register, or a node that was proven, names as it is stored. */
async function provenNode(
  database: Database,
  state: Verified,
  [family, level, node]: Node,
): Promise<Buffer | { false: string; isThere: boolean }> {
  const id = nodeId(family, level, node);
  const known = state.proven.get(id);
  if (known) return known;
  const above =
    level === topLevel
      ? Buffer.from(state[family].buffer, state[family].byteOffset, state[family].byteLength)
      : await provenNode(database, state, [family, (level + 1) as Level, nodeAbove(level, node)]);
  if (!Buffer.isBuffer(above)) return above;
  const hash = entryAt(above, placeAbove(level, node));
  const entries = hash ? await nodeWith(database, state, id, hash) : nothing;
  if (entries === null || entries === undefined)
    return { false: `${family} ${level} ${node}`, isThere: entries === null };
  if (state.proven.size >= mostKept) state.proven.clear();
  state.proven.set(id, entries);
  return entries;
}

/** The entries of a node that have this hash; null when it has others, undefined when there is none. */
async function nodeWith(
  { orm }: Database,
  { kept }: Verified,
  id: number,
  hash: Buffer,
): Promise<Buffer | null | undefined> {
  const known = kept.get(id);
  if (known?.hash.equals(hash)) return known.entries;
  const row = await prepared(orm, nodeRow).get({ id });
  if (!row) return undefined;
  if (!hashOfNode(row.entries).equals(hash)) return null;
  if (kept.size >= mostKept) kept.clear();
  kept.set(id, { hash, entries: row.entries });
  return row.entries;
}
