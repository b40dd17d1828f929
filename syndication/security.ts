import { securityPath } from '../edition/data-paths.ts';
import { toInstant } from '../edition/dates.ts';
import type { Site } from '../edition/site.ts';

const day = 86_400_000;
/** RFC 9116 wants less than a year; half of one leaves time to notice a site nobody keeps. In days. */
const validity = 180;

/** Where to report a weakness of the site (RFC 9116). Null when the newsroom named no address. */
export function security(site: Site, contact: string | null, origin: string, now: Date): string | null {
  const reported = contact ?? (site.email ? `mailto:${site.email}` : null);
  if (reported === null) return null;
  const languages = [...new Set(site.editions.map(({ language }) => language.slice(0, 2)))];
  return [
    `Contact: ${reported}`,
    `Expires: ${toInstant(expiry(now))}`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${origin}${securityPath}`,
    '',
  ].join('\n');
}

const expiry = (now: Date): Date => new Date((Math.floor(now.getTime() / day) + validity) * day);

/** The file moves its date once a day. */
export const securityUntil = (now: Date): number => (Math.floor(now.getTime() / day) + 1) * day;
