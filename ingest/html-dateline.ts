import { authorsIn, sourceAfter, sourceIn, sourceName } from './byline.ts';
import { isoInstant } from './moments.ts';
import { elementsOf, isElement, namesOf, type PageElement, rawText } from './page.ts';
import { metaValue, type PageFacts, resolveAddress } from './page-facts.ts';
import type { PageLine } from './page-lines.ts';
import { oneLine } from './wording.ts';
import { momentIn, type WrittenMoment } from './written-dates.ts';

export type Dateline = {
  publishedAt: string | null;
  updatedAt: string | null;
  source: { name: string; url: string | null } | null;
  authors: string[];
};

/** When, where from and by whom: the lines around the headline first, then what the page claims for machines. */
export function readDateline(
  near: readonly PageLine[],
  facts: PageFacts,
  root: PageElement,
  timeZone: string,
): Dateline {
  const shown = shownMoments(near, timeZone);
  const claimed =
    claimedMoment(facts, publishedNames, facts.linked?.published, timeZone) ?? timeElement(near, timeZone);
  const modified =
    shown.updated?.instant ?? claimedMoment(facts, modifiedNames, facts.linked?.modified, timeZone)?.instant ?? null;
  const publishedAt = chosenMoment(shown.published, claimed);
  return {
    publishedAt,
    updatedAt: modified && publishedAt && modified > publishedAt ? modified : null,
    source: findSource(near, shown.published, facts, root),
    authors: findAuthors(near, facts),
  };
}

const publishedNames = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'pubdate',
  'publishdate',
  'publish_date',
  'publish-date',
  'og:release_date',
  'release_date',
  'parsely-pub-date',
  'sailthru.date',
  'weibo: article:create_at',
  'weibo:article:create_at',
  'og:time',
  '_pubtime',
  'firstpublishedtime',
  'dc.date.issued',
  'dcterms.created',
  'article:create_at',
  'date',
  'article.created',
];
const modifiedNames = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'lastmod',
  'last-modified',
  'weibo: article:update_at',
  'article:update_at',
  'dcterms.modified',
];

type Moment = Pick<WrittenMoment, 'instant' | 'hasClock' | 'hasSeconds'>;

function claimedMoment(
  facts: PageFacts,
  names: string[],
  linked: string | null | undefined,
  timeZone: string,
): Moment | null {
  for (const value of [...names.map((name) => metaValue(facts, name)), linked]) {
    const moment = value && momentOf(value, timeZone);
    if (moment) return moment;
  }
  return null;
}

function momentOf(value: string, timeZone: string): Moment | null {
  const iso = isoInstant(value, timeZone);
  if (iso) return { instant: iso, hasClock: /\d[T ]\d/.test(value), hasSeconds: /:\d\d:\d\d/.test(value) };
  const written = momentIn(value, timeZone);
  return written && { instant: written.instant, hasClock: written.hasClock, hasSeconds: written.hasSeconds };
}

const updateLabel = /(?:更新|修改|编辑|編輯|Updated|Modified|Last)(?:于|於|时间|時間|日期)?\s*[:：]?\s*$/i;

/** Dates people read near the headline; the nearest with a clock wins over one without. */
function shownMoments(
  near: readonly PageLine[],
  timeZone: string,
): { published: (WrittenMoment & { line: PageLine }) | null; updated: Moment | null } {
  let published: (WrittenMoment & { line: PageLine }) | null = null;
  let updated: Moment | null = null;
  for (const line of near) {
    if (line.text.length > 200) continue;
    for (let text = line.text, cut = 0; ; ) {
      const moment = momentIn(text, timeZone);
      if (!moment) break;
      if (updateLabel.test(text.slice(0, moment.start))) updated ??= moment;
      else if (isDateline(line.text) && (!published || (moment.hasClock && !published.hasClock)))
        published = { ...moment, start: moment.start + cut, end: moment.end + cut, line };
      cut += moment.end;
      text = text.slice(moment.end);
    }
  }
  return { published, updated };
}

/** A line of prose that mentions a date is not a dateline. */
const isDateline = (text: string) => !/。/.test(text) && text.replace(/\d/g, '').length <= 90;

function timeElement(near: readonly PageLine[], timeZone: string): Moment | null {
  for (const { element } of near)
    for (const child of [element, ...elementsOf(element)])
      if (child.tag === 'time' && child.attributes.datetime) {
        const moment = momentOf(child.attributes.datetime, timeZone);
        if (moment) return moment;
      }
  return null;
}

/** What is shown is what was meant; a claim only adds precision, or stands in when nothing is shown. */
function chosenMoment(shown: Moment | null, claimed: Moment | null): string | null {
  if (!shown || !claimed) return (shown ?? claimed)?.instant ?? null;
  const apart = Math.abs(Date.parse(shown.instant) - Date.parse(claimed.instant));
  if (!shown.hasClock) return claimed.hasClock && apart < 86_400_000 ? claimed.instant : shown.instant;
  if (shown.hasSeconds) return shown.instant;
  return claimed.hasSeconds && apart < 60_000 ? claimed.instant : shown.instant;
}

const sourceNames =
  /(?:^|[-_\s])(?:source|laiyuan|media[-_]?name|article[-_]?source|news[-_]?source|origin|from|come[-_]?from|jgname)(?:$|[-_\s\d])|source$/;

function findSource(
  near: readonly PageLine[],
  shown: (WrittenMoment & { line: PageLine }) | null,
  facts: PageFacts,
  root: PageElement,
): Dateline['source'] {
  const labelled = near
    .filter(({ text }) => text.length <= 200)
    .map((line) => ({ line, name: sourceIn(line.text) }))
    .find(({ name }) => name);
  const named = labelled ?? declaredSource(facts) ?? marked(near, root) ?? (shown ? unlabelled(near, shown) : null);
  if (!named?.name) return null;
  return { name: named.name, url: named.line ? linkNamed(named.line.element, named.name, facts) : null };
}

type Named = { line: PageLine | null; name: string | null };

function declaredSource(facts: PageFacts): Named | null {
  const value = metaValue(
    facts,
    'source',
    'contentsource',
    'article:source',
    'copyright_source',
    'mediaid',
    'og:article:source',
  );
  if (!value || /^https?:/i.test(value)) return null;
  return { line: null, name: sourceIn(value) ?? sourceName(value) };
}

/** An element near the headline that the template calls a source. */
function marked(near: readonly PageLine[], _root: PageElement): Named | null {
  for (const line of near)
    for (const element of [line.element, ...elementsOf(line.element)]) {
      if (!sourceNames.test(namesOf(element)) || element.children.filter(isElement).length > 3) continue;
      const text = oneLine(rawText(element));
      const name = text.length <= 60 ? (sourceIn(text) ?? sourceName(text)) : null;
      if (name && !momentIn(name, 'UTC')) return { line, name };
    }
  return null;
}

/** The name right behind the moment, on its line or, set apart by the template, on the next. */
function unlabelled(near: readonly PageLine[], shown: WrittenMoment & { line: PageLine }): Named | null {
  const name = sourceAfter(shown.line.text, shown);
  return name ? { line: near.find((line) => line === shown.line) ?? null, name } : null;
}

function linkNamed(element: PageElement, name: string, facts: PageFacts): string | null {
  for (const child of elementsOf(element))
    if (child.tag === 'a' && child.attributes.href && oneLine(rawText(child)) === name) {
      const href = resolveAddress(child.attributes.href, facts.base);
      // A fragment of nothing is how templates write "no link".
      if (href && !/^https?:\/\/#?\/?$/.test(href)) return href;
    }
  return null;
}

function findAuthors(near: readonly PageLine[], facts: PageFacts): string[] {
  for (const { text } of near) {
    const names = text.length <= 160 ? authorsIn(text) : [];
    if (names.length > 0) return names;
  }
  const claimed = facts.linked?.authors.length
    ? facts.linked.authors
    : [metaValue(facts, 'author', 'article:author', 'dc.creator', 'byl', 'parsely-author') ?? ''];
  const publishers = [facts.siteName, facts.linked?.publisher].map((name) => name?.toLowerCase());
  const isSite = (name: string) => publishers.includes(name.toLowerCase()) || siteInTitle(facts.title).includes(name);
  return claimed.flatMap((name) => (isPerson(name) && !isSite(name) ? [name.replace(/^By\s+/i, '')] : []));
}

/** What stands behind the last separators of a page title. */
const siteInTitle = (title: string) =>
  title
    .split(/[_|｜—-]/)
    .slice(1)
    .join(' ');

/** A Chinese personal name, or two to five capitalised words. A site's name is neither. */
const isPerson = (name: string) =>
  (/^[\p{Script=Han}]{2,4}(?:·[\p{Script=Han}]{1,8})*$/u.test(name) &&
    !/[网報报社台刊]$|新闻|编辑|小编|频道/.test(name)) ||
  /^(?:By\s+)?\p{Lu}[\p{L}'.’-]*(?:\s\p{L}[\p{L}'.’-]*){1,4}$/u.test(name);
