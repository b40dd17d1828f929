import { parseDocument } from 'htmlparser2';
import { bodyLinks } from '../article/text.ts';
import { type FeedFormat, type FeedSubject, feedFormats, feedPath, subjectPath } from '../edition/data-paths.ts';
import { matchRoute } from '../edition/paths.ts';
import { scriptFor } from '../edition/script.ts';
import type { Edition } from '../edition/site.ts';
import { sample } from './chance.ts';
import { fetchAs } from './fetching.ts';
import { type Finding, finding } from './finding.ts';
import { addArticle } from './page-words.ts';
import { seePage } from './seen-page.ts';
import type { SignedSite } from './signed-site.ts';
import { SignedWords } from './signed-words.ts';
import { browser } from './visitors.ts';

/** Every text a feed has, by the field it stands in. */
type Said = { field: string; text: string };

/**
 * The feeds of the front pages, and some of those of sections and topics, others each time (null: all there are): every word
 * of theirs is a signed one, every address the site's own or a record's.
 */
export async function checkFeeds(site: SignedSite, others: number | null = 0): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const edition of site.site.editions)
    for (const format of feedFormats) findings.push(...(await checkFeed(site, edition, { page: 'front' }, format)));
  const topics = await site.topics();
  const subjects: FeedSubject[] = [
    { page: 'corrections' },
    ...site.site.sections.map(({ path }): FeedSubject => ({ page: 'section', section: path })),
    ...topics.map(({ kind, slug }): FeedSubject => ({ page: kind, slug })),
  ];
  // Each in one format: all three are made of the same items.
  for (const of of others === null ? subjects : sample(subjects, others))
    for (const edition of site.site.editions) {
      const [format = 'rss'] = sample(feedFormats, 1);
      findings.push(...(await checkFeed(site, edition, of, format)));
    }
  return findings;
}

/** One feed. @throws Unproven, NoAnswer */
export async function checkFeed(
  site: SignedSite,
  edition: Edition,
  of: FeedSubject,
  format: FeedFormat,
): Promise<Finding[]> {
  const path = feedPath(edition, of, format);
  const url = site.base + path;
  const { status, body } = await fetchAs(browser, url);
  // An edition in which nothing of the kind was published has no feed, and its page leads to none.
  if (status === 404 && !(await leadsTo(site, subjectPath(edition, of), path))) return [];
  if (status !== 200) return [finding(url, 'feed.status', '200', String(status))];
  const said = readFeed(body, format);
  if (!said) return [finding(url, 'feed.content', `a feed (${format})`, body)];
  const { words, outbound } = await signedWords(site, edition, of, said);
  const isOurs = (address: string) =>
    address.startsWith(`${site.base}/`) || address === site.base || outbound.has(address);
  const findings: Finding[] = [];
  const note = (rule: string, expected: string, field: string, text: string) =>
    findings.push(finding(url, rule, expected, `${field}: ${text}`));
  for (const { field, text } of said) {
    if (text.includes('<')) {
      const page = seePage(text);
      for (const found of page.foreign) note('feed.foreign', 'nothing of the kind', field, found);
      for (const { text: piece } of page.texts)
        if (!words.explains(piece)) note('feed.words', 'signed words', field, piece);
      for (const address of [...page.links.map(({ href }) => href), ...page.resources.map((r) => r.address)])
        if (!isOurs(address)) note('feed.link', 'addresses the records hold', field, address);
    } else if (/^[a-z][a-z\d+.-]*:\S+$/i.test(text)) {
      if (!isOurs(text) && !isName(text, site)) note('feed.link', 'addresses the records hold', field, text);
    } else if (!technical.test(text) && !words.explains(text)) note('feed.words', 'signed words', field, text);
  }
  return findings;
}

async function leadsTo(site: SignedSite, page: string, feed: string): Promise<boolean> {
  const { body } = await fetchAs(browser, site.base + page);
  return body.includes(`${feed}"`);
}

/** What feeds are called by, and what says of what kind they are. */
const vocabulary = new Set(['https://jsonfeed.org/version/1.1', 'https://www.rssboard.org/rss-specification']);
const isName = (address: string, { base }: SignedSite) =>
  vocabulary.has(address) || address.startsWith(`tag:${new URL(base).hostname},`);

/** Times, sizes, kinds and languages. */
const technical =
  /^(?:\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d (?:GMT|[+-]\d{4})|\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)|[\d.]+|[a-z]+\/[\w.+-]+|[a-z]{2}(?:-[A-Za-z]{2,4})*|Dateline|self|alternate|enclosure|related|image|html|text|plain|true|false)$/;

async function signedWords(site: SignedSite, edition: Edition, of: FeedSubject, said: readonly Said[]) {
  const words = new SignedWords(site.site, edition);
  const script = scriptFor(site.site, edition);
  for (const topic of await site.topicsOf('slug' in of ? { ...of, number: null } : null))
    for (const { name, role, bio } of [topic, script.showPerson(topic), script.showName(topic)]) {
      words.add(name, role);
      words.addLong(bio);
    }
  const outbound = new Set<string>();
  for (const address of new Set(said.map(({ text }) => text).filter((text) => text.startsWith(`${site.base}/`)))) {
    const { pathname } = new URL(address);
    if (matchRoute(pathname.slice(edition.prefix.length))?.page !== 'article') continue;
    const document = await site.record(pathname);
    if (!document) continue;
    addArticle(words, document, script);
    for (const link of bodyLinks(document.record.body)) outbound.add(link);
    if (document.record.source?.url) outbound.add(document.record.source.url);
  }
  return { words, outbound };
}

/** Texts and addresses of a feed; null when it is none. */
function readFeed(body: string, format: FeedFormat): Said[] | null {
  const said: Said[] = [];
  if (format !== 'json') {
    collectXml(parseDocument(body, { xmlMode: true }).children, said);
    return said.length > 0 ? said : null;
  }
  try {
    collectJson(JSON.parse(body), 'feed', said);
    return said;
  } catch {
    return null;
  }
}

function collectJson(value: unknown, field: string, said: Said[]): void {
  if (typeof value === 'string') said.push({ field, text: value });
  else if (Array.isArray(value)) for (const item of value) collectJson(item, field, said);
  else if (value !== null && typeof value === 'object')
    for (const [name, item] of Object.entries(value)) collectJson(item, name, said);
}

type Nodes = ReturnType<typeof parseDocument>['children'];

function collectXml(nodes: Nodes, said: Said[], field = 'feed'): void {
  for (const node of nodes) {
    if (node.type === 'text' && node.data.trim() !== '') said.push({ field, text: node.data.trim() });
    if (node.type === 'comment') said.push({ field, text: `<!--${node.data}-->` });
    if (!('attribs' in node)) {
      if ('children' in node) collectXml(node.children as Nodes, said, field);
      continue;
    }
    for (const [name, text] of Object.entries(node.attribs))
      if (!name.startsWith('xmlns') && text.trim() !== '') said.push({ field: `${node.name} ${name}`, text });
    collectXml(node.children as Nodes, said, node.name);
  }
}
