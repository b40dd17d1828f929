import type { IncomingMessage } from 'node:http';
import { isbot } from 'isbot';

/**
 * Whether a request comes of somebody looking at something: a GET of a browser, not made ahead of time, and not of a
 * program that says what it is. Who pretends to be a browser passes; the repeat filter bounds what that is worth.
 */
export const isReaderRequest = ({ method, headers }: IncomingMessage): boolean =>
  method === 'GET' && !isAhead(headers) && isBrowser(headers['user-agent']);

/** Whether it opens a page: browsers ask for documents, and scripts, readers' tools and pictures for other things. */
export const isPageRequest = ({ headers }: IncomingMessage): boolean =>
  headers.accept?.includes('text/html') === true && (headers['sec-fetch-dest'] ?? 'document') === 'document';

/**
 * The page of this site that was on the screen when the request was made, as a path; null when there was none.
 * From another site browsers name only its origin, and `Sec-Fetch-Site` says so.
 */
export function pathOnScreen({ headers }: IncomingMessage): string | null {
  const { referer } = headers;
  if (referer === undefined || (headers['sec-fetch-site'] ?? 'same-origin') !== 'same-origin') return null;
  const start = referer.indexOf('/', 'https://'.length);
  return start < 0 ? null : referer.slice(start);
}

/** Browsers say when nobody has asked for it yet: `Sec-Purpose: prefetch;prerender`, and older spellings. */
const isAhead = (headers: IncomingMessage['headers']): boolean =>
  headers['sec-purpose'] !== undefined ||
  headers.purpose !== undefined ||
  headers['x-purpose'] !== undefined ||
  headers['x-moz'] !== undefined;

const verdicts = new Map<string, boolean>();
const maxVerdicts = 5_000;

/** False for crawlers, tools, monitors and requests that do not say who they are. */
function isBrowser(agent: string | undefined): boolean {
  if (agent === undefined || agent === '') return false;
  const known = verdicts.get(agent);
  if (known !== undefined) return known;
  // The pattern is long and slow on long texts; no browser's name for itself is.
  const verdict = agent.length <= 1_024 && !isbot(agent);
  if (verdicts.size >= maxVerdicts) verdicts.clear();
  verdicts.set(agent, verdict);
  return verdict;
}
