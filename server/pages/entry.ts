import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib';
import type { FillContext } from '../../db/content/fill-context.ts';
import { contentTypes, type DataType } from '../../edition/data-paths.ts';
import type { FlatHeaders, SecurityHeaders } from '../http/headers.ts';
import type { Encoding } from '../http/negotiation.ts';

/** Bytes of a page in one encoding, with everything a response needs already written. */
export type Variant = { body: Buffer; etag: string; headers: FlatHeaders; notModified: FlatHeaders };

/** One document in the encodings asked for so far. */
export type Document = {
  status: number;
  /** Hash of the content; entity tags are this and the encoding. */
  hash: string;
  br: Variant;
  /** Made when somebody asks: nearly every client takes br. */
  gzip: Variant | null;
  identity: Variant | null;
  /** Headers that do not depend on the encoding. */
  common: FlatHeaders;
  /** Since when this is the content, in whole seconds (ms); null for pages, whose entity tags are enough. */
  since: number | null;
};

/** A page the reader chose a theme for. */
export type Theme = 'light' | 'dark';

export type Entry = {
  /** Canonical address. */
  key: string;
  status: number;
  /** Path the page moved to. Nothing else is served then. */
  location: string | null;
  document: Document | null;
  themed: Partial<Record<Theme, Promise<Document>>>;
  tags: readonly string[];
  /** What a reader of this page has read; null when it is no article's page. */
  article: FillContext['article'];
  /** Moment (ms) after which a request starts a refill and is still answered with this. */
  freshUntil: number;
  /** Moment (ms) after which this is not true any more. */
  notAfter: number;
  /** When a soft invalidation was noticed; null while it is current. */
  staleSince: number | null;
  /** No refill before this moment: the last one failed. */
  retryAt: number;
  hits: number;
};

/** What a document last held, and since when. */
export type Dated = { hash: string; since: number };
/** What a document's date follows from. `changedAt` is when its one article last changed; null where it has none. */
type Dating = { now: number; last: Dated | null; changedAt: number | null };

export type Content = {
  status: number;
  text: string;
  /** Every header but those of the content's bytes. */
  common: FlatHeaders;
};

const compressBr = promisify(brotliCompress);
const compressGzip = promisify(gzip);
const decompressBr = promisify(brotliDecompress);

export const brAtFill = 5;
export const brWhenPopular = 11;

/**
 * Compresses content with brotli and writes the headers of its responses. `dated` gives it a Last-Modified: feed readers
 * ask by that. The time is when the content came to be what it is, not that of its newest item: an item that leaves
 * makes the content new, and older items its newest. What one article says came with the article's last change.
 */
export async function makeDocument(
  { status, text, common: headers }: Content,
  dated: Dating | null = null,
): Promise<Document> {
  const bytes = Buffer.from(text);
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  const since = dated && status === 200 ? sinceWhen(hash, dated) : null;
  const common = since === null ? headers : [...headers, 'Last-Modified', new Date(since).toUTCString()];
  const document = { status, hash, common, since, gzip: null, identity: null };
  return { ...document, br: makeVariant(document, 'br', await brotli(bytes, brAtFill)) };
}

/** Two contents never share a second: whoever got the first of them would not be told of the other. */
function sinceWhen(hash: string, { now, last, changedAt }: Dating): number {
  if (last?.hash === hash) return last.since;
  const isTold = changedAt !== null && changedAt > (last?.since ?? Number.NEGATIVE_INFINITY);
  const since = isTold ? changedAt : Math.floor(now / 1000) * 1000;
  return Math.max(since, last ? last.since + 1000 : since);
}

export const pageHeaders = (
  page: { styleHash: string | null; language: string },
  security: SecurityHeaders,
): FlatHeaders => [
  ...security.page(page.styleHash),
  ...['Content-Type', 'text/html; charset=utf-8'],
  ...(page.language ? ['Content-Language', page.language] : []),
  ...['Cache-Control', publicPage, 'Vary', 'Accept-Encoding'],
];

/** A document's headers. `canonical` is the address of the page it says the same as. */
export const dataHeaders = (
  { type, canonical }: { type: DataType; canonical: string | null },
  security: SecurityHeaders,
): FlatHeaders => [
  ...(type === 'rss' || type === 'atom' ? security.styled : security.plain),
  ...['Content-Type', contentTypes[type]],
  ...(canonical ? ['Link', `<${canonical}>; rel="canonical"`] : []),
  // Programs read these; a search engine that showed one to people would show them the wrong thing.
  ...(canonical || type === 'manifest' ? [] : ['X-Robots-Tag', 'noindex']),
  ...['Cache-Control', publicPage, 'Vary', 'Accept-Encoding'],
];

/** The same headers for a page that is one reader's own. */
export const asPrivate = (headers: FlatHeaders): FlatHeaders =>
  headers.map((value) => (value === publicPage ? privatePage : value));

/** Makes the encodings that are not made at fill. Resolves to the bytes the document grew by. */
export async function addEncoding(document: Document, encoding: 'gzip' | 'identity'): Promise<number> {
  const text = await readText(document);
  const bytes = encoding === 'gzip' ? await compressGzip(text, { level: 6 }) : text;
  if (document[encoding]) return 0;
  document[encoding] = makeVariant(document, encoding, bytes);
  return bytes.length;
}

/** Browsers and proxies keep a page and ask each time whether it still stands. */
const publicPage = 'public, max-age=0, must-revalidate';
const privatePage = 'private, max-age=0, must-revalidate';

export function makeVariant(document: Pick<Document, 'hash' | 'common'>, encoding: Encoding, bytes: Buffer): Variant {
  const body = withoutSlack(bytes);
  const etag = encoding === 'identity' ? `"${document.hash}"` : `"${document.hash}-${encoding}"`;
  const encoded = encoding === 'identity' ? [] : ['Content-Encoding', encoding];
  const headers = [...document.common, ...encoded, 'ETag', etag, 'Content-Length', String(body.length)];
  return { body, etag, headers, notModified: notModifiedHeaders(document.common, etag) };
}

/** zlib hands out slices of 16 kB blocks; kept as they are, ten thousand pages would hold ten thousand blocks. */
function withoutSlack(bytes: Buffer): Buffer {
  if (bytes.length === bytes.buffer.byteLength) return bytes;
  const exact = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(exact);
  return exact;
}

/** A 304 repeats what a cache stores anew (RFC 9110 15.4.5). */
export function notModifiedHeaders(common: FlatHeaders, etag: string): FlatHeaders {
  const cacheControl = common[common.indexOf('Cache-Control') + 1] as string;
  return ['ETag', etag, 'Cache-Control', cacheControl, 'Vary', 'Accept-Encoding'];
}

export const readText = async (document: Document): Promise<Buffer> =>
  document.identity?.body ?? decompressBr(document.br.body);

export const brotli = (bytes: Buffer, quality: number): Promise<Buffer> =>
  compressBr(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      // 256 kB reach over any page. The default of 4 MB costs 32 MB of tables for every page compressed at 11.
      [constants.BROTLI_PARAM_LGWIN]: 18,
    },
  });

/** Bytes a document takes in memory, roughly. */
export const documentBytes = (document: Document): number =>
  document.br.body.length + (document.gzip?.body.length ?? 0) + (document.identity?.body.length ?? 0) + 2_048;
