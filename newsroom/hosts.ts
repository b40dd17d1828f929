import { hostOf } from '../article/outbound.ts';
import type { Database } from '../db/client.ts';
import { articleByNumber } from '../db/newsroom/queries/articles.ts';
import {
  approveEveryNewHost,
  articlesLinking,
  type HostStatus,
  heldFor,
  hostStatuses,
  type NewHosts,
  newHostsSetting,
  republishLinking,
  republishLinkingToNew,
  setHostStatus,
  setNewHosts,
} from '../db/newsroom/queries/hosts.ts';
import { hold } from '../db/newsroom/queries/quarantine.ts';
import { toInstant } from '../edition/dates.ts';
import { publishHead } from './articles.ts';
import { NewsroomError } from './document.ts';

/**
 * The registry of hosts. A link to a host that no editor approved is never shown: an article is published without it, or,
 * when the newsroom says so, not published at all. Approving the host brings the links.
 */

/** Which of these hosts no link may be shown to. */
export async function withheldHosts(newsroom: Database, hosts: readonly string[]): Promise<string[]> {
  if (hosts.length === 0) return [];
  const known = await hostStatuses(newsroom, hosts);
  const allowsNew = (await newHostsSetting(newsroom)) === 'allow';
  return hosts.filter((host) => !isShown(known.get(host) ?? 'new', allowsNew));
}

const isShown = (status: HostStatus, allowsNew: boolean) => status === 'approved' || (status === 'new' && allowsNew);

/** Why an article that leads to these hosts waits for an editor; nothing when new hosts hold no article. */
export async function hostHolds(newsroom: Database, hosts: readonly string[]): Promise<string[]> {
  if (hosts.length === 0 || (await newHostsSetting(newsroom)) !== 'hold') return [];
  const known = await hostStatuses(newsroom, hosts);
  return hosts.filter((host) => (known.get(host) ?? 'new') === 'new').map(holdReason);
}

const holdReason = (host: string) => `it links to ${host}, a host no editor has approved`;

export type Decided = {
  host: string;
  /** Articles whose links appear or go by it, and those that were held for it and are published now. */
  changed: number;
  released: number;
};

/** An editor's word about a host, by name or by an address on it. Articles that lead there are published anew. */
export async function decideHost(
  newsroom: Database,
  given: string,
  status: Exclude<HostStatus, 'new'>,
  now: Date,
): Promise<Decided> {
  const host = hostOf(/^https?:\/\//i.test(given) ? given : `https://${given}`);
  if (!host || /[/@\s]/.test(given.replace(/^https?:\/\//i, '').replace(/\/.*$/, '')))
    throw new NewsroomError(`${given} is no host; give a name like tide.example, or an address on it`);
  const at = toInstant(now);
  return newsroom.exclusively(async () => {
    const allowsNew = (await newHostsSetting(newsroom)) === 'allow';
    const before = (await hostStatuses(newsroom, [host])).get(host) ?? 'new';
    const isChange = isShown(before, allowsNew) !== isShown(status, allowsNew);
    const changed = isChange ? await articlesLinking(newsroom, host) : 0;
    await newsroom.atomic([setHostStatus(host, status, at), ...(changed > 0 ? [republishLinking(host, at)] : [])]);
    return { host, changed, released: status === 'approved' ? await releaseHeld(newsroom, host, now) : 0 };
  });
}

/** Publishes what was held for this host and nothing else. */
async function releaseHeld(newsroom: Database, host: string, now: Date): Promise<number> {
  let released = 0;
  for (const { article, reasons } of await heldFor(newsroom, holdReason(host))) {
    const left = reasons.filter((reason) => reason !== holdReason(host));
    const row = await articleByNumber(newsroom, article);
    if (left.length > 0 || !row) await newsroom.atomic(hold(article, left, toInstant(now)));
    else {
      await publishHead(newsroom, row, now);
      released++;
    }
  }
  return released;
}

/**
 * What becomes of new hosts from now on. When every host was allowed until now, those that were met stay: links that
 * readers saw do not vanish.
 */
export async function chooseNewHosts(newsroom: Database, setting: NewHosts, now: Date): Promise<void> {
  const at = toInstant(now);
  await newsroom.exclusively(async () => {
    const before = await newHostsSetting(newsroom);
    if (before === setting) return;
    await newsroom.atomic([
      ...(before === 'allow' ? [approveEveryNewHost(at)] : []),
      ...(setting === 'allow' ? [republishLinkingToNew(at)] : []),
      setNewHosts(setting),
    ]);
  });
}
