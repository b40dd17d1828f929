import {
  articlePath,
  authorPath,
  correctionsPath,
  frontPath,
  internalQuery,
  matchRoute,
  type Route,
  searchPath,
  sectionPath,
  sourcePath,
  tagPath,
} from './paths.ts';
import { type Edition, editionTag } from './site.ts';

/**
 * Addresses of what the site says to programs: feeds, sitemaps, Markdown, and the small files that describe the site.
 * Like pages they have one spelling each, and a reader of paths that is the inverse.
 */

export const feedFormats = ['rss', 'atom', 'json'] as const;
export type FeedFormat = (typeof feedFormats)[number];
/** Whole articles, or their standfirsts. */
export type FeedText = 'full' | 'summary';

/** A page whose articles can be subscribed to. */
export type FeedSubject =
  | { page: 'front' | 'corrections' }
  | { page: 'section'; section: string }
  | { page: 'tag' | 'author' | 'source'; slug: string }
  | { page: 'search'; query: string };

/** A document for programs. Those marked so exist once, at the root, for all editions. */
export type DataRoute =
  | { data: 'feed'; of: FeedSubject; format: FeedFormat; text: FeedText }
  | { data: 'markdown'; path: string }
  /** An article's record with its signature and history. */
  | { data: 'record'; path: string }
  /** Once: the newsroom's keys, the register of what is published, and a chunk of its places. */
  | { data: 'keys' }
  | { data: 'register' }
  | { data: 'places'; family: 'articles' | 'topics'; chunk: number }
  /** Once. */
  | { data: 'sitemap'; file: 'index' | 'pages' | number }
  | { data: 'news-sitemap' }
  | { data: 'llms' }
  /** Once. */
  | { data: 'security' }
  | { data: 'manifest' }
  | { data: 'opensearch' };

/** What a document has to be: the output firewall has one reader for each. */
export type DataType =
  | 'rss'
  | 'atom'
  | 'json-feed'
  | 'sitemap'
  | 'sitemap-index'
  | 'news-sitemap'
  | 'opensearch'
  | 'manifest'
  | 'markdown'
  | 'record'
  | 'keys'
  | 'register'
  | 'places'
  | 'text';

/** Media types, as the route handlers send them and the firewall wants them. */
export const contentTypes: Record<DataType, string> = {
  // The names of their own are unknown to browsers, which show the source then: with this one they take the stylesheet.
  rss: 'application/xml; charset=utf-8',
  atom: 'application/xml; charset=utf-8',
  'json-feed': 'application/feed+json; charset=utf-8',
  sitemap: 'application/xml; charset=utf-8',
  'sitemap-index': 'application/xml; charset=utf-8',
  'news-sitemap': 'application/xml; charset=utf-8',
  opensearch: 'application/opensearchdescription+xml; charset=utf-8',
  manifest: 'application/manifest+json; charset=utf-8',
  markdown: 'text/markdown; charset=utf-8',
  record: 'application/json; charset=utf-8',
  keys: 'application/json; charset=utf-8',
  register: 'application/json; charset=utf-8',
  places: 'application/json; charset=utf-8',
  text: 'text/plain; charset=utf-8',
};

export function dataTypeOf(route: DataRoute): DataType {
  switch (route.data) {
    case 'feed':
      return route.format === 'json' ? 'json-feed' : route.format;
    case 'sitemap':
      return route.file === 'index' ? 'sitemap-index' : 'sitemap';
    case 'llms':
    case 'security':
      return 'text';
    default:
      return route.data;
  }
}

type At = Pick<Edition, 'prefix'>;

const feedFiles: Record<FeedText, Record<FeedFormat, string>> = {
  full: { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' },
  summary: { rss: 'feed-summary.xml', atom: 'atom-summary.xml', json: 'feed-summary.json' },
};

export function feedPath(edition: At, of: FeedSubject, format: FeedFormat, text: FeedText = 'full'): string {
  const [path, query] = subjectPath(edition, of).split('?');
  return `${path === '/' ? '' : path}/${feedFiles[text][format]}${query ? `?${query}` : ''}`;
}

/** The page that shows what the feed holds. */
export function subjectPath(edition: At, of: FeedSubject): string {
  switch (of.page) {
    case 'search':
      return searchPath(edition, of.query);
    case 'front':
      return frontPath(edition);
    case 'corrections':
      return correctionsPath(edition);
    case 'section':
      return sectionPath(edition, of.section);
    case 'tag':
      return tagPath(edition, of.slug);
    case 'author':
      return authorPath(edition, of.slug);
    case 'source':
      return sourcePath(edition, of.slug);
  }
}

/** `path` is an article's canonical path, as its record holds it. */
export const markdownPath = (edition: At, path: string) => `${articlePath(edition, path)}.md`;
export const recordPath = (edition: At, path: string) => `${articlePath(edition, path)}.json`;
export const keysPath = '/.well-known/dateline.json';
export const registerPath = '/.well-known/dateline/register.json';
export const placesPath = (family: 'articles' | 'topics', chunk: number) =>
  `/.well-known/dateline/${family}-${chunk}.json`;
export const sitemapPath = (file: 'index' | 'pages' | number) =>
  file === 'index' ? '/sitemap.xml' : `/sitemap-${file}.xml`;
/** With it a feed is legible in a browser. */
export const feedStylesheetPath = '/feed.css';
export const newsSitemapPath = (edition: At) => `${edition.prefix}/sitemap-news.xml`;
export const llmsPath = (edition: At) => `${edition.prefix}/llms.txt`;
export const securityPath = '/.well-known/security.txt';
export const manifestPath = (edition: At) => `${edition.prefix}/manifest.webmanifest`;
export const opensearchPath = (edition: At) => `${edition.prefix}/opensearch.xml`;

/** The address of any document: `dataPathOf(edition, matchData(…))` is the canonical form of what was matched. */
export function dataPathOf(edition: At, route: DataRoute): string {
  switch (route.data) {
    case 'feed':
      return feedPath(edition, route.of, route.format, route.text);
    case 'markdown':
      return markdownPath(edition, route.path);
    case 'record':
      return recordPath(edition, route.path);
    case 'keys':
      return keysPath;
    case 'register':
      return registerPath;
    case 'places':
      return placesPath(route.family, route.chunk);
    case 'sitemap':
      return sitemapPath(route.file);
    case 'news-sitemap':
      return newsSitemapPath(edition);
    case 'llms':
      return llmsPath(edition);
    case 'security':
      return securityPath;
    case 'manifest':
      return manifestPath(edition);
    case 'opensearch':
      return opensearchPath(edition);
  }
}

const feedsByFile = new Map(
  (['full', 'summary'] as const).flatMap((text) =>
    feedFormats.map((format) => [feedFiles[text][format], { format, text }] as const),
  ),
);

const oncePerEdition: Record<string, DataRoute> = {
  'sitemap-news.xml': { data: 'news-sitemap' },
  'llms.txt': { data: 'llms' },
  'manifest.webmanifest': { data: 'manifest' },
  'opensearch.xml': { data: 'opensearch' },
};

/** Reads the part of a path after the edition's prefix. Null when no document has that shape. */
export function matchData(edition: At, path: string): DataRoute | null {
  const cut = path.lastIndexOf('/');
  const [folder, file] = [path.slice(0, cut), path.slice(cut + 1)];
  if (!file.includes('.')) return null;
  const feed = feedsByFile.get(file);
  if (feed) return matchFeed(folder, feed);
  const [, name = '', extension] = /^(.+)\.(md|json)$/.exec(file) ?? [];
  const route = extension ? matchRoute(`${folder}/${name}`) : null;
  if (route?.page === 'article') return { data: extension === 'md' ? 'markdown' : 'record', path: route.path };
  if (folder === '' && oncePerEdition[file]) return oncePerEdition[file];
  return edition.prefix === '' ? matchOnce(path) : null;
}

function matchFeed(folder: string, feed: { format: FeedFormat; text: FeedText }): DataRoute | null {
  const route = matchRoute(folder);
  const of = route && subjectOf(route);
  return of && { data: 'feed', of, ...feed };
}

/** What of a page can be subscribed to; null for a page that has no feed of its own. */
export function subjectOf(route: Route): FeedSubject | null {
  switch (route.page) {
    case 'front':
    case 'corrections':
      return { page: route.page };
    case 'section':
      return route.number === null ? { page: 'section', section: route.section } : null;
    case 'tag':
    case 'author':
    case 'source':
      return route.number === null ? { page: route.page, slug: route.slug } : null;
    case 'search':
      return { page: 'search', query: route.query };
    default:
      return null;
  }
}

function matchOnce(path: string): DataRoute | null {
  if (path === securityPath) return { data: 'security' };
  if (path === keysPath) return { data: 'keys' };
  if (path === registerPath) return { data: 'register' };
  const places = /^\/\.well-known\/dateline\/(articles|topics)-(0|[1-9]\d{0,5})\.json$/.exec(path);
  if (places) return { data: 'places', family: places[1] as 'articles' | 'topics', chunk: Number(places[2]) };
  const file = /^\/sitemap(?:-(pages|[1-9]\d{0,5}))?\.xml$/.exec(path);
  if (!file) return null;
  if (file[1] === undefined) return { data: 'sitemap', file: 'index' };
  return { data: 'sitemap', file: file[1] === 'pages' ? 'pages' : Number(file[1]) };
}

/** Where the renderer makes a document: the app router's folder for it. Only the server asks. */
export function internalDataPath(edition: Edition, route: DataRoute): string {
  const base = `/${editionTag(edition)}`;
  switch (route.data) {
    case 'feed': {
      const { page, ...rest } = route.of;
      const [name] = Object.values(rest);
      return `${base}/feed/${page}${internalQuery({ name, format: route.format, text: route.text })}`;
    }
    case 'markdown':
      return `${base}/markdown${route.path}`;
    case 'record':
      return `${base}/record${route.path}`;
    case 'places':
      return `${base}/places/${route.family}/${route.chunk}`;
    case 'sitemap':
      return `${base}/sitemap/${route.file}`;
    default:
      return `${base}/${route.data}`;
  }
}
