import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  addEncoding,
  asPrivate,
  type Document,
  documentBytes,
  type Entry,
  makeDocument,
  notModifiedHeaders,
  readText,
  type Theme,
} from '../pages/entry.ts';
import { answer } from './answer.ts';
import { isUnmodified, matchingTag } from './conditional.ts';
import type { FlatHeaders, SecurityHeaders } from './headers.ts';
import { negotiate } from './negotiation.ts';
import { withTheme } from './theme.ts';

export type Responder = {
  security: SecurityHeaders;
  /** Told when an entry gained an encoding or a theme. */
  grown(entry: Entry, bytes: number): void;
};

/**
 * Answers from a document that is at hand, without waiting. False when the encoding asked for has to be made first.
 * Everything on this way is done for every cached hit: 40 µs is all there is.
 */
export function respondAtOnce(request: IncomingMessage, response: ServerResponse, document: Document): boolean {
  const { headers } = request;
  const encoding = negotiate(headers['accept-encoding']);
  const variant = encoding === null ? null : document[encoding];
  if (!variant) return false;
  const known = headers['if-none-match'];
  if (known === undefined && document.since !== null && isUnmodified(headers['if-modified-since'], document.since)) {
    response.writeHead(304, variant.notModified);
    response.end();
    return true;
  }
  if (known !== undefined && document.status === 200) {
    const tag = known === variant.etag ? known : matchingTag(known, document.hash);
    if (tag !== null) {
      const etag = tag === '*' ? variant.etag : tag;
      response.writeHead(304, etag === variant.etag ? variant.notModified : notModifiedHeaders(document.common, etag));
      response.end();
      return true;
    }
  }
  response.writeHead(document.status, variant.headers);
  response.end(request.method === 'HEAD' ? undefined : variant.body);
  return true;
}

/** Answers with an entry in the encoding and theme the reader has; makes what is not at hand. */
export async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  entry: Entry,
  theme: Theme | null,
  { security, grown }: Responder,
): Promise<void> {
  if (entry.location !== null) return redirect(request, response, entry.status, entry.location, security.plain);
  if (!entry.document) throw new Error('a page without a document');
  const plain = entry.document;
  // What is dated is for programs and has no look.
  const document = theme === null || plain.since !== null ? plain : await themed(entry, plain, theme, grown);
  const encoding = negotiate(request.headers['accept-encoding']);
  if (encoding === null) return answer(request, response, 406, [...security.plain, 'Cache-Control', 'no-store']);
  if (encoding !== 'br' && !document[encoding]) grown(entry, await addEncoding(document, encoding));
  respondAtOnce(request, response, document);
}

/** A page that moved, for good (301) or for now (302). */
export function redirect(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  location: string,
  headers: FlatHeaders,
): void {
  // A wrong permanent redirect would stay in browsers for ever; an hour is enough to save the hops.
  const cacheControl = status === 301 ? 'public, max-age=3600' : 'no-store';
  answer(request, response, status, [...headers, 'Location', location, 'Cache-Control', cacheControl]);
}

/** The same page with the reader's theme on its html element, made once and kept beside the plain one. */
function themed(entry: Entry, plain: Document, theme: Theme, grown: Responder['grown']): Promise<Document> {
  const known = entry.themed[theme];
  if (known) return known;
  const made = makeThemed(plain, theme);
  entry.themed[theme] = made;
  made.then(
    (document) => grown(entry, documentBytes(document)),
    () => delete entry.themed[theme],
  );
  return made;
}

async function makeThemed(plain: Document, theme: Theme): Promise<Document> {
  const text = withTheme((await readText(plain)).toString(), theme);
  return makeDocument({ status: plain.status, text, common: asPrivate(plain.common) });
}
