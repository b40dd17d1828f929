import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from './canonical.ts';
import { sha256 } from './hash.ts';
import { type ArticleRecord, instantSchema } from './record.ts';
import { isSigned, signText } from './signature.ts';

/**
 * What the newsroom signs of a published record: small enough to keep for ever, so that an article's whole history
 * can be checked without the texts it had. Each seal names the hash of the one before it.
 */
export const digestSchema = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in 64 hexadecimal digits');
export const keyIdSchema = z.string().regex(/^[0-9a-f]{16}$/, 'a key id in 16 hexadecimal digits');

export const sealSchema = z.strictObject({
  /** Id of the article. */
  article: z.string(),
  revision: z.int().min(1),
  issuedAt: instantSchema,
  /** SHA-256 of the record's canonical JSON. */
  record: digestSchema,
  /** SHA-256 of the previous seal's canonical JSON; null for the article's first. */
  previous: digestSchema.nullable(),
});
export type Seal = z.infer<typeof sealSchema>;

/** A seal with who signed it. `signature` is 64 bytes. */
export type SignedSeal = { seal: Seal; key: string; signature: Uint8Array };

/** The seal of a record; `text` is its canonical JSON. */
export const sealOf = (
  record: Pick<ArticleRecord, 'id' | 'revision' | 'issuedAt' | 'previous'>,
  text: string,
): Seal => ({
  article: record.id,
  revision: record.revision,
  issuedAt: record.issuedAt,
  record: sha256(text),
  previous: record.previous,
});

export const sealHash = (seal: Seal): string => sha256(canonicalJson(seal));

export const signSeal = (seal: Seal, privateKey: KeyObject): Buffer =>
  signText('seal', canonicalJson(seal), privateKey);

export const isSealSigned = ({ seal, signature }: SignedSeal, publicKey: KeyObject): boolean =>
  isSigned('seal', canonicalJson(seal), signature, publicKey);
