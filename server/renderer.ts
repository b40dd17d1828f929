import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import inject from 'light-my-request';
import type { ReactNode } from 'react';
import { type FillContext, newFill, runFill } from '../db/content/fill-context.ts';
import type { Workshop } from './main.ts';
import type { Renderer } from './pages/fill.ts';
import { printPage } from './printing.ts';

/** What a route is told instead of a visitor's headers. */
const documentHeaders = { host: 'dateline.internal', accept: '*/*' };
/** A page as Next's own client asks for it: its server components run, and nothing is made into HTML. */
const pageHeaders = { ...documentHeaders, rsc: '1' };

/** What each route of a build exports for whoever serves it (Next's documentation: adapters, invoking entrypoints). */
type Entrypoint = {
  handler(request: IncomingMessage, response: ServerResponse, context: EntrypointContext): Promise<unknown>;
};
type EntrypointContext = { waitUntil(work: Promise<unknown>): void };

/** A route of the build, loaded when it is first asked for. */
type Route = { page: string; isPage: boolean; matches: RegExp; load(): Entrypoint };

const nothingLater: EntrypointContext = { waitUntil() {} };

/**
 * Next's routes as a function from an internal path to a page or document, called in process with a request made up here.
 * @throws when `folder` holds no production build
 */
export function openRenderer(folder: string): Pick<Workshop, 'render' | 'loadRoutes'> {
  const routes = readRoutes(folder);
  const render: Renderer = async (path, context) => {
    const asked = path.split('?', 1)[0] as string;
    const route = routes.find(({ matches }) => matches.test(asked));
    if (!route) throw new Error(`no route of the build makes ${path}`);
    const print: FillContext['print'] = { page: null };
    context.print = print;
    const dispatch = (request: IncomingMessage, response: ServerResponse) => {
      // Inside of the dispatch: the injector starts it outside of the caller's asynchronous context.
      runFill(context, () => route.load().handler(request, response, nothingLater)).catch((error: unknown) =>
        response.destroy(error as Error),
      );
    };
    const headers = route.isPage ? pageHeaders : documentHeaders;
    const { statusCode, headers: sent, payload } = await inject(dispatch, { method: 'GET', url: path, headers });
    if (!route.isPage) return { status: statusCode, type: String(sent['content-type'] ?? ''), body: payload };
    // Whatever went wrong, Next has logged it and told its own client, which would show it.
    if (!print.page) return { status: context.redirect ? 200 : 500, type: 'text/html', body: '' };
    const { language, tree } = print.page as { language: string; tree: ReactNode };
    const body = runFill(context, () => printPage({ language, tree, styleSheets: styleSheetsIn(payload) }));
    return { status: statusCode, type: 'text/html', body };
  };
  // Once they are all in memory, a build that another start makes in the same folder takes nothing from the site that runs.
  const loadRoutes = async (language: string) => {
    for (const { page } of routes) await render(addressOfNothing(page, language), newFill());
  };
  return { render, loadRoutes };
}

/** Routes in the order Next asks them, those of the pages folder. */
function readRoutes(folder: string): Route[] {
  // Routes look for their build's manifests from where the process runs.
  process.chdir(folder);
  const require = createRequire(join(folder, 'next.config.js'));
  // What Next's own server does before it loads a route: the global objects and the copy of React that routes expect.
  require('next/dist/server/node-environment.js');
  require('next/dist/server/require-hook.js');
  const build = join(folder, '.next');
  const { dynamicRoutes } = readJson<{ dynamicRoutes: { page: string; regex: string }[] }>(
    build,
    'routes-manifest.json',
  );
  const files = new Map(
    Object.entries(readJson<Record<string, string>>(build, 'server/app-paths-manifest.json')).map(([name, file]) => [
      name.replace('/(site)', '').replace(/\/(?:page|route)$/, ''),
      { file: join(build, 'server', file), isPage: name.endsWith('/page') },
    ]),
  );
  return dynamicRoutes.flatMap(({ page, regex }) => {
    const found = files.get(page);
    if (!found) return [];
    const { file, isPage } = found;
    return { page, isPage, matches: new RegExp(regex), load: () => require(file) as Entrypoint };
  });
}

const readJson = <T>(folder: string, name: string): T => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;

/** What stands for a route's parameter: nothing has these names, so the pages say that they are not there. */
const parameters: Record<string, string> = { '...date': '1999/01/01', file: '1', chunk: '1' };

const addressOfNothing = (page: string, language: string): string =>
  page.replace('[edition]', language).replaceAll(/\[(.*?)\]/g, (_, name: string) => parameters[name] ?? 'none');

/** The style sheets that React announces ahead of a page: hints of kind "L" (a link) for a style, one to a line. @throws without any */
function styleSheetsIn(flight: string): string[] {
  const sheets = Array.from(flight.matchAll(/^:HL\["([^"]+)","style"/gm), ([, href]) => href as string);
  if (sheets.length === 0) throw new Error('a page came without its style sheets');
  return sheets;
}
