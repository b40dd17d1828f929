import { sha256Bytes } from '../article/hash.ts';
import { publicKeyOf } from '../article/key-list.ts';
import {
  articleLeaf,
  chunkOf,
  emptyLeaf,
  type Family,
  families,
  leafBytes,
  leafIn,
  type RegisterState,
  registerText,
  withHashes,
  withLeaves,
} from '../article/register.ts';
import { isSigned, signText } from '../article/signature.ts';
import type { Database, Statement } from '../db/client.ts';
import {
  dropChunk,
  type Earlier,
  putChunk,
  putRegister,
  readChunks,
  readRegister,
  type SignedRegister,
} from '../db/content/projection.ts';
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
 * What a batch of publications changes in the register. What it stands on was signed by the newsroom, chunk by chunk and
 * shelf by shelf: nothing that somebody else changed in the read model is signed along with what is new.
 */
export class RegisterChange {
  readonly leaves: Record<Family, Map<number, Buffer>> = { articles: new Map(), topics: new Map(), shelves: new Map() };
  /** The site's record, when it was published. */
  site: string | null = null;
  readonly #content: Database;
  readonly #old: RegisterState;
  readonly #chunks = new Map<string, Buffer>();
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
    const leaf = leafIn(await this.#chunk('articles', chunkOf(number)), number);
    if (!leaf?.equals(articleLeaf({ id, path, listed, seal, card: text }))) refuseRow('articles', number, 'card');
  }

  /** Says that rows of a shelf will be changed, before they are. @throws TamperedRow when they are not those that were signed */
  async open<Row>(shelf: Shelf<Row> | null): Promise<void> {
    if (!shelf || this.#shelves.has(shelf.number)) return;
    const leaf = leafIn(await this.#chunk('shelves', chunkOf(shelf.number)), shelf.number) ?? emptyLeaf;
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
      const hashes = new Map<number, Buffer>();
      for (const [chunk, changed] of Map.groupBy(this.leaves[family], ([number]) => chunkOf(number))) {
        const leaves = withLeaves(await this.#chunk(family, chunk), new Map(changed));
        hashes.set(chunk, leaves.length === 0 ? emptyLeaf : sha256Bytes(leaves));
        statements.push(leaves.length === 0 ? dropChunk(family, chunk) : putChunk(family, chunk, leaves));
      }
      next[family] = withHashes(this.#old[family], hashes);
    }
    const text = registerText(next);
    const signature = signText('register', text, ring.privateKey);
    signedLast.set(ring, signed(text, signature));
    return [...statements, putRegister({ ...next, key: ring.id, signature })];
  }

  /** A chunk as it was before. @throws TamperedRow when it is not the one that was signed */
  async #chunk(family: Family, chunk: number): Promise<Buffer> {
    const name = `${family} ${chunk}`;
    const known = this.#chunks.get(name);
    if (known) return known;
    const start = chunk * leafBytes;
    const hash = this.#old[family].subarray(start, start + leafBytes);
    const isNew = hash.length === 0 || emptyLeaf.equals(hash);
    const leaves = isNew
      ? Buffer.alloc(0)
      : ((await readChunks(this.#content, family, [chunk])).get(chunk) ?? Buffer.alloc(0));
    if (!isNew && !sha256Bytes(leaves).equals(hash)) refuseRow('register_chunks', name, 'leaves');
    this.#chunks.set(name, leaves);
    return leaves;
  }
}
