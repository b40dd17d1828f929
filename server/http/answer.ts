import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FlatHeaders } from './headers.ts';

/** Writes one small answer. A HEAD request gets the same header and no body. */
export function answer(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: FlatHeaders,
  body: string | Buffer = '',
): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  response.writeHead(status, [...headers, 'Content-Length', String(bytes.length)]);
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** A client that sends a body with a request that has none is let go: the body is never read. */
export function closeIfBodied(request: IncomingMessage, response: ServerResponse): void {
  const { 'content-length': length, 'transfer-encoding': coding } = request.headers;
  if ((length !== undefined && length !== '0') || coding !== undefined) response.shouldKeepAlive = false;
}
