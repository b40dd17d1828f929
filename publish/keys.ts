import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  endorse,
  type KeyList,
  keyId,
  type ListedKey,
  parseKeyList,
  publicKeyOf,
  rawPublicKey,
  signKeyList,
} from '../article/key-list.ts';
import { readPrivateKey } from '../article/signature.ts';
import { toInstant } from '../edition/dates.ts';

/**
 * The newsroom's keys, in a folder outside of the data folder: `newsroom.key` (Ed25519, PKCS#8 PEM, readable by its owner
 * only) signs, `keys.json` says to everybody else which keys to believe. The public site needs the second only.
 */
export type KeyRing = { folder: string; id: string; privateKey: KeyObject; list: KeyList };

/** Keys that do not fit together. The message says which and what to do. */
export class KeyRingError extends Error {
  override name = 'KeyRingError';
}

const privateFile = (folder: string) => join(folder, 'newsroom.key');
const nextFile = (folder: string) => join(folder, 'newsroom.key.next');
export const keysFile = (folder: string) => join(folder, 'keys.json');

/** Opens the ring, a new one when the folder holds none. @throws KeyRingError, KeyListError */
export function openKeyRing(folder: string, now = new Date()): KeyRing {
  finishRotation(folder);
  if (!existsSync(privateFile(folder))) return replaceLostKey(folder, now);
  const privateKey = readPrivateKey(readFileSync(privateFile(folder), 'utf8'));
  const id = keyId(createPublicKey(privateKey));
  if (!existsSync(keysFile(folder))) {
    const first = listed(privateKey, now);
    writeFirst(keysFile(folder), textOf(signKeyList({ site: null, keys: [first] }, first.id, privateKey)), 0o644);
  }
  const list = readKeyList(folder);
  if (list.signedBy !== id)
    throw new KeyRingError(
      `${privateFile(folder)} is the key ${id}, and ${keysFile(folder)} says that ${list.signedBy} is active; put the right key file back, or remove the wrong one to start with a new key`,
    );
  return { folder, id, privateKey, list };
}

export const readKeyList = (folder: string): KeyList =>
  parseKeyList(readFileSync(keysFile(folder), 'utf8'), keysFile(folder));

/** A new active key, endorsed by the old one, which is believed for what it signed until now; its private half is gone. */
export function rotateKey(ring: KeyRing, now: Date): KeyRing {
  return replaceKey(ring, now, (old) => ({ ...old, status: 'retired', until: toInstant(now) }));
}

/**
 * Believes a key no more, whatever it signed. Revoking the active key puts an unendorsed one in its place: whoever stole
 * the old one could have endorsed a key of their own. @throws KeyRingError when there is no such key
 */
export function revokeKey(ring: KeyRing, id: string, reason: string, now: Date): KeyRing {
  const key = ring.list.keys.find((candidate) => candidate.id === id);
  if (!key) throw new KeyRingError(`there is no key ${id}; "dateline keys list" names them`);
  if (key.status === 'revoked') throw new KeyRingError(`key ${id} is revoked already`);
  const revoked = (old: ListedKey): ListedKey => ({ ...old, status: 'revoked', until: toInstant(now), reason });
  if (key.status === 'active') return replaceKey(ring, now, revoked, { endorsed: false });
  return writeList(ring, { ...ring.list, keys: ring.list.keys.map((old) => (old.id === id ? revoked(old) : old)) });
}

/** Says in the signed list which site these keys speak for. */
export function nameSite(ring: KeyRing, origin: string): KeyRing {
  return ring.list.site === origin ? ring : writeList(ring, { ...ring.list, site: origin });
}

/**
 * Believes keys of a newsroom that moves in, for what they signed until now, and those it had revoked no more than it did.
 * Keys the list names already stay as they are. @throws KeyRingError when an id is not that of its key
 */
export function believeKeys(
  ring: KeyRing,
  keys: readonly (Pick<ListedKey, 'id' | 'algorithm' | 'publicKey'> & {
    revoked: { at: string; reason: string | null } | null;
  })[],
  now: Date,
): KeyRing {
  const at = toInstant(now);
  const added = keys
    .filter(({ id }) => !ring.list.keys.some((known) => known.id === id))
    .map(({ id, algorithm, publicKey, revoked }): ListedKey => {
      if (keyId(publicKeyOf({ publicKey })) !== id)
        throw new KeyRingError(`the id ${id} is not that of its public key ${publicKey}; nothing was changed`);
      const until = revoked?.at ?? at;
      const reason = revoked ? revoked.reason : 'its newsroom moved here';
      return {
        id,
        algorithm,
        publicKey,
        status: revoked ? 'revoked' : 'retired',
        from: until,
        until,
        reason,
        endorsement: null,
      };
    });
  return added.length === 0 ? ring : writeList(ring, { ...ring.list, keys: [...added, ...ring.list.keys] });
}

function replaceKey(
  { folder, id, privateKey, list }: KeyRing,
  now: Date,
  change: (old: ListedKey) => ListedKey,
  { endorsed = true } = {},
): KeyRing {
  const made = generateKeyPairSync('ed25519').privateKey;
  const added = listed(made, now);
  const next = { ...added, endorsement: endorsed ? endorse(added, id, privateKey) : null };
  const keys = [...list.keys.map((old) => (old.id === id ? change(old) : old)), next];
  const ring = { folder, id: next.id, privateKey: made, list: signKeyList({ site: list.site, keys }, next.id, made) };
  // The list decides which key is active; a crash before or after it leaves the key file that belongs to it.
  writeWhole(nextFile(folder), pem(made), 0o600);
  writeWhole(keysFile(folder), textOf(ring.list), 0o644);
  finishRotation(folder);
  return ring;
}

function finishRotation(folder: string): void {
  if (!existsSync(nextFile(folder))) return;
  const next = keyId(createPublicKey(readPrivateKey(readFileSync(nextFile(folder), 'utf8'))));
  if (existsSync(keysFile(folder)) && readKeyList(folder).signedBy === next)
    renameSync(nextFile(folder), privateFile(folder));
  else rmSync(nextFile(folder));
}

/** No private key is there: the first start, or it was lost. A lost key stays believed for what it signed. */
function replaceLostKey(folder: string, now: Date): KeyRing {
  const { privateKey } = generateKeyPairSync('ed25519');
  if (existsSync(keysFile(folder))) {
    const lost = readKeyList(folder);
    const added = listed(privateKey, now);
    const keys = lost.keys.map(
      (key): ListedKey =>
        key.status === 'active'
          ? { ...key, status: 'retired', until: toInstant(now), reason: 'its private half is lost' }
          : key,
    );
    const list = signKeyList({ site: lost.site, keys: [...keys, added] }, added.id, privateKey);
    writeWhole(nextFile(folder), pem(privateKey), 0o600);
    writeWhole(keysFile(folder), textOf(list), 0o644);
    return openKeyRing(folder, now);
  }
  writeFirst(privateFile(folder), pem(privateKey), 0o600);
  return openKeyRing(folder, now);
}

function writeList(ring: KeyRing, { site, keys }: Pick<KeyList, 'site' | 'keys'>): KeyRing {
  const list = signKeyList({ site, keys }, ring.id, ring.privateKey);
  writeWhole(keysFile(ring.folder), textOf(list), 0o644);
  return { ...ring, list };
}

function listed(privateKey: KeyObject, now: Date): ListedKey {
  const publicKey = createPublicKey(privateKey);
  return {
    id: keyId(publicKey),
    algorithm: 'Ed25519',
    publicKey: rawPublicKey(publicKey).toString('base64url'),
    status: 'active',
    from: toInstant(now),
    until: null,
    reason: null,
    endorsement: null,
  };
}

const pem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString();
const textOf = (list: KeyList) => `${JSON.stringify(list, null, 2)}\n`;

function writeWhole(file: string, text: string, mode: number): void {
  renameSync(writePartial(file, text, mode), file);
}

/** Of two commands that start at once in a new newsroom, the first one's file stays. */
function writeFirst(file: string, text: string, mode: number): void {
  const partial = writePartial(file, text, mode);
  try {
    linkSync(partial, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(partial, { force: true });
  }
}

function writePartial(file: string, text: string, mode: number): string {
  const folder = join(file, '..');
  try {
    mkdirSync(folder, { recursive: true });
    const partial = `${file}.${process.pid}.partial`;
    writeFileSync(partial, text, { mode });
    return partial;
  } catch (error) {
    throw new KeyRingError(
      `the newsroom's keys cannot be written to ${folder} (${(error as Error).message}); set KEY_DIR to a folder that can be written to and lies outside of DATA_DIR`,
    );
  }
}
