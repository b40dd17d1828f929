import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import inject from 'light-my-request';
import next from 'next';
import type { ReactNode } from 'react';
import { newFill, runFill } from '../db/content/fill-context.ts';
import type { Renderer } from './pages/fill.ts';
import { printInto } from './printing.ts';

/** What the renderer is told instead of a visitor's headers. Without a User-Agent it would stream the metadata. */
const headers = { host: 'dateline.internal', 'user-agent': 'dateline-fill', accept: '*/*' };

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Next as a function from an internal path to a page or document, called in process with a request made up here.
 * @throws when `folder` holds no production build
 */
export async function openRenderer(folder: string): Promise<Renderer> {
  const app = next({ dev: false, dir: folder, hostname: 'dateline.internal', port: 80, quiet: true });
  await app.prepare();
  const handle = app.getRequestHandler() as Handle;
  return async (path, context) => {
    const print: { tree: unknown } = { tree: null };
    context.print = print;
    const dispatch = (request: IncomingMessage, response: ServerResponse) => {
      // Inside of the dispatch: the injector starts it outside of the caller's asynchronous context.
      runFill(context, () => handle(request, response)).catch((error: unknown) => response.destroy(error as Error));
    };
    const { statusCode, headers: sent, payload } = await inject(dispatch, { method: 'GET', url: path, headers });
    const body = print.tree ? runFill(context, () => printInto(payload, print.tree as ReactNode)) : payload;
    return { status: statusCode, type: String(sent['content-type'] ?? ''), body };
  };
}

/** What stands for a route's parameter: nothing has these names, so the pages say that they are not there. */
const parameters: Record<string, string> = { '...date': '1999/01/01', file: '1', chunk: '1' };

/**
 * Has the renderer load every route of the build, for it loads each when it is first asked for. Once they are all in memory,
 * a build that another start makes in the same folder takes nothing from the site that runs.
 */
export async function loadRoutes(folder: string, render: Renderer, language: string): Promise<void> {
  const manifest = await readFile(join(folder, '.next/server/app-paths-manifest.json'), 'utf8');
  for (const route of Object.keys(JSON.parse(manifest) as Record<string, string>)) {
    const [, path] = /^\/\(site\)(\/\[edition\].*)\/(?:page|route)$/.exec(route) ?? [];
    if (path === undefined) continue;
    const address = path
      .replace('[edition]', language)
      .replaceAll(/\[(.*?)\]/g, (_, name: string) => parameters[name] ?? 'none');
    await render(address, newFill());
  }
}
