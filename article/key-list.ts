import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from './canonical.ts';
import { sha256 } from './hash.ts';
import { instantSchema } from './record.ts';
import { keyIdSchema } from './seal.ts';
import { isSigned, signText } from './signature.ts';

/**
 * The keys a newsroom signs and has signed with. The list is signed by the active key; every key after the first is
 * endorsed by the one before it, so that whoever trusts an older one can follow.
 */
export const keyStatuses = ['active', 'retired', 'revoked'] as const;

const base64url = z.string().regex(/^[\w-]+$/);

export const listedKeySchema = z.strictObject({
  id: keyIdSchema,
  algorithm: z.literal('Ed25519'),
  /** The 32 bytes of the public key, base64url. */
  publicKey: base64url.length(43),
  /** `active` signs now; `retired` signed until then and is believed; `revoked` is believed no more. */
  status: z.enum(keyStatuses),
  from: instantSchema,
  until: instantSchema.nullable(),
  reason: z.string().max(500).nullable(),
  endorsement: z.strictObject({ key: keyIdSchema, signature: base64url.length(86) }).nullable(),
});
export type ListedKey = z.infer<typeof listedKeySchema>;

export const keyListSchema = z.strictObject({
  format: z.literal('dateline-keys/1'),
  /** Origin of the site these keys speak for; null while it has no address. A copy elsewhere cannot change it. */
  site: z.url().nullable(),
  keys: z.array(listedKeySchema).min(1).max(500),
  signedBy: keyIdSchema,
  signature: base64url.length(86),
});
export type KeyList = z.infer<typeof keyListSchema>;

/** Key lists that do not say what they must. The message says what and what to do. */
export class KeyListError extends Error {
  override name = 'KeyListError';
}

/** First 16 hexadecimal digits of the SHA-256 of the public key's 32 bytes. */
export const keyId = (publicKey: KeyObject): string => sha256(rawPublicKey(publicKey)).slice(0, 16);

export const rawPublicKey = (publicKey: KeyObject): Buffer =>
  Buffer.from(publicKey.export({ format: 'jwk' }).x as string, 'base64url');

export const publicKeyOf = ({ publicKey }: Pick<ListedKey, 'publicKey'>): KeyObject =>
  createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });

type Unsigned = Pick<KeyList, 'site' | 'keys'>;
const listText = ({ site, keys }: Unsigned) => canonicalJson({ format: 'dateline-keys/1', site, keys });
const endorsedText = ({ id, publicKey, from }: Pick<ListedKey, 'id' | 'publicKey' | 'from'>) =>
  canonicalJson({ id, publicKey, from });

export function signKeyList({ site, keys }: Unsigned, signedBy: string, privateKey: KeyObject): KeyList {
  const signature = signText('keys', listText({ site, keys }), privateKey).toString('base64url');
  return { format: 'dateline-keys/1', site, keys, signedBy, signature };
}

export const endorse = (
  key: Pick<ListedKey, 'id' | 'publicKey' | 'from'>,
  by: string,
  privateKey: KeyObject,
): NonNullable<ListedKey['endorsement']> => ({
  key: by,
  signature: signText('key', endorsedText(key), privateKey).toString('base64url'),
});

/**
 * Parses a key list and checks that it holds together: ids belong to their keys, one key is active, and it signed the list.
 * Whether that key is the right one is for the caller to know. @throws KeyListError
 */
export function parseKeyList(text: string, where: string): KeyList {
  const list = parseShape(text, where);
  const refuse = (reason: string): never => {
    throw new KeyListError(`${where}: ${reason}`);
  };
  for (const key of list.keys)
    if (keyId(publicKeyOf(key)) !== key.id) refuse(`the id ${key.id} is not that of its public key`);
  const active = list.keys.filter((key) => key.status === 'active');
  const [signer] = active;
  if (active.length !== 1 || !signer || signer.id !== list.signedBy) refuse('one key must be active and sign the list');
  else if (!isSigned('keys', listText(list), Buffer.from(list.signature, 'base64url'), publicKeyOf(signer)))
    refuse('the list does not carry the signature of its active key');
  return list;
}

function parseShape(text: string, where: string): KeyList {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new KeyListError(`${where}: is not JSON`);
  }
  const result = keyListSchema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new KeyListError(`${where}: is no key list (${issue?.path.join('.')}: ${issue?.message})`);
}

/** Whether the key was endorsed, step by step, by keys that lead back to `trusted`, none of them revoked. */
export function followsFrom(list: KeyList, trusted: string, id: string): boolean {
  const byId = new Map(list.keys.map((key) => [key.id, key]));
  for (let at = byId.get(id), steps = 0; at && steps <= list.keys.length; steps++) {
    if (at.id === trusted) return true;
    const by = at.endorsement && byId.get(at.endorsement.key);
    if (!at.endorsement || !by || by.status === 'revoked') return false;
    if (!isSigned('key', endorsedText(at), Buffer.from(at.endorsement.signature, 'base64url'), publicKeyOf(by)))
      return false;
    at = by;
  }
  return false;
}

/** Whether a key may have signed something at that instant. */
export function mayHaveSigned(key: ListedKey | undefined, at: string): key is ListedKey {
  if (!key || key.status === 'revoked') return false;
  return key.until === null || at <= key.until;
}
