import type { KeyObject } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { type KeyList, parseKeyList, publicKeyOf } from '../../article/key-list.ts';

/**
 * The newsroom's keys as this process trusts them: a file that lies outside of the data folder and that whoever runs the
 * public site need only be able to read. Nothing in content.db can say which key is right.
 */
let trusted: { file: string; changed: number; list: KeyList; keys: Map<string, KeyObject> } | undefined;

/** Where the list lies; the server names it by its configuration. */
const keysFile = () => process.env.SITE_KEYS ?? `${process.env.DATA_DIR ?? './data'}-keys/keys.json`;

/** Read anew when the file changed: a rotation needs no restart. @throws when it is missing or does not hold together */
export function trustedKeys(): KeyList {
  return load().list;
}

/** A retired key's register stands this long, in ms: the new one is signed within moments of a rotation. */
const handOver = 3_600_000;

/** The key that may stand over the register now; null when `id` names none. */
export function registerKey(id: string, now: number): KeyObject | null {
  const { list, keys } = load();
  const key = list.keys.find((candidate) => candidate.id === id);
  if (!key || key.status === 'revoked') return null;
  if (key.status === 'retired' && key.until !== null && Date.parse(key.until) + handOver < now) return null;
  const known = keys.get(id) ?? publicKeyOf(key);
  keys.set(id, known);
  return known;
}

function load(): NonNullable<typeof trusted> {
  const file = keysFile();
  const changed = statSync(/* turbopackIgnore: true */ file).mtimeMs;
  if (trusted?.file === file && trusted.changed === changed) return trusted;
  const list = parseKeyList(readFileSync(/* turbopackIgnore: true */ file, 'utf8'), file);
  trusted = { file, changed, list, keys: new Map() };
  return trusted;
}
