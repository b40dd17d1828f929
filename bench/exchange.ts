import { Agent, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** One request at a time, for looking at pages; speed is measured by the load process. */

export type Answer = {
  status: number;
  rawHeaders: string[];
  /** As it came over the wire. */
  body: Buffer;
  /** Status line and headers, with the empty line that ends them. */
  headBytes: number;
};

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

export function exchange(port: number, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('error', reject).on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { rawHeaders, statusCode: status = 0, statusMessage } = response;
        const head = `HTTP/1.1 ${status} ${statusMessage}\r\n${headerLines(rawHeaders)}\r\n`;
        resolve({ status, rawHeaders, body: Buffer.concat(chunks), headBytes: Buffer.byteLength(head, 'latin1') });
      });
    });
    sent.on('error', reject).end();
  });
}

/** The page as text, whatever it was packed in. */
export async function readPage(port: number, path: string): Promise<{ status: number; html: string }> {
  const answer = await exchange(port, path, { 'accept-encoding': 'gzip' });
  return { status: answer.status, html: unpack(answer).toString('utf8') };
}

export function unpack({ rawHeaders, body }: Answer): Buffer {
  switch (headerOf(rawHeaders, 'content-encoding')) {
    case 'br':
      return brotliDecompressSync(body);
    case 'gzip':
      return gunzipSync(body);
    default:
      return body;
  }
}

export function headerOf(rawHeaders: readonly string[], name: string): string | undefined {
  const index = rawHeaders.findIndex((word, position) => position % 2 === 0 && word.toLowerCase() === name);
  return index < 0 ? undefined : rawHeaders[index + 1];
}

function headerLines(rawHeaders: readonly string[]): string {
  let lines = '';
  for (let index = 0; index < rawHeaders.length; index += 2)
    lines += `${rawHeaders[index]}: ${rawHeaders[index + 1]}\r\n`;
  return lines;
}
