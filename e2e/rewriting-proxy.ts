import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import { freePort } from './site-process.ts';

/** What somebody between the site and its visitors does to an answer. */
export type Rewrite = (answer: Passing) => void;
export type Passing = {
  path: string;
  asked: IncomingHttpHeaders;
  status: number;
  headers: Record<string, string>;
  body: string;
};

/** A proxy on a port of its own before a site on another, that can be told to rewrite what passes. */
export async function openProxy() {
  const port = await freePort();
  const proxy = { url: `http://localhost:${port}`, target: '', rewrite: null as Rewrite | null, close: () => {} };
  const server = createServer((incoming, outgoing) => {
    const headers = { ...incoming.headers, 'accept-encoding': 'identity', host: new URL(proxy.target).host };
    const call = request(proxy.target + incoming.url, { method: incoming.method, headers }, async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk as Buffer);
      const passing: Passing = {
        path: incoming.url ?? '',
        asked: incoming.headers,
        status: answer.statusCode ?? 0,
        headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)])),
        body: Buffer.concat(chunks).toString('utf8'),
      };
      proxy.rewrite?.(passing);
      const { 'content-length': _, 'transfer-encoding': __, ...kept } = passing.headers;
      outgoing.writeHead(passing.status, kept).end(passing.body);
    });
    call.on('error', () => outgoing.destroy());
    incoming.pipe(call);
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  proxy.close = () => {
    server.close();
    server.closeAllConnections();
  };
  return proxy;
}
