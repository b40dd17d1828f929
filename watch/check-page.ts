import { fold } from '../article/fold.ts';
import { groupOf } from '../article/lists.ts';
import type { RecordDocument } from '../article/proof.ts';
import { bodyLinks } from '../article/text.ts';
import { matchData } from '../edition/data-paths.ts';
import { editionAt, matchRoute, pathOf, type Route, searchPath } from '../edition/paths.ts';
import { scriptFor } from '../edition/script.ts';
import { type Edition, editionTag } from '../edition/site.ts';
import { checkHeaders } from './check-answer.ts';
import { checkArticle } from './check-article.ts';
import { checkData } from './check-data.ts';
import { checkMeta } from './check-meta.ts';
import { type Answer, fetchAs } from './fetching.ts';
import { type Finding, finding } from './finding.ts';
import { addArticle, addCard } from './page-words.ts';
import { type SeenPage, seePage } from './seen-page.ts';
import type { SignedSite } from './signed-site.ts';
import { SignedWords } from './signed-words.ts';
import { Unproven } from './unproven.ts';
import { browser } from './visitors.ts';

/** One page under examination. */
export type Examined = {
  site: SignedSite;
  answer: Answer;
  page: SeenPage;
  edition: Edition;
  route: Route | null;
  words: SignedWords;
  /** Addresses outside of the site that the page's record holds. */
  outbound: ReadonlySet<string>;
};

/** Checks everything about one page: its headers, its structure, every word, every address, and an article to the letter. */
export async function checkPage(site: SignedSite, answer: Answer): Promise<Finding[]> {
  const { pathname, search } = new URL(answer.url);
  const edition = editionAt(site.site.editions, pathname);
  const ownPath = pathname === '/' ? '' : pathname.slice(edition.prefix.length);
  const route = withQuery(matchRoute(ownPath), search);
  const page = seePage(answer.body);
  const words = new SignedWords(site.site, edition);
  const script = scriptFor(site.site, edition);
  const findings = [...checkHeaders(answer, page), ...checkStructure(answer, page, edition)];
  const own = route?.page === 'article' ? await provenRecord(site, pathname, findings) : null;
  if (own && groupOf(own.record.language) !== groupOf(edition.language))
    findings.push(finding(answer.url, 'article.edition', own.record.language, editionTag(edition)));
  if (own) {
    addArticle(words, own, script);
    findings.push(
      ...checkArticle(own, { url: answer.url, status: answer.status, page, site: site.site, edition, script }),
    );
  }
  for (const topic of await site.topicsOf(route))
    for (const { name, role, bio } of [topic, script.showPerson(topic), script.showName(topic)]) {
      words.add(name, role);
      words.addLong(bio);
    }
  const outbound = new Set(
    own ? [...bodyLinks(own.record.body), ...(own.record.source?.url ? [own.record.source.url] : [])] : [],
  );
  const examined: Examined = { site, answer, page, edition, route, words, outbound };
  const linked = await linkedArticles(examined, findings);
  for (const document of linked) addCard(words, document, script);
  const isArticle = own?.record.status === 'published';
  findings.push(...(await checkWords(examined)), ...checkAddresses(examined), ...checkData(examined));
  findings.push(...checkMeta(examined, isArticle || linked.length > 0));
  return findings;
}

function withQuery(route: Route | null, search: string): Route | null {
  if (route?.page !== 'search') return route;
  const parameters = new URLSearchParams(search);
  return { page: 'search', query: parameters.get('q') ?? '', number: Number(parameters.get('page')) || null };
}

async function provenRecord(site: SignedSite, address: string, findings: Finding[]): Promise<RecordDocument | null> {
  try {
    return await site.record(address);
  } catch (error) {
    if (!(error instanceof Unproven)) throw error;
    findings.push(error.finding);
    return null;
  }
}

function checkStructure({ url }: Answer, page: SeenPage, edition: Edition): Finding[] {
  const findings = page.foreign.map((found) => finding(url, 'page.foreign', 'nothing of the kind', found));
  if (page.title.length !== 1) findings.push(finding(url, 'page.title', 'one title', page.title.join(' | ') || 'none'));
  if (page.styles.length > 1) findings.push(finding(url, 'page.style', 'one style', String(page.styles.length)));
  if (page.language !== editionTag(edition))
    findings.push(finding(url, 'page.language', editionTag(edition), page.language));
  return findings;
}

/** Articles a page leads to, each believed by its record. A link to an article that is not published is a finding. */
async function linkedArticles({ site, answer, page }: Examined, findings: Finding[]): Promise<RecordDocument[]> {
  const documents: RecordDocument[] = [];
  for (const address of new Set(page.links.map(({ href }) => ownPathOf(site, href)))) {
    if (address === null || !isArticle(site, address)) continue;
    const document = await anywhere(site, address, findings);
    if (document?.record.status === 'published') documents.push(document);
    else findings.push(finding(answer.url, 'page.link', 'articles that are published', address));
  }
  return documents;
}

/** The record of an article by its address, or by that of another edition: one in another language leads there by itself. */
async function anywhere(site: SignedSite, address: string, findings: Finding[]): Promise<RecordDocument | null> {
  const { editions } = site.site;
  const path = address.slice(editionAt(editions, address).prefix.length);
  for (const candidate of new Set([address, ...editions.map(({ prefix }) => prefix + path)])) {
    const document = await provenRecord(site, candidate, findings);
    if (document) return document;
  }
  return null;
}

const isArticle = ({ site }: SignedSite, address: string): boolean =>
  matchRoute(address.slice(editionAt(site.editions, address).prefix.length))?.page === 'article';

/** The path of an address of the site, without query and fragment; null for one elsewhere. */
function ownPathOf({ base }: SignedSite, href: string): string | null {
  const url = URL.canParse(href, base) ? new URL(href, base) : null;
  return url?.origin === new URL(base).origin ? url.pathname : null;
}

async function checkWords(examined: Examined): Promise<Finding[]> {
  const { answer, page, route, words } = examined;
  const findings: Finding[] = [];
  for (const { text, inside, inArticle, attribute } of page.texts) {
    if ((inArticle && !attribute) || words.explains(text)) continue;
    if (route?.page === 'search' && (await isSuggested(examined, text))) continue;
    findings.push(finding(answer.url, 'page.words', 'signed words', `${inside.slice(-3).join(' ')}: ${text}`));
  }
  return findings;
}

/** A word that a search offers is one of a headline: of an article that the search for it leads to. */
async function isSuggested({ site, page, edition }: Examined, text: string): Promise<boolean> {
  const path = searchPath(edition, text);
  const isOffered = page.links.some(({ href }) => decodeURI(href) === decodeURI(path));
  if (!isOffered) return false;
  const { body } = await fetchAs(browser, site.base + path);
  for (const { href } of seePage(body).links) {
    const address = ownPathOf(site, href);
    if (address === null || !isArticle(site, address)) continue;
    const document = await site.record(address);
    if (document && fold(document.record.headline).includes(fold(text))) return true;
  }
  return false;
}

function checkAddresses({ site, answer, page, route, edition, outbound }: Examined): Finding[] {
  const findings: Finding[] = [];
  for (const { href, element } of page.links) {
    const path = ownPathOf(site, href);
    if (path === null && !outbound.has(href) && !/^mailto:[^?]+$/.test(href))
      findings.push(finding(answer.url, 'page.link', 'addresses the record holds', `<${element}> ${href}`));
    if (path !== null && !isKnown(site, path))
      findings.push(finding(answer.url, 'page.link', 'pages of the site', `<${element}> ${href}`));
  }
  for (const { address, element } of page.resources)
    for (const candidate of address.split(/,\s+/))
      if (ownPathOf(site, candidate.trim().split(/\s/)[0] ?? '') === null)
        findings.push(finding(answer.url, 'page.resource', 'the site’s own', `<${element}> ${address}`));
  const canonical = route && answer.status === 200 ? site.base + canonicalPath(edition, route) : null;
  if (canonical !== null && page.canonical.join(' ') !== canonical)
    findings.push(finding(answer.url, 'page.canonical', canonical, page.canonical.join(' ') || 'none'));
  if (canonical === null && page.canonical.length > 0)
    findings.push(finding(answer.url, 'page.canonical', 'none', page.canonical.join(' ')));
  return findings;
}

/** Every search is one page to search engines. */
const canonicalPath = (edition: Edition, route: Route): string =>
  route.page === 'search' ? searchPath(edition) : pathOf(edition, route);

/** Whether a page or document of that shape exists, and the section it names. */
function isKnown({ site }: SignedSite, path: string): boolean {
  const edition = editionAt(site.editions, path);
  const ownPath = path === '/' ? '' : path.slice(edition.prefix.length);
  if (matchData(edition, ownPath) || /^\/(?:media\/|theme$|favicon|icon-|feed\.css$)/.test(path)) return true;
  const route = matchRoute(ownPath.replace(/\/$/, ''));
  if (route?.page === 'section') return site.sections.some((section) => section.path === route.section);
  return route !== null;
}
