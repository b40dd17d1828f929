import { setTimeout as wait } from 'node:timers/promises';
import {
  aboutPath,
  archivePath,
  correctionsPath,
  frontPath,
  pathOf,
  searchPath,
  sectionPath,
} from '../edition/paths.ts';
import { sample } from './chance.ts';
import { checkSame } from './check-answer.ts';
import { checkFeeds } from './check-feeds.ts';
import { checkPage } from './check-page.ts';
import { checkCanary, checkNowhere, checkSitemap } from './check-site.ts';
import { fetchAs } from './fetching.ts';
import type { Finding } from './finding.ts';
import type { SignedSite } from './signed-site.ts';
import { Unproven } from './unproven.ts';
import { browser, visitors } from './visitors.ts';

export type Pass = {
  /** Articles looked at: the newest, and as many chosen at random. Null looks at all. */
  articles: number | null;
  /** Told of every page looked at. */
  looked?: (url: string) => void;
  /** Told of findings as they are made: a pass over a site that is hijacked as a whole takes longer than one may wait. */
  found?: (findings: readonly Finding[]) => void;
};

/** Sections and topics whose feeds are looked at, besides those of the front pages. */
const feedsEachPass = 3;
const lanes = 4;
/** After a publication pages may lag behind by half a second; what does not fit then is looked at again. In ms. */
const settleTime = 1_200;

/** Looks at the site once, as all its visitors do, and compares it with what the newsroom signed. @throws NoAnswer */
export async function passOver(site: SignedSite, pass: Pass): Promise<Finding[]> {
  const findings: Finding[] = [];
  const guarded = async (look: () => Promise<Finding[]>) => {
    const made = await look().catch((error: unknown) => {
      if (!(error instanceof Unproven)) throw error;
      return [error.finding];
    });
    findings.push(...made);
    if (made.length > 0) pass.found?.(made);
  };
  await guarded(async () => {
    await site.refresh();
    return [];
  });
  if (findings.length > 0) return findings;
  await guarded(() => checkNowhere(site));
  await guarded(() => checkCanary(site));
  await guarded(() => confirmed(site, () => checkSitemap(site)));
  await guarded(() => confirmed(site, () => checkFeeds(site, pass.articles === null ? null : feedsEachPass)));
  const addresses: string[] = [];
  for (const find of [pagesOf, (of: SignedSite) => articleAddresses(of, pass.articles)])
    await guarded(async () => {
      addresses.push(...(await find(site)));
      return [];
    });
  const waiting = [...new Set(addresses)];
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
        const path = address;
        await guarded(() => confirmed(site, () => lookAt(site, path)));
        pass.looked?.(path);
      }
    }),
  );
  return findings;
}

/** One page as every visitor has it. */
export async function lookAt(site: SignedSite, path: string): Promise<Finding[]> {
  const url = site.base + path;
  const plain = await fetchAs(browser, url);
  const findings: Finding[] = [];
  for (const visitor of visitors) {
    if (visitor !== browser) findings.push(...checkSame(plain, await fetchAs(visitor, url), visitor.name));
  }
  return [...findings, ...(await checkPage(site, plain))];
}

/** What does not fit is looked at again when a publication meanwhile cannot be the reason any more. */
async function confirmed(site: SignedSite, look: () => Promise<Finding[]>): Promise<Finding[]> {
  const first = await look();
  if (first.length === 0) return first;
  await wait(settleTime);
  await site.refresh();
  return look();
}

/** Pages that are not articles: fronts, sections, lists, and searches for words that are in the paper. */
async function pagesOf(site: SignedSite): Promise<string[]> {
  const { editions, sections } = site.site;
  const topics = sample(await site.topics(), 12);
  return editions.flatMap((edition) => [
    frontPath(edition),
    aboutPath(edition),
    correctionsPath(edition),
    archivePath(edition),
    searchPath(edition),
    ...sections.map(({ path }) => sectionPath(edition, path)),
    ...topics.slice(0, 2).map(({ name }) => searchPath(edition, name)),
    ...topics.map(({ kind, slug }) => pathOf(edition, { page: kind, slug, number: null })),
  ]);
}

async function articleAddresses(site: SignedSite, count: number | null): Promise<string[]> {
  const paths = [...(await site.listedPaths())];
  const chosen = count === null ? paths : [...new Set([...paths.slice(-count), ...sample(paths, count)])];
  const addresses: string[] = [];
  for (const path of chosen)
    for (const { prefix } of site.site.editions)
      if (await mayBeThere(site, prefix + path)) addresses.push(prefix + path);
  return addresses;
}

/** What cannot be proven is looked at like what can: there it is told of. */
async function mayBeThere(site: SignedSite, address: string): Promise<boolean> {
  try {
    return (await site.record(address)) !== null;
  } catch (error) {
    if (error instanceof Unproven) return true;
    throw error;
  }
}
