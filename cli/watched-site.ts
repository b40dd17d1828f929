import { existsSync, readFileSync } from 'node:fs';
import { parseKeyList } from '../article/key-list.ts';
import type { Config } from '../server/config.ts';
import type { Finding } from '../watch/finding.ts';

/** The origin a command line names, this newsroom's own when it names none. @throws when it is no address of a site */
export function baseOf([given]: readonly string[], config: Config): string {
  const address = given ?? config.publicUrl;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Error(`${address}: name the address of a site, like https://news.example`);
  return url.origin;
}

/** The key somebody says is the newsroom's: an id, or the active key of a key list. Null when they do not say. */
export function trustedKeyOf(given: string | undefined): string | null {
  if (given === undefined) return null;
  if (/^[0-9a-f]{16}$/.test(given)) return given;
  if (!existsSync(given)) throw new Error(`--key ${given}: name a key by its 16 digits, or a file with a key list`);
  return parseKeyList(readFileSync(given, 'utf8'), given).signedBy;
}

export const spelledOut = ({ url, rule, expected, found }: Finding): string =>
  `${url}\n  ${rule}\n  expected: ${expected}\n  found:    ${found}`;
