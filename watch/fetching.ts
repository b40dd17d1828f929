import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import type { Visitor } from './visitors.ts';

/** What a visitor got. Header names are lower-case; the body is decoded. */
export type Answer = { url: string; status: number; headers: ReadonlyMap<string, string>; body: string };

/** Nothing came back: the site is down or out of reach. That is no finding about what it says. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
}

const timeoutMs = 15_000;
const maxBytes = 32 * 1024 * 1024;
const decoders: Record<string, (bytes: Buffer) => Promise<Buffer>> = {
  br: promisify(brotliDecompress),
  gzip: promisify(gunzip),
};

/** Asks as a visitor, following nothing. Not `fetch`: it hides and adds headers. @throws NoAnswer */
export async function fetchAs(visitor: Visitor, url: string): Promise<Answer> {
  const response = await send(visitor, url);
  const encoding = response.headers['content-encoding'] ?? 'identity';
  try {
    const bytes = await readAll(response);
    const decode = decoders[encoding];
    const body = (decode ? await decode(bytes) : bytes).toString('utf8');
    return { url, status: response.statusCode ?? 0, headers: headersOf(response), body };
  } catch (error) {
    throw new NoAnswer(`${url}: ${(error as Error).message}`);
  }
}

function send(visitor: Visitor, url: string): Promise<IncomingMessage> {
  const request = url.startsWith('https:') ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const call = request(url, {
      headers: { ...visitor.headers, 'accept-encoding': 'br, gzip' },
      signal: AbortSignal.timeout(timeoutMs),
    });
    call.on('response', resolve);
    call.on('error', (error) => reject(new NoAnswer(`${url}: ${error.message}`)));
    call.end();
  });
}

async function readAll(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) {
      response.destroy();
      throw new Error(`larger than ${maxBytes} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Every header, repeated ones joined: a second policy or cookie must not be overlooked. */
function headersOf({ rawHeaders }: IncomingMessage): Map<string, string> {
  const headers = new Map<string, string>();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] as string).toLowerCase();
    const value = rawHeaders[index + 1] as string;
    headers.set(name, headers.has(name) ? `${headers.get(name)}, ${value}` : value);
  }
  return headers;
}
