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

/** Places in a chunk. A publication writes one chunk anew and the list of chunk hashes: 16 kB, and 64 kB at a million articles. */
export const placesPerChunk = 512;
export const leafBytes = 32;

export const chunkOf = (number: number): number => Math.floor(number / placesPerChunk);
const placeInChunk = (number: number): number => number % placesPerChunk;

/** What is in place of an article: its columns, the seal of its record (hex) and its card's text. */
export type ArticlePlace = { id: string; path: string; listed: boolean; seal: string; card: string };

export const articleLeaf = ({ id, path, listed, seal, card }: ArticlePlace): Buffer =>
  leafOfCard({ id, path, listed, seal, card: sha256(card) });

/** The same from the card's hash (hex), for those who hold no card. */
export const leafOfCard = ({ id, path, listed, seal, card }: ArticlePlace): Buffer =>
  sha256Bytes(`article\n${id}\n${path}\n${listed ? 1 : 0}\n${seal}\n${card}`);

export const topicLeaf = (kind: string, slug: string, record: string): Buffer =>
  sha256Bytes(`topic\n${kind}\n${slug}\n${record}`);

/** The leaf at a number's place in its chunk; null when the place is empty. */
export function leafIn(chunk: Uint8Array, number: number): Buffer | null {
  const start = placeInChunk(number) * leafBytes;
  if (start + leafBytes > chunk.length) return null;
  return isEmpty(chunk, start) ? null : Buffer.from(chunk.buffer, chunk.byteOffset + start, leafBytes);
}

export const emptyLeaf = Buffer.alloc(leafBytes);

/** The chunk with leaves put in their places, as long as its last leaf that is not empty. */
export const withLeaves = (chunk: Uint8Array, leaves: ReadonlyMap<number, Uint8Array>): Buffer =>
  withEntries(chunk, leaves, placeInChunk);

/** A list of chunk hashes with some of them set, as long as its last one that is not empty. */
export const withHashes = (list: Uint8Array, hashes: ReadonlyMap<number, Uint8Array>): Buffer =>
  withEntries(list, hashes, (chunk) => chunk);

function withEntries(
  old: Uint8Array,
  entries: ReadonlyMap<number, Uint8Array>,
  placeOf: (number: number) => number,
): Buffer {
  let length = old.length;
  for (const number of entries.keys()) length = Math.max(length, (placeOf(number) + 1) * leafBytes);
  const next = Buffer.alloc(length);
  next.set(old);
  for (const [number, entry] of entries) next.set(entry, placeOf(number) * leafBytes);
  while (length > 0 && isEmpty(next, length - leafBytes)) length -= leafBytes;
  return next.subarray(0, length);
}

const isEmpty = (entries: Uint8Array, start: number): boolean =>
  emptyLeaf.equals(entries.subarray(start, start + leafBytes));

/** The state of everything published: the hash of the site's record, and those of all chunks, one after the other. */
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
