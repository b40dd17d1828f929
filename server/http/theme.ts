import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Edition } from '../../edition/site.ts';
import type { Theme } from '../pages/entry.ts';
import { readTarget } from './address.ts';
import { answer } from './answer.ts';
import type { FlatHeaders } from './headers.ts';

const maxBody = 256;
const year = 31_536_000;

/** The theme a reader chose, from the Cookie header; null for whoever follows the system's preference. */
export function chosenTheme(cookie: string | undefined): Theme | null {
  const found = cookie === undefined ? null : /(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(cookie);
  return found ? (found[1] as Theme) : null;
}

/** The page as that theme shows it: the html element says which. */
export const withTheme = (html: string, theme: Theme): string => html.replace('<html', `<html data-theme="${theme}"`);

/** Answers the theme form: keeps the choice in a cookie and sends the reader back to the page they were on. */
export async function answerTheme(
  request: IncomingMessage,
  response: ServerResponse,
  options: { editions: readonly Edition[]; secure: boolean; headers: FlatHeaders },
): Promise<void> {
  const noStore = [...options.headers, 'Cache-Control', 'no-store'];
  // Other sites have no business here; browsers say where a form stood.
  if (request.headers['sec-fetch-site'] === 'cross-site') return answer(request, response, 403, noStore);
  const body = await readBody(request);
  const theme = body === null ? null : new URLSearchParams(body).get('theme');
  if (theme !== 'auto' && theme !== 'light' && theme !== 'dark') {
    response.shouldKeepAlive = false;
    return answer(request, response, body === null ? 413 : 400, noStore);
  }
  const age = theme === 'auto' ? 0 : year;
  const cookie = `theme=${theme}; Path=/; Max-Age=${age}; SameSite=Lax; HttpOnly${options.secure ? '; Secure' : ''}`;
  const location = sameSitePath(options.editions, request.headers.referer);
  answer(request, response, 303, [...noStore, 'Location', location, 'Set-Cookie', cookie]);
}

/** The page a Referer names, by its path alone: whatever host it claims, the reader stays here. */
function sameSitePath(editions: readonly Edition[], referer: string | undefined): string {
  if (!referer || !URL.canParse(referer)) return '/';
  const { pathname, search } = new URL(referer);
  const target = readTarget(editions, pathname + search);
  return target.kind === 'page' ? target.address.key : '/';
}

/** Null when there is more than a form with one field can hold. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > maxBody) return null;
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > maxBody) return null;
  }
  return body;
}
