import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import next from 'next';
import { type FillContext, newFill, runFill } from '../db/content/fill-context.ts';
import { publishedSite } from '../db/content/invalidation.ts';
import type { Config } from './config.ts';
import { readTarget } from './http/address.ts';
import { answer } from './http/answer.ts';
import { drain, listen } from './http/listener.ts';
import { answerMedia } from './http/media.ts';
import { smallAnswers, smallHeaders } from './http/small-answers.ts';
import type { Log } from './log.ts';
import type { RunningSite } from './main.ts';
import { Editions } from './pages/editions.ts';

/**
 * `npm run dev`: the same addresses, rendered anew for every request, reloading when a file changes. Not for the public: what
 * Next makes here, scripts and all, passes no firewall.
 */
export async function startDevelopmentSite(
  config: Config,
  { folder, log }: { folder: string; log: Log },
): Promise<RunningSite> {
  const editions = new Editions(publishedSite, log);
  const small = smallAnswers(config);
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      log.error({ path: request.url, reason: String(error) }, 'a request failed');
      response.destroy();
    });
  });
  const app = next({ dev: true, dir: folder, hostname: config.host, port: config.port, httpServer: server });
  await app.prepare();
  const render = app.getRequestHandler();
  const upgrade = app.getUpgradeHandler() as (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>;
  // Pages that are open listen for changes; whoever stops the server does not wait for them.
  const listeners = new Set<Duplex>();
  server.on('upgrade', (request, socket, head) => {
    listeners.add(socket);
    socket.once('close', () => listeners.delete(socket));
    void upgrade(request, socket, head);
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url as string).split('?', 1)[0] as string;
    const found = small.get(path);
    if (found) return answer(request, response, 200, smallHeaders(found, []), found.body);
    if (path === '/healthz') return answer(request, response, 200, ['Content-Type', 'application/json'], '{"ok":true}');
    if (path.startsWith('/_next/') || path.startsWith('/__next')) return render(request, response);
    await editions.refresh();
    const target = readTarget(editions.current, request.url as string);
    if (target.kind === 'bad') return answer(request, response, target.status, []);
    if (target.kind === 'file') {
      if (await answerMedia(request, response, target.path, { folder: join(config.dataDir, 'media'), headers: [] }))
        return;
      return answer(request, response, 404, []);
    }
    if (target.moved) return answer(request, response, 301, ['Location', target.address.key]);
    request.url = target.address.internal;
    const context = newFill();
    applyOnHead(response, context);
    await runFill(context, () => render(request, response));
  }

  const port = await listen(server, config);
  return {
    port,
    stop() {
      for (const socket of listeners) socket.destroy();
      return drain(server);
    },
  };
}

/** A page says its status and redirect while it renders; they are known when the head of the response is written. */
function applyOnHead(response: ServerResponse, context: FillContext): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    if (context.redirect) response.setHeader('Location', context.redirect.path);
    return writeHead(context.redirect?.status ?? context.status ?? status, ...rest);
  }) as typeof response.writeHead;
}
