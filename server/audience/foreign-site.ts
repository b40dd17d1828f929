import type { IncomingMessage } from 'node:http';
import type { Sighting } from '../../db/audience/queries/sightings.ts';

/**
 * The site a request was made in the name of, when it is not this one. A page that was copied shows our pictures from
 * its own address, and browsers name that; whoever passes readers on to us, or has a name of theirs lead here, asks for
 * us by that name. Only the name is kept: no address, no page, nobody.
 */
export type ForeignSite = Pick<Sighting, 'host' | 'signal'>;

/** `own` is the host of the public address, with its port if it names one. */
export function foreignSite(
  { headers }: IncomingMessage,
  own: string,
  { isPicture }: { isPicture: boolean },
): ForeignSite | null {
  const asked = headers.host;
  if (asked !== undefined && asked !== own) {
    const host = publicName(asked);
    if (host !== null && !isOf(host, own)) return { host, signal: 'host' };
  }
  if (!isPicture) return null;
  const named = headers.origin ?? headers.referer;
  if (named === undefined) return null;
  const host = publicName(hostOf(named));
  return host !== null && !isOf(host, own) ? { host, signal: 'picture' } : null;
}

function hostOf(address: string): string {
  const start = address.indexOf('://') + 3;
  const end = address.indexOf('/', start);
  return start < 3 ? '' : address.slice(start, end < 0 ? undefined : end);
}

/** Names of sites that are open to the public. Numbers, this machine and names inside of a network are nobody's site. */
const name = /^(?=.{4,100}$)(?:[a-z\d_](?:[a-z\d-]*[a-z\d])?\.)+[a-z](?:[a-z\d-]*[a-z\d])$/;
const inside = /\.(?:local|localhost|internal|lan|home|test|invalid)$/;

function publicName(host: string): string | null {
  const written = host.replace(/:\d+$/, '').replace(/\.$/, '').toLowerCase();
  return name.test(written) && !inside.test(written) ? written : null;
}

/** `www.` before it or not is the same site. */
const isOf = (host: string, own: string): boolean => bare(host) === bare(own.replace(/:\d+$/, ''));
const bare = (host: string) => host.replace(/^www\./, '');
