import { sha256Bytes } from '../article/hash.ts';
import { publicKeyOf } from '../article/key-list.ts';
import {
  articleLeaf,
  emptyLeaf,
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
  withEntries,
} from '../article/register.ts';
import { isSigned, signText } from '../article/signature.ts';
import type { Database, Statement } from '../db/client.ts';
import {
  type Earlier,
  putNode,
  putRegister,
  readNode,
  readRegister,
  type SignedRegister,
} from '../db/content/projection.ts';
import { nodeId } from '../db/content/register.ts';
import { leafOfShelf, type Shelf } from '../db/content/shelves.ts';
import { refuseRow } from '../db/content/tampered.ts';
import type { KeyRing } from './keys.ts';

const nothing: RegisterState = {
  sequence: 0,
  site: Buffer.alloc(32),
  articles: Buffer.alloc(0),
  topics: Buffer.alloc(0),
  shelves: Buffer.alloc(0),
};

/** Whether one of the newsroom's keys signed the register as it stands. */
export function isOwnRegister(state: SignedRegister, ring: KeyRing): boolean {
  const text = registerText(state);
  if (signedLast.get(ring) === signed(text, state.signature)) return true;
  const key = ring.list.keys.find(({ id, status }) => id === state.key && status !== 'revoked');
  return key !== undefined && isSigned('register', text, state.signature, publicKeyOf(key));
}

/** What this process signed last with a ring: it has no need to check that again, which takes longer than signing. */
const signedLast = new WeakMap<KeyRing, string>();
const signed = (text: string, signature: Uint8Array) => `${text} ${Buffer.from(signature).toString('hex')}`;

/**
 * What a batch of publications changes in the register. What it stands on was signed by the newsroom, node by node and
 * shelf by shelf: nothing that somebody else changed in the read model is signed along with what is new.
 */
export class RegisterChange {
  readonly leaves: Record<Family, Map<number, Buffer>> = { articles: new Map(), topics: new Map(), shelves: new Map() };
  /** The site's record, when it was published. */
  site: string | null = null;
  readonly #content: Database;
  readonly #old: RegisterState;
  readonly #nodes = new Map<number, Buffer>();
  readonly #shelves = new Map<number, Shelf<unknown>>();

  private constructor(content: Database, old: RegisterState) {
    this.#content = content;
    this.#old = old;
  }

  /** @throws TamperedRow when the register is not the newsroom's */
  static async open(content: Database, ring: KeyRing): Promise<RegisterChange> {
    const old = await readRegister(content);
    if (old && !isOwnRegister(old, ring)) refuseRow('register', 1, 'signature');
    return new RegisterChange(content, old ?? nothing);
  }

  /** @throws TamperedRow when what readers see of an article is not what was signed */
  async checkArticle(number: number, { id, path, listed, seal, text }: Earlier): Promise<void> {
    const leaf = await this.#leaf('articles', number);
    if (!leaf?.equals(articleLeaf({ id, path, listed, seal, card: text }))) refuseRow('articles', number, 'card');
  }

  /** Says that rows of a shelf will be changed, before they are. @throws TamperedRow when they are not those that were signed */
  async open<Row>(shelf: Shelf<Row> | null): Promise<void> {
    if (!shelf || this.#shelves.has(shelf.number)) return;
    const leaf = (await this.#leaf('shelves', shelf.number)) ?? emptyLeaf;
    if (!leafOfShelf(shelf, await shelf.read(this.#content)).equals(leaf))
      refuseRow(shelf.table, shelf.row, shelf.field);
    this.#shelves.set(shelf.number, shelf as Shelf<unknown>);
  }

  /** Writes the places that changed and signs the whole anew, in the transaction that wrote the rows. */
  async sign(sequence: number, ring: KeyRing): Promise<Statement[]> {
    for (const shelf of this.#shelves.values())
      this.leaves.shelves.set(shelf.number, leafOfShelf(shelf, await shelf.read(this.#content)));
    const statements: Statement[] = [];
    const next = { ...this.#old, sequence, site: this.site === null ? this.#old.site : sha256Bytes(this.site) };
    for (const family of families) {
      let changed: ReadonlyMap<number, Buffer> = this.leaves[family];
      for (const level of [0, 1, topLevel] as const) {
        const above = new Map<number, Buffer>();
        for (const [node, places] of byNode(level, changed)) {
          const entries = withEntries(await this.#node(family, level, node), places);
          statements.push(putNode(nodeId(family, level, node), entries));
          above.set(node, hashOfNode(entries));
        }
        changed = above;
      }
      next[family] = withEntries(this.#old[family], changed);
    }
    const text = registerText(next);
    const signature = signText('register', text, ring.privateKey);
    signedLast.set(ring, signed(text, signature));
    return [...statements, putRegister({ ...next, key: ring.id, signature })];
  }

  async #leaf(family: Family, number: number): Promise<Buffer | null> {
    return entryAt(await this.#node(family, 0, nodeOf(0, number)), number % spans[0]);
  }

  /** A node as it was before; empty where there was none. @throws TamperedRow when it is not the one that was signed */
  async #node(family: Family, level: Level, node: number): Promise<Buffer> {
    const id = nodeId(family, level, node);
    const known = this.#nodes.get(id);
    if (known) return known;
    const above =
      level === topLevel ? this.#old[family] : await this.#node(family, (level + 1) as Level, nodeAbove(level, node));
    const hash = entryAt(above, placeAbove(level, node));
    const entries = (hash && (await readNode(this.#content, id))) ?? Buffer.alloc(0);
    if (hash && !hashOfNode(entries).equals(hash)) refuseRow('register_nodes', `${family} ${level} ${node}`, 'entries');
    this.#nodes.set(id, entries);
    return entries;
  }
}

/** What changed under each node of a level, by its place there. `changed`: by number of the leaf or of the node below. */
function byNode(level: Level, changed: ReadonlyMap<number, Buffer>): Map<number, Map<number, Buffer>> {
  const nodes = new Map<number, Map<number, Buffer>>();
  for (const [number, entry] of changed) {
    const node = level === 0 ? nodeOf(0, number) : nodeAbove((level - 1) as Level, number);
    const places = nodes.get(node) ?? new Map<number, Buffer>();
    nodes.set(node, places.set(level === 0 ? number % spans[0] : placeAbove((level - 1) as Level, number), entry));
  }
  return nodes;
}
