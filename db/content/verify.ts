import { createHash, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSigned, readPublicKey } from '../../article/signature.ts';

/** A row of content.db that the newsroom did not sign as it stands. It is never rendered. */
export class TamperedRow extends Error {
  override name = 'TamperedRow';
}

export type Purpose = 'site' | 'article' | 'card' | 'tag' | 'author' | 'source';
type SignedRow = { record: string; signature: Uint8Array };

/** Texts already verified, by hash: an Ed25519 check costs 60 µs, a hash 2 µs, and lists show the same cards again. */
const verified = new Map<string, true>();
const maxVerified = 50_000;

/** Parses a signed row. `where` names table and key for the alarm. @throws TamperedRow */
export function readSigned<T>(purpose: Purpose, row: SignedRow, where: string): T {
  const key = sitePublicKey();
  const digest = createHash('sha256')
    .update(purpose)
    .update('\n')
    .update(row.signature)
    .update(row.record)
    .digest('base64');
  if (!verified.has(digest)) {
    if (!isSigned(purpose, row.record, row.signature, key))
      throw new TamperedRow(
        `content.db ${where}: the ${purpose} record does not carry the newsroom's signature; run "dateline publish --all" to restore it`,
      );
    if (verified.size >= maxVerified) verified.clear();
    verified.set(digest, true);
  }
  return JSON.parse(row.record) as T;
}

let trusted: { file: string; key: KeyObject } | undefined;

/** The newsroom's public key, from a file beside the public data; never from the database it protects. */
function sitePublicKey(): KeyObject {
  const file = process.env.SITE_PUBLIC_KEY ?? join(process.env.DATA_DIR ?? './data', 'site.pub');
  if (trusted?.file !== file) {
    trusted = { file, key: readPublicKey(readFileSync(/* turbopackIgnore: true */ file, 'utf8')) };
    verified.clear();
  }
  return trusted.key;
}
