import { randomBytes } from 'node:crypto';
import { sitemapPath } from '../edition/data-paths.ts';
import { editionAt, matchRoute, searchPath } from '../edition/paths.ts';
import { type Answer, fetchAs } from './fetching.ts';
import { type Finding, finding } from './finding.ts';
import { seePage } from './seen-page.ts';
import type { SignedSite } from './signed-site.ts';
import { browser, type Visitor, visitors } from './visitors.ts';

/** Addresses nobody published must lead nowhere: a hijacked site answers them with somebody else's pages. */
export async function checkNowhere(site: SignedSite): Promise<Finding[]> {
  const word = randomWord();
  const { year } = { year: new Date().getUTCFullYear() };
  const paths = [
    `/${word}`,
    `/${word}.html`,
    `/${word}/${word}`,
    `/${site.site.sections[0]?.path ?? 'news'}/${year}/01/01/${word}`,
    `/tag/${word}`,
    `/sitemap-${word}.xml`,
    `/index.php?id=${word}`,
  ];
  const findings: Finding[] = [];
  for (const path of paths)
    for (const visitor of visitors) {
      const { status } = await fetchAs(visitor, site.base + path);
      // The front page has no parameters: with some it is still the front page.
      if (status !== 404) findings.push(finding(site.base + path, 'site.missing', '404', `${visitor.name}: ${status}`));
    }
  return findings;
}

/** A word nobody wrote, searched for: it may stand in the search box and nowhere else. */
export async function checkCanary(site: SignedSite): Promise<Finding[]> {
  const word = randomWord();
  const findings: Finding[] = [];
  for (const edition of site.site.editions) {
    const url = site.base + searchPath(edition, word);
    for (const visitor of visitors) {
      const { body, status } = await fetchAs(visitor, url);
      // Who asks too often is told to wait.
      if (status !== 200 && status !== 429)
        findings.push(finding(url, 'page.status', '200', `${visitor.name}: ${status}`));
      const page = seePage(body);
      const echoes = [
        ...page.title,
        ...page.texts.map(({ text }) => text),
        ...[...page.meta.values()].flat(),
        ...page.data,
        ...page.foreign,
      ].filter((text) => text.includes(word));
      for (const text of echoes)
        findings.push(finding(url, 'site.echo', 'no word a visitor typed', `${visitor.name}: ${text}`));
    }
  }
  return findings;
}

/** The sitemap names what is published, all of it and nothing else. */
export async function checkSitemap(site: SignedSite): Promise<Finding[]> {
  const url = site.base + sitemapPath('index');
  const findings: Finding[] = [];
  const named = new Set<string>();
  for (const address of await sitemapAddresses(url, browser, findings)) {
    const path = ownPath(site, address);
    if (path === null) findings.push(finding(url, 'sitemap.address', 'addresses of the site', address));
    else if (path !== '') named.add(path);
  }
  const published = await site.listedPaths();
  const missing = [...published].filter((path) => !named.has(path));
  const extra = [...named].filter((path) => !published.has(path));
  if (missing.length > 0)
    findings.push(finding(url, 'sitemap.missing', missing.slice(0, 5).join(' '), `${missing.length} not named`));
  if (extra.length > 0)
    findings.push(
      finding(url, 'sitemap.extra', 'published articles', `${extra.length} more: ${extra.slice(0, 5).join(' ')}`),
    );
  return findings;
}

/** Every address of a sitemap, those of the sitemaps it names included. */
async function sitemapAddresses(url: string, visitor: Visitor, findings: Finding[]): Promise<string[]> {
  const answer = await fetchAs(visitor, url);
  if (answer.status !== 200) {
    findings.push(finding(url, 'sitemap.status', '200', String(answer.status)));
    return [];
  }
  const addresses = locations(answer);
  if (!/<sitemapindex\b/.test(answer.body)) return addresses;
  const all: string[] = [];
  for (const address of addresses) all.push(...(await sitemapAddresses(address, visitor, findings)));
  return all;
}

const locations = ({ body }: Answer): string[] =>
  [...body.matchAll(/<loc>\s*([^<]+?)\s*<\/loc>/g)].map(([, address = '']) => address.replaceAll('&amp;', '&'));

/** The canonical path of an article's address, `''` for another page of the site, null for one elsewhere. */
function ownPath({ base, site }: SignedSite, address: string): string | null {
  const parsed = URL.canParse(address) ? new URL(address) : null;
  if (parsed?.origin !== new URL(base).origin) return null;
  const edition = editionAt(site.editions, parsed.pathname);
  const route = matchRoute(parsed.pathname.slice(edition.prefix.length).replace(/\/$/, ''));
  return route?.page === 'article' ? route.path : '';
}

const randomWord = () => `q${randomBytes(6).toString('hex')}`;
