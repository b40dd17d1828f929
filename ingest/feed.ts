import { createHash } from 'node:crypto';
import type { ArticleDraft, DocumentFacts, ImportHints, ImportItem } from '../article/draft.ts';
import { ImportError } from '../article/draft.ts';
import { blankDraft } from './draft-limits.ts';
import { parseJsonFeed } from './feed-json.ts';
import type { Feed, FeedEntry, FeedText } from './feed-model.ts';
import { parseXmlFeed } from './feed-xml.ts';
import { readFragment } from './fragment.ts';
import { httpInstant } from './http-dates.ts';
import { itemOf, refusedItem } from './item.ts';
import { escapeText } from './markup.ts';
import { isoInstant } from './moments.ts';
import { isPictureAddress } from './pictures.ts';
import { plainLine } from './plain.ts';
import { bareWords } from './wording.ts';

/** Reads a feed: RSS, Atom or JSON Feed, each entry an article of the feed's own house. @throws ImportError */
export function* readFeed(text: string, hints: ImportHints): Generator<ImportItem | DocumentFacts> {
  const address = /^https?:/i.test(hints.name) ? hints.name : null;
  const feed = text.trimStart().startsWith('{')
    ? parseJsonFeed(text, hints.name)
    : parseXmlFeed(text, hints.name, address);
  for (const entry of feed.entries) yield readEntry(entry, feed, hints);
  yield { facts: factsOf(feed) };
}

function readEntry(entry: FeedEntry, feed: Feed, hints: ImportHints): ImportItem {
  const guid = guidOf(entry, feed, hints.name);
  const named = { label: entry.id ?? entry.link ?? `line ${entry.line}`, guid: `feed:${guid}`, kind: 'entry' };
  try {
    return itemOf(named, draftOf(entry, feed, hints), entry.language ?? feed.language, hints);
  } catch (error) {
    if (error instanceof ImportError) return refusedItem(named, error);
    throw error;
  }
}

/** An id that is a URI names the entry everywhere; any other only within its feed. Without one, title and time have to do. */
function guidOf({ id, link, title, published }: FeedEntry, feed: Feed, name: string): string {
  const own = id ?? link;
  if (own && /^[a-z][a-z0-9+.-]*:/i.test(own)) return own;
  const home = feed.id ?? feed.link ?? name;
  if (own) return `${home}#${own}`;
  const digest = createHash('sha256')
    .update(JSON.stringify([title?.value, published]))
    .digest('hex');
  return `${home}#${digest.slice(0, 16)}`;
}

function draftOf(entry: FeedEntry, feed: Feed, hints: ImportHints): ArticleDraft {
  const whole = entry.content.reduce<FeedText | null>((a, b) => (a && a.value.length >= b.value.length ? a : b), null);
  const text = whole ?? entry.summary;
  const html = text ? (text.type === 'text/html' ? text.value : paragraphsOf(text.value)) : '';
  const fragment = readFragment(html, {
    name: hints.name,
    base: text?.base ?? entry.link ?? feed.link,
    where: 'content',
  });
  const warnings = instantOf(entry.expired, hints) ? [`it expired at ${entry.expired}`] : [];
  return {
    ...blankDraft(),
    headline: lineOf(entry.title),
    standfirst: whole ? standfirstOf(entry.summary, fragment.text) : null,
    ...datesOf(entry, hints),
    authors: authorsOf(entry, feed),
    source: sourceOf(entry, feed),
    tags: entry.tags.map(({ term, label }) => label ?? term),
    lead: leadOf(entry, html),
    body: { type: 'doc', content: fragment.content },
    address: entry.link,
    dropped: fragment.dropped,
    warnings,
  };
}

const lineOf = (text: FeedText | null) =>
  text === null ? '' : text.type === 'text/html' ? plainLine(text.value) : plainLine(escapeText(text.value));

const paragraphsOf = (text: string) =>
  text
    .split(/\n\s*\n/)
    .map((part) => `<p>${escapeText(part).replace(/\n/g, '<br>')}</p>`)
    .join('');

/** A summary that only repeats how the text begins is none. */
function standfirstOf(summary: FeedText | null, text: string): string | null {
  const line = lineOf(summary);
  const words = bareWords(line);
  return words === '' || bareWords(text.slice(0, line.length * 2 + 200)).includes(words.slice(0, 80)) ? null : line;
}

function datesOf(entry: FeedEntry, hints: ImportHints): Pick<ArticleDraft, 'publishedAt' | 'updatedAt'> {
  const [published, created, updated] = [entry.published, entry.created, entry.updated].map((text) =>
    instantOf(text, hints),
  );
  const publishedAt = published ?? created ?? updated ?? null;
  return { publishedAt, updatedAt: publishedAt && updated && updated > publishedAt ? updated : null };
}

/** W3C dates first, then mail's. A date without a zone is of the site's. */
const instantOf = (text: string | null, { timeZone }: ImportHints): string | null =>
  text === null ? null : (isoInstant(text, timeZone) ?? partialDate(text, timeZone) ?? httpInstant(text));

/** W3C dates may stop at the year or the month. */
function partialDate(text: string, timeZone: string): string | null {
  const match = /^\s*(\d{4})(?:-(\d\d))?\s*$/.exec(text);
  return match ? isoInstant(`${match[1]}-${match[2] ?? '01'}-01`, timeZone) : null;
}

function authorsOf(entry: FeedEntry, feed: Feed): string[] {
  for (const people of [entry.authors, entry.source?.authors ?? [], feed.authors]) {
    const names = people.flatMap(({ name }) => (name ? [plainLine(name)] : []));
    if (names.length > 0) return names;
  }
  return [];
}

/** The feed the entry was taken from, or else this one: where the story comes from. */
function sourceOf(entry: FeedEntry, feed: Feed): ArticleDraft['source'] {
  const from = entry.source?.title || entry.source?.link ? entry.source : feed;
  const name = lineOf(from.title);
  const url = from.link && /^https?:/i.test(from.link) ? from.link : null;
  return name ? { name, url } : null;
}

function leadOf(entry: FeedEntry, html: string): ArticleDraft['lead'] {
  const [picture] = entry.pictures;
  if (!picture || !isPictureAddress(picture.src) || html.includes(picture.src)) return null;
  return { media: null, src: picture.src, alt: '', caption: picture.caption, credit: picture.credit };
}

function factsOf(feed: Feed): Record<string, unknown> {
  const { version, id, link, language, updated, published, ttl, entries } = feed;
  return {
    version,
    title: lineOf(feed.title),
    subtitle: lineOf(feed.subtitle),
    id,
    link,
    language,
    updated,
    published,
    ttl,
    entries: entries.length,
  };
}
