import { z } from 'zod';
import { canonicalJson } from './canonical.ts';
import { sha256 } from './hash.ts';
import type { ArticleRecord } from './record.ts';
import { leafOfCard, volumesOf } from './register.ts';
import { digestSchema, keyIdSchema, type Seal, sealHash, sealOf, sealSchema } from './seal.ts';

/**
 * The documents anybody can check the site against: an article's record with its seals, the register, and the places of a
 * chunk of it. `docs/record-format.md` describes them for those who check with a program of their own.
 */

const signature = z.string().regex(/^[\w-]{86}$/, '64 bytes in base64url');

const signedSealSchema = z.strictObject({ seal: sealSchema, key: keyIdSchema, signature });
/** A seal and its signature as a document spells it. */
export type WrittenSeal = z.infer<typeof signedSealSchema>;

/** `<address of an article>.json` */
export const recordDocumentSchema = z.strictObject({
  format: z.literal('dateline-record/1'),
  /** As it was received: its hash is checked before anything in it is believed. */
  record: z.custom<ArticleRecord>((value) => typeof value === 'object' && value !== null, 'not an object'),
  ...signedSealSchema.shape,
  /** Seals of earlier revisions, the first one first. */
  history: z.array(signedSealSchema),
  /** Where the article stands in the register, and the hash of its card: with both its place can be looked up. */
  place: z.strictObject({ number: z.int().min(1), card: digestSchema }),
});
export type RecordDocument = z.infer<typeof recordDocumentSchema>;

/** `/.well-known/dateline/register.json` */
export const registerDocumentSchema = z.strictObject({
  format: z.literal('dateline-register/1'),
  register: z.strictObject({
    sequence: z.int().min(0),
    site: digestSchema,
    articles: digestSchema,
    topics: digestSchema,
    /** Over what the site itself looks things up in; nobody else needs to see it. */
    shelves: digestSchema,
  }),
  key: keyIdSchema,
  signature,
  /** Hashes of all chunks, in order. */
  chunks: z.strictObject({ articles: z.array(digestSchema), topics: z.array(digestSchema) }),
  /** The site's own record. */
  site: z.looseObject({ site: z.unknown(), front: z.array(z.string()) }),
});
export type RegisterDocument = z.infer<typeof registerDocumentSchema>;

/** An article's place, with what is hashed there; only the leaf while it is not out. */
const articlePlaceSchema = z.strictObject({
  number: z.int().min(1),
  id: z.string(),
  path: z.string(),
  listed: z.boolean(),
  seal: digestSchema,
  card: digestSchema,
});
export type ArticlePlaceEntry = z.infer<typeof articlePlaceSchema>;
const sealedPlaceSchema = z.strictObject({ number: z.int().min(1), leaf: digestSchema });

/** `/.well-known/dateline/articles-<chunk>.json` */
export const articlesDocumentSchema = z.strictObject({
  format: z.literal('dateline-articles/1'),
  chunk: z.int().min(0),
  places: z.array(z.union([articlePlaceSchema, sealedPlaceSchema])),
});
export type ArticlesDocument = z.infer<typeof articlesDocumentSchema>;

/** `/.well-known/dateline/topics-<chunk>.json` */
export const topicsDocumentSchema = z.strictObject({
  format: z.literal('dateline-topics/1'),
  chunk: z.int().min(0),
  places: z.array(z.strictObject({ number: z.int().min(1), kind: z.string(), slug: z.string(), record: z.string() })),
});
export type TopicsDocument = z.infer<typeof topicsDocumentSchema>;

/** What of a record document does not hold together by itself, before anybody asks about keys; null when all does. */
export function recordFault({ record, seal, history }: RecordDocument): string | null {
  const own = sealOf(record, canonicalJson(record));
  if (own.record !== seal.record) return 'the seal is of another record';
  if (canonicalJson(own) !== canonicalJson(seal)) return 'the seal does not say what the record says';
  let previous: string | null = null;
  for (const { seal: earlier } of history) {
    const fault = linkFault(earlier, previous, record.id);
    if (fault) return fault;
    previous = sealHash(earlier);
  }
  return linkFault(seal, previous, record.id);
}

function linkFault(seal: Seal, previous: string | null, article: string): string | null {
  if (seal.article !== article) return `a seal of the history is of the article ${seal.article}`;
  if (seal.previous !== previous) return `the seal of revision ${seal.revision} does not follow the one before it`;
  return null;
}

/** What of a register document does not hold together by itself; null when all does. */
export function registerFault({ register, chunks, site }: RegisterDocument): string | null {
  const joined = (hashes: readonly string[]) => sha256(volumesOf(Buffer.from(hashes.join(''), 'hex')));
  if (joined(chunks.articles) !== register.articles) return 'the chunks of articles are not those of the register';
  if (joined(chunks.topics) !== register.topics) return 'the chunks of topics are not those of the register';
  if (sha256(canonicalJson(site)) !== register.site) return 'the site is not that of the register';
  return null;
}

/** The leaf of a record document's place, as the register must have it (hex). */
export const leafOfDocument = ({ record, seal, place }: RecordDocument): string =>
  leafOfCard({
    id: record.id,
    path: record.path,
    listed: record.status === 'published',
    seal: sealHash(seal),
    card: place.card,
  }).toString('hex');
