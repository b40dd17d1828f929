import {
  type DataRoute,
  type DataType,
  dataPathOf,
  dataTypeOf,
  internalDataPath,
  matchData,
} from '../../edition/data-paths.ts';
import {
  editionAt,
  internalPath,
  matchRoute,
  pathOf,
  type Route,
  readScope,
  withoutGuessedPrefix,
} from '../../edition/paths.ts';
import type { Edition } from '../../edition/site.ts';

/** A page as the cache and the renderer know it. */
export type PageAddress = {
  /** Canonical path, percent-encoded, with the canonical query of a search: the key of the page cache. */
  key: string;
  /** What the renderer is asked for. */
  internal: string;
  /** Null for a document, and when no page of that shape exists; the `missing` page answers then. */
  page: Route['page'] | null;
  /** What a document for programs has to be; null for a page. */
  data: DataType | null;
  /** Search results: anybody can make up such addresses. */
  isSearch: boolean;
};

export type Target =
  | {
      kind: 'page';
      address: PageAddress /** Another spelling was asked for: the page lives at `address.key`. */;
      moved: boolean;
    }
  | { kind: 'file'; path: string }
  | { kind: 'bad'; status: 400 | 414; reason: string };

/** Longest request target, in bytes. The longest page address (a search) stays below. */
export const maxTargetLength = 2_048;
const maxQueryCharacters = 120;

/**
 * Reads a request target (`/path?query`, latin-1 as node:http hands it over) into one page and its one address.
 * Upper case, trailing and doubled slashes and needless percent-encoding are other spellings of the same page.
 */
export function readTarget(editions: readonly Edition[], target: string): Target {
  if (target.length > maxTargetLength) return bad(414, `target of ${target.length} bytes`);
  const relative = withoutOrigin(target);
  if (relative === null) return bad(400, 'target is not a path');
  const mark = relative.indexOf('?');
  const rawPath = mark < 0 ? relative : relative.slice(0, mark);
  const path = decodePath(rawPath);
  if (path === null) return bad(400, 'path is not percent-encoded UTF-8 without control characters');
  const segments = path.split('/').filter(Boolean);
  if (segments.some((segment) => segment === '.' || segment === '..')) return bad(400, 'path holds dot segments');
  if (segments[0] === 'media' || segments[0] === '_next') return { kind: 'file', path: rawPath };
  const canonical = segments.map((segment) => segment.toLowerCase()).join('/');
  const query = mark < 0 ? '' : relative.slice(mark + 1);
  return readPage(editions, `/${canonical}`, rawPath, query);
}

function readPage(editions: readonly Edition[], path: string, rawPath: string, rawQuery: string): Target {
  const guessed = withoutGuessedPrefix(editions, path);
  if (guessed !== null) {
    const target = readPage(editions, guessed, rawPath, rawQuery);
    if (target.kind === 'page' && (target.address.page ?? target.address.data)) return target;
  }
  const edition = editionAt(editions, path);
  const ownPath = path === '/' ? '' : path.slice(edition.prefix.length);
  const data = matchData(edition, ownPath);
  if (data) return readData(edition, data, rawPath, rawQuery);
  const matched = matchRoute(ownPath);
  const route = matched?.page === 'search' ? readSearch(rawQuery) : matched;
  if (route === 'malformed') return malformedQuery;
  const internal = internalPath(edition, route, path);
  if (route === null) {
    // Old addresses are known to the missing page; it is asked at once, so that they move in one hop.
    // A search that is none has its own entry: the search page has this path.
    const key = matched === null ? encodePath(path) : `${encodePath(path)}?none`;
    const address = { key, internal, page: null, data: null, isSearch: false };
    return { kind: 'page', address, moved: false };
  }
  const address = { internal, page: route.page, data: null, isSearch: route.page === 'search' };
  return located({ key: pathOf(edition, route), ...address }, rawPath);
}

/** Documents are found like pages; the feed of a search takes the search's words. */
function readData(edition: Edition, matched: DataRoute, rawPath: string, rawQuery: string): Target {
  const isSearch = matched.data === 'feed' && matched.of.page === 'search';
  const search = isSearch ? readSearch(rawQuery) : null;
  if (search === 'malformed') return malformedQuery;
  const route = isSearch ? { ...matched, of: { page: 'search' as const, query: search?.query ?? '' } } : matched;
  const internal = internalDataPath(edition, route);
  const address = { internal, page: null, data: dataTypeOf(route), isSearch };
  return located({ key: dataPathOf(edition, route), ...address }, rawPath);
}

const located = (address: PageAddress, rawPath: string): Target => ({
  kind: 'page',
  address,
  moved: rawPath !== address.key.split('?', 1)[0],
});

const searchParameters = new Set(['q', 'section', 'author', 'source', 'from', 'to', 'sort', 'before', 'page']);

/** The parameters of a search; every other one is somebody else's, and one that names nothing narrows nothing. */
function readSearch(rawQuery: string): Extract<Route, { page: 'search' }> | null | 'malformed' {
  if (rawQuery === '') return { page: 'search', query: '', number: null };
  const given: Record<string, string> = {};
  for (const pair of rawQuery.split('&')) {
    const [name, value] = pair.split('=', 2) as [string, string | undefined];
    if (!searchParameters.has(name)) continue;
    const text = decode((value ?? '').replaceAll('+', ' '));
    if (text === null) return 'malformed';
    given[name] = text.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
  }
  const query = [...(given.q ?? '')].slice(0, maxQueryCharacters).join('');
  const page = given.page ?? '';
  if (page !== '' && !/^[1-9]\d{0,5}$/.test(page)) return null;
  const scope = readScope(given);
  const isEmpty = query === '' && Object.values(scope).every((value) => value === null);
  const number = page === '' ? null : Number(page);
  if (isEmpty && number !== null) return null;
  return { page: 'search', query, number, ...(Object.values(scope).some((value) => value !== null) && { scope }) };
}

const bad = (status: 400 | 414, reason: string): Target => ({ kind: 'bad', status, reason });
const malformedQuery = bad(400, 'query is not percent-encoded UTF-8 without control characters');

/** RFC 9112 3.2.2: a server takes the absolute form too. Which host it names is of no interest here. */
function withoutOrigin(target: string): string | null {
  const relative = target.startsWith('/') ? target : target.replace(/^https?:\/\/[^/?#]*/i, '');
  if (relative === target && !target.startsWith('/')) return null;
  const fragment = relative.indexOf('#');
  const path = fragment < 0 ? relative : relative.slice(0, fragment);
  return path.startsWith('/') ? path : `/${path}`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controls = /[\u0000-\u001f\u007f-\u009f]/;
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

function decodePath(raw: string): string | null {
  return decode(raw)?.normalize('NFC') ?? null;
}

function decode(raw: string): string | null {
  try {
    // Bytes above 0x7f arrive as latin-1 characters; browsers of old sent UTF-8 like that.
    const ascii = /[\u0080-\u00ff]/.test(raw) ? strictUtf8.decode(Buffer.from(raw, 'latin1')) : raw;
    const text = decodeURIComponent(ascii);
    return controls.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** The one encoded spelling of a decoded path; decoding it again gives the same path, so no two paths share a key. */
const encodePath = (path: string) => path.split('/').map(encodeURIComponent).join('/');
