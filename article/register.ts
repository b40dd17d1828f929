import { canonicalJson } from './canonical.ts';
import { sha256, sha256Bytes } from './hash.ts';

/**
 * The register: what is published now, as one signed number. Every article and topic has a place in it, by its number;
 * a place holds the hash of what readers may see there, and the signature stands over all places at once. So a row that
 * was changed, and also one put back as it was last week, is noticed by one hash, and signing costs the same for one
 * article as for a hundred. Shelves are what only the site itself looks things up in: lists, former addresses, and so on.
 */
export const families = ['articles', 'topics', 'shelves'] as const;
export type Family = (typeof families)[number];

/**
 * Places under a node of each level: 32 leaves are a row, 16 rows a chunk, 64 chunks a volume; the register itself names the
 * volumes. A publication writes a row, a chunk and a volume anew for each place it changes: 3.5 kB, however much is published.
 */
export const spans = [32, 512, 32_768] as const;
export type Level = 0 | 1 | 2;
export const topLevel = 2;
export const leafBytes = 32;
/** Chunks are what the site tells others of its places by. */
export const placesPerChunk = spans[1];

/** The node of a level that a number's place is under. */
export const nodeOf = (level: Level, number: number): number => Math.floor(number / spans[level]);
export const chunkOf = (number: number): number => nodeOf(1, number);
/** Where in the node above it a node stands; those of the top level stand in the register. */
export const placeAbove = (level: Level, node: number): number =>
  level === topLevel ? node : node % (spans[(level + 1) as Level] / spans[level]);
export const nodeAbove = (level: Level, node: number): number =>
  Math.floor(node / (spans[(level + 1) as Level] / spans[level]));

/** What is in place of an article: its columns, the seal of its record (hex) and its card's text. */
export type ArticlePlace = { id: string; path: string; listed: boolean; seal: string; card: string };

export const articleLeaf = ({ id, path, listed, seal, card }: ArticlePlace): Buffer =>
  leafOfCard({ id, path, listed, seal, card: sha256(card) });

/** The same from the card's hash (hex), for those who hold no card. */
export const leafOfCard = ({ id, path, listed, seal, card }: ArticlePlace): Buffer =>
  sha256Bytes(`article\n${id}\n${path}\n${listed ? 1 : 0}\n${seal}\n${card}`);

export const topicLeaf = (kind: string, slug: string, record: string): Buffer =>
  sha256Bytes(`topic\n${kind}\n${slug}\n${record}`);

/** The leaf or hash at a place of a node; null when the place is empty. */
export function entryAt(node: Uint8Array, place: number): Buffer | null {
  const start = place * leafBytes;
  if (start + leafBytes > node.length || isEmpty(node, start)) return null;
  return Buffer.from(node.buffer, node.byteOffset + start, leafBytes);
}

export const emptyLeaf = Buffer.alloc(leafBytes);

/** The entries with some of them set, by their places, as long as the last one that is not empty. */
export function withEntries(old: Uint8Array, entries: ReadonlyMap<number, Uint8Array>): Buffer {
  let length = old.length;
  for (const place of entries.keys()) length = Math.max(length, (place + 1) * leafBytes);
  const next = Buffer.alloc(length);
  next.set(old);
  for (const [place, entry] of entries) next.set(entry, place * leafBytes);
  return trimmed(next);
}

/** What stands for a node in the one above it. */
export const hashOfNode = (entries: Uint8Array): Buffer => (entries.length === 0 ? emptyLeaf : sha256Bytes(entries));

/** The hash of a chunk from all its leaves, one after the other. */
export const hashOfChunk = (leaves: Uint8Array): Buffer => hashOfNode(hashesOver(leaves, spans[0]));

/** The hashes of volumes from those of all chunks. */
export const volumesOf = (chunks: Uint8Array): Buffer => hashesOver(chunks, spans[2] / spans[1]);

function hashesOver(entries: Uint8Array, fan: number): Buffer {
  const hashes: Buffer[] = [];
  for (let start = 0; start < entries.length; start += fan * leafBytes)
    hashes.push(hashOfNode(trimmed(entries.subarray(start, start + fan * leafBytes))));
  return Buffer.from(trimmed(Buffer.concat(hashes)));
}

function trimmed<Bytes extends Uint8Array>(entries: Bytes): Bytes {
  let length = entries.length;
  while (length > 0 && isEmpty(entries, length - leafBytes)) length -= leafBytes;
  return entries.subarray(0, length) as Bytes;
}

const isEmpty = (entries: Uint8Array, start: number): boolean => {
  for (let index = start; index < start + leafBytes; index++) if (entries[index] !== 0) return false;
  return true;
};

/** The state of everything published: the hash of the site's record, and those of all volumes, one after the other. */
export type RegisterState = { sequence: number; site: Uint8Array } & Record<Family, Uint8Array>;

/** What is signed: the sequence number of the last publication, and a hash for each kind of thing. */
export const registerText = ({ sequence, site, articles, topics, shelves }: RegisterState): string =>
  canonicalJson({
    sequence,
    site: Buffer.from(site).toString('hex'),
    articles: sha256(articles),
    topics: sha256(topics),
    shelves: sha256(shelves),
  });
