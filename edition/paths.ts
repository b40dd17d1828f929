import { type Language, slugPattern } from '../article/record.ts';
import { type Edition, editionTag } from './site.ts';

/** The only place that spells a URL: one function per page, and the reader of paths that is their inverse. */

export type Day = { year: number; month: number; day: number };

/** A reader page. `number` counts list pages from the oldest, so a page's address keeps its content. */
export type Route =
  | { page: 'front' }
  | { page: 'section'; section: string; number: number | null }
  | { page: 'day'; section: string | null; day: Day }
  | { page: 'article'; path: string }
  | { page: 'tag' | 'author' | 'source'; slug: string; number: number | null }
  | { page: 'archive'; year: number | null; month: number | null }
  | { page: 'search'; query: string; number: number | null; scope?: SearchScope }
  | { page: 'ranking'; order: RankingOrder; section: string | null }
  | { page: 'about' }
  | { page: 'corrections' };

/** What a ranking ranks by: reads within a window, or how much more an article is read than it was. The first is the usual one. */
export const rankingOrders = ['day', 'hour', 'week', 'rising'] as const;
export type RankingOrder = (typeof rankingOrders)[number];

/** What a search is narrowed to, and how its results stand; null narrows nothing. Days are written `2026-03-01`, both included. */
export type SearchScope = {
  section: string | null;
  author: string | null;
  source: string | null;
  from: string | null;
  to: string | null;
  sort: 'newest' | null;
  /** Only what is older than this article, by the newsroom's number: where a search goes on that found very much. */
  before: number | null;
};

export const wholeSite: SearchScope = {
  ...{ section: null, author: null, source: null, from: null, to: null, sort: null, before: null },
};

/** Words no section may have for its slug: they are the first segments of other pages. */
export const reservedSegments: ReadonlySet<string> = new Set([
  'tag',
  'author',
  'source',
  'archive',
  'search',
  'about',
  'corrections',
  'ranking',
  'page',
  'theme',
  'media',
  'healthz',
  'feed',
  'sitemap',
  'robots',
  'zh-hans',
  'zh-hant',
  'zh',
  'zh-cn',
  'zh-tw',
  'zh-hk',
  'en',
  'desk',
  'api',
  '_next',
  'assets',
]);

type At = Pick<Edition, 'prefix'>;
const at = (edition: At, path: string) => (edition.prefix + path || '/') as `/${string}`;
const two = (n: number) => String(n).padStart(2, '0');
const dayPath = (day: Day) => `/${day.year}/${two(day.month)}/${two(day.day)}`;
const paged = (path: string, number: number | null | undefined) => (number ? `${path}/page/${number}` : path);

export const frontPath = (edition: At) => at(edition, '');
export const sectionPath = (edition: At, section: string, number?: number | null) =>
  at(edition, paged(`/${section}`, number));
export const sectionDayPath = (edition: At, section: string, day: Day) => at(edition, `/${section}${dayPath(day)}`);
/** `path` is an article's canonical path, as its record holds it. */
export const articlePath = (edition: At, path: string) => at(edition, path);
export const tagPath = (edition: At, slug: string, number?: number | null) =>
  at(edition, paged(`/tag/${slug}`, number));
export const authorPath = (edition: At, slug: string, number?: number | null) =>
  at(edition, paged(`/author/${slug}`, number));
export const sourcePath = (edition: At, slug: string, number?: number | null) =>
  at(edition, paged(`/source/${slug}`, number));
export const archivePath = (edition: At, year?: number | null, month?: number | null) =>
  at(edition, `/archive${year ? `/${year}${month ? `/${two(month)}` : ''}` : ''}`);
export const archiveDayPath = (edition: At, day: Day) => at(edition, `/archive${dayPath(day)}`);
/** Parameters always stand in the same order, so that one search has one address. */
export const searchPath = (edition: At, query?: string, number?: number | null, scope: SearchScope = wholeSite) =>
  at(edition, `/search${internalQuery(searchParameters(query ?? '', number ?? null, scope))}`);

const searchParameters = (
  query: string,
  number: number | null,
  { section, author, source, from, to, sort, before }: SearchScope,
) => ({
  ...{ q: query, section, author, source, from, to, sort, before, page: number },
});
export const rankingPath = (edition: At, order: RankingOrder = 'day', section: string | null = null) =>
  at(
    edition,
    `/ranking${order === 'day' && section === null ? '' : `/${order}`}${section === null ? '' : `/${section}`}`,
  );
export const aboutPath = (edition: At) => at(edition, '/about');
export const correctionsPath = (edition: At) => at(edition, '/corrections');
export const mediaPath = (name: string) => `/media/${name}`;
/** Where the theme form posts to; the choice is kept in a cookie. */
export const themePath = '/theme';

/** An article's canonical path, without an edition's prefix; the date is the day of publication in the site's time zone. */
export const canonicalArticlePath = (section: string, day: Day, slug: string) => `/${section}${dayPath(day)}/${slug}`;

/** The section a page stands in: its own, its day's, its ranking's or its article's. */
export function sectionOf(route: Route): string | null {
  if (route.page === 'article') return sectionOfArticle(route.path);
  return route.page === 'section' || route.page === 'day' || route.page === 'ranking' ? route.section : null;
}

/** An article's canonical path starts with its section's, up to the year. */
const sectionOfArticle = (path: string): string => path.slice(1, path.search(/\/\d{4}\//));

/** The address of any route: `pathOf(edition, matchPath(…).route)` is the canonical form of what was matched. */
export function pathOf(edition: At, route: Route): string {
  switch (route.page) {
    case 'front':
      return frontPath(edition);
    case 'section':
      return sectionPath(edition, route.section, route.number);
    case 'day':
      return route.section ? sectionDayPath(edition, route.section, route.day) : archiveDayPath(edition, route.day);
    case 'article':
      return articlePath(edition, route.path);
    case 'tag':
      return tagPath(edition, route.slug, route.number);
    case 'author':
      return authorPath(edition, route.slug, route.number);
    case 'source':
      return sourcePath(edition, route.slug, route.number);
    case 'archive':
      return archivePath(edition, route.year, route.month);
    case 'search':
      return searchPath(edition, route.query, route.number, route.scope);
    case 'ranking':
      return rankingPath(edition, route.order, route.section);
    case 'about':
      return aboutPath(edition);
    case 'corrections':
      return correctionsPath(edition);
  }
}

/**
 * Reads a decoded, lower-case path without a trailing slash. Null when no page of that shape exists;
 * whether the article, tag or page number exists is for the page to say.
 */
export function matchPath(editions: readonly Edition[], path: string): { edition: Edition; route: Route | null } {
  const edition = editionAt(editions, path);
  return { edition, route: matchRoute(path.slice(edition.prefix.length)) };
}

/** The edition a path lies in. */
export function editionAt(editions: readonly Edition[], path: string): Edition {
  const root = editions.find((edition) => edition.prefix === '') ?? (editions[0] as Edition);
  const prefixed = editions.find(({ prefix }) => prefix && (path === prefix || path.startsWith(`${prefix}/`)));
  return prefixed ?? root;
}

/** What people and other sites call the language of an edition, as the first segment of a path. */
const languageSegments = new Map<string, readonly Language[]>(
  Object.entries({
    zh: ['zh-Hans', 'zh-Hant'],
    'zh-hans': ['zh-Hans'],
    'zh-cn': ['zh-Hans'],
    'zh-hant': ['zh-Hant'],
    'zh-tw': ['zh-Hant'],
    'zh-hk': ['zh-Hant'],
    en: ['en'],
  }),
);

/** The path in the edition whose language its first segment names, where that is no edition's prefix; null where it names none. */
export function withoutGuessedPrefix(editions: readonly Edition[], path: string): string | null {
  const segment = path.split('/', 2)[1] ?? '';
  if (editions.some(({ prefix }) => prefix === `/${segment}`)) return null;
  const named = languageSegments.get(segment) ?? [];
  const edition = editions.find(({ language }) => named.includes(language));
  return edition ? edition.prefix + path.slice(segment.length + 1) || '/' : null;
}

/** The scope that parameters of a search name; what names nothing narrows nothing. */
export function readScope(parameters: Readonly<Record<string, string | undefined>>): SearchScope {
  const { section, author, source, from, to, sort, before } = parameters;
  return {
    section: section !== undefined && readSection(section.split('/')) === section ? section : null,
    author: isSlug(author) ? author : null,
    source: isSlug(source) ? source : null,
    from: isDay(from) ? from : null,
    to: isDay(to) ? to : null,
    sort: sort === 'newest' ? sort : null,
    before: before !== undefined && /^[1-9]\d{0,14}$/.test(before) ? Number(before) : null,
  };
}

const isDay = (text: string | undefined): text is string =>
  text !== undefined && readDay(...(text.split('-') as [string, string, string])) !== null;

/** The page at the part of a path after the edition's prefix. */
export function matchRoute(path: string): Route | null {
  const segments = path.split('/').filter(Boolean);
  const [first, second, third, fourth] = segments;
  if (first === undefined) return { page: 'front' };
  if (first === 'tag' || first === 'author' || first === 'source') {
    const { rest, number } = splitPage(segments);
    return rest.length === 2 && isSlug(second) && number !== undefined ? { page: first, slug: second, number } : null;
  }
  if (first === 'archive') {
    if (segments.length === 4) {
      const day = readDay(second, third, fourth);
      return day && { page: 'day', section: null, day };
    }
    return readArchive(segments);
  }
  if (first === 'ranking') return readRanking(segments);
  if (segments.length === 1 && (first === 'about' || first === 'corrections')) return { page: first };
  if (segments.length === 1 && first === 'search') return { page: 'search', query: '', number: null };
  return reservedSegments.has(first) ? null : matchSection(segments);
}

function matchSection(segments: string[]): Route | null {
  const dated = segments.findIndex((segment) => /^\d{4}$/.test(segment));
  if (dated > 0) {
    const section = readSection(segments.slice(0, dated));
    const day = readDay(...(segments.slice(dated, dated + 3) as [string, string, string]));
    const rest = segments.slice(dated + 3);
    if (!section || !day || rest.length > 1) return null;
    if (rest.length === 0) return { page: 'day', section, day };
    return isSlug(rest[0]) ? { page: 'article', path: canonicalArticlePath(section, day, rest[0]) } : null;
  }
  const { rest, number } = splitPage(segments);
  const section = readSection(rest);
  return section && number !== undefined ? { page: 'section', section, number } : null;
}

const isSlug = (segment: string | undefined): segment is string =>
  segment !== undefined && segment.length <= 80 && slugPattern.test(segment);

function readSection(segments: string[]): string | null {
  const fits = segments.length >= 1 && segments.length <= 2 && segments.every((s) => isSlug(s) && s !== 'page');
  return fits ? segments.join('/') : null;
}

/** Takes `/page/N` off the end; `number` is undefined when it is there and malformed. */
function splitPage(segments: string[]): { rest: string[]; number: number | null | undefined } {
  const marker = segments.indexOf('page');
  if (marker < 0) return { rest: segments, number: null };
  const written = segments[marker + 1] ?? '';
  const fits = marker === segments.length - 2 && /^[1-9]\d{0,6}$/.test(written);
  return { rest: segments.slice(0, marker), number: fits ? Number(written) : undefined };
}

function readDay(year?: string, month?: string, day?: string): Day | null {
  const text = `${year}-${month}-${day}`;
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const date = new Date(`${text}T00:00:00Z`);
  const real = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && date.getUTCFullYear() >= 1600;
  return real ? { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() } : null;
}

function readArchive([, year, month, ...rest]: string[]): Route | null {
  if (rest.length > 0) return null;
  if (year === undefined) return { page: 'archive', year: null, month: null };
  if (!readDay(year, month ?? '01', '01')) return null;
  return { page: 'archive', year: Number(year), month: month === undefined ? null : Number(month) };
}

function readRanking([, written = 'day', ...rest]: string[]): Route | null {
  const order = rankingOrders.find((candidate) => candidate === written);
  const section = rest.length > 0 ? readSection(rest) : null;
  return order && (section !== null || rest.length === 0) ? { page: 'ranking', order, section } : null;
}

/**
 * Where the renderer keeps a page: the app router's folder for it. Only the server asks, to fill its cache.
 * A null route is the page that says so (`missing`), which also knows old addresses.
 */
export function internalPath(edition: Edition, route: Route | null, requested: string): string {
  const base = `/${editionTag(edition)}`;
  const query = internalQuery;
  if (route === null) return `${base}/missing${query({ path: requested })}`;
  switch (route.page) {
    case 'front':
      return base;
    case 'section':
      return `${base}/section/${route.section}${query({ page: route.number })}`;
    case 'day':
      return `${base}/day${dayPath(route.day)}${query({ section: route.section })}`;
    case 'article':
      return `${base}/article${route.path}`;
    case 'tag':
    case 'author':
    case 'source':
      return `${base}/${route.page}/${route.slug}${query({ page: route.number })}`;
    case 'archive':
      return `${base}/archive${query({ year: route.year, month: route.month })}`;
    case 'search':
      return `${base}/search${query(searchParameters(route.query, route.number, route.scope ?? wholeSite))}`;
    case 'ranking':
      return `${base}/ranking${query({ order: route.order, section: route.section })}`;
    case 'about':
    case 'corrections':
      return `${base}/${route.page}`;
  }
}

/** A query of the parameters that say something. */
export function internalQuery(parameters: Record<string, string | number | null | undefined>): string {
  const present = Object.entries(parameters).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  return present.length > 0 ? `?${present.map(([k, v]) => `${k}=${encodeURIComponent(String(v))}`).join('&')}` : '';
}
