import { type FillContext, newFill } from '../../db/content/fill-context.ts';
import { passFirewall } from '../firewall/firewall.ts';
import { FirewallError } from '../firewall/refusal.ts';
import type { Stylesheets } from '../firewall/stylesheets.ts';
import type { PageAddress } from '../http/address.ts';
import type { SecurityHeaders } from '../http/headers.ts';
import { type Entry, makeDocument } from './entry.ts';
import { absentTag, type Freshness } from './freshness.ts';

/** "Give me the HTML of this path." The context learns what the page was made from. */
export type Renderer = (path: string, context: FillContext) => Promise<{ status: number; html: string }>;

export type FillOptions = {
  render: Renderer;
  stylesheets: Stylesheets;
  publicUrl: string;
  security: SecurityHeaders;
  freshness: Freshness;
  now: () => number;
  /** Longest time one render may take, in ms. */
  timeLimit: number;
  /** Longest time a page counts as fresh, in ms, whatever is published or not. */
  lifetime: number;
};

/** The renderer gave no page. */
export class RenderError extends Error {
  override name = 'RenderError';
}

const attempts = 3;

/**
 * Makes a page: renders it, lets it through the firewall, compresses it. `current` is false when something it was made
 * from was published meanwhile, again and again: it may be shown once and not kept.
 * @throws RenderError, FirewallError
 */
export async function fillPage(
  address: PageAddress,
  options: FillOptions,
): Promise<{ entry: Entry; current: boolean }> {
  for (let attempt = 1; ; attempt++) {
    options.freshness.check();
    const mark = options.freshness.mark();
    const context = newFill(new Date(options.now()));
    const entry = await makeEntry(address, context, options);
    options.freshness.check();
    const current = !options.freshness.changedSince(mark, entry.tags);
    if (current || attempt === attempts) return { entry, current };
  }
}

async function makeEntry(address: PageAddress, context: FillContext, options: FillOptions): Promise<Entry> {
  const { status, html } = await withinLimit(
    options.render(address.internal, context),
    options.timeLimit,
    address.internal,
  );
  if (status >= 500) throw new RenderError(`the renderer answered ${status} for ${address.internal}`);
  const now = options.now();
  const { redirect } = context;
  const entry: Entry = {
    key: address.key,
    status: redirect?.status ?? context.status ?? status,
    location: redirect ? checkedLocation(redirect.path) : null,
    document: null,
    themed: {},
    tags: [],
    notAfter: context.notAfter,
    freshUntil: Math.min(context.notAfter, now + options.lifetime),
    staleSince: null,
    retryAt: 0,
    hits: 0,
  };
  entry.tags = [...context.tags, ...(entry.status === 200 ? [] : [absentTag])];
  if (entry.location !== null) return entry;
  const page = passFirewall(html, { publicUrl: options.publicUrl, links: context.links }, options.stylesheets);
  entry.document = await makeDocument({ status: entry.status, ...page }, options.security);
  return entry;
}

function checkedLocation(path: string): string {
  if (!/^\/(?![/\\])[^\s\\]*$/.test(path)) throw new FirewallError('address', 'redirect', path);
  return encodeURI(decodeURI(path));
}

async function withinLimit<T>(work: Promise<T>, limit: number, path: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new RenderError(`no page for ${path} within ${limit} ms`)), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
