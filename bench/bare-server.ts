import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The baseline, run as a process of its own: `node:http` that answers every request with the one response its parent
 * last sent. There is nothing it could leave out and still say the same bytes.
 */

export type BareResponse = { status: number; headers: string[]; body: string };

let current: { status: number; headers: string[]; body: Buffer } = { status: 503, headers: [], body: Buffer.alloc(0) };

const server = createServer((_request, response) => {
  response.writeHead(current.status, current.headers);
  response.end(current.status === 304 ? undefined : current.body);
});
// The same Keep-Alive header as the site's.
server.keepAliveTimeout = 20_000;
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));

process.on('message', ({ status, headers, body }: BareResponse) => {
  current = { status, headers, body: Buffer.from(body, 'base64') };
  process.send?.({ ready: true });
});
process.on('disconnect', () => process.exit(0));
