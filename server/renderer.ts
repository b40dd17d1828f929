import type { IncomingMessage, ServerResponse } from 'node:http';
import inject from 'light-my-request';
import next from 'next';
import { runFill } from '../db/content/fill-context.ts';
import type { Renderer } from './pages/fill.ts';

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
    const dispatch = (request: IncomingMessage, response: ServerResponse) => {
      // Inside of the dispatch: the injector starts it outside of the caller's asynchronous context.
      runFill(context, () => handle(request, response)).catch((error: unknown) => response.destroy(error as Error));
    };
    const { statusCode, headers: sent, payload } = await inject(dispatch, { method: 'GET', url: path, headers });
    return { status: statusCode, type: String(sent['content-type'] ?? ''), body: payload };
  };
}
