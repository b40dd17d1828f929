import { type FillContext, newFill } from '../../db/content/fill-context.ts';
import { passDataFirewall } from '../firewall/data.ts';
import { passFirewall } from '../firewall/firewall.ts';
import { FirewallError } from '../firewall/refusal.ts';
import type { Stylesheets } from '../firewall/stylesheets.ts';
import type { PageAddress } from '../http/address.ts';
import type { SecurityHeaders } from '../http/headers.ts';
import { type Content, type Dated, dataHeaders, type Entry, makeDocument, pageHeaders } from './entry.ts';
import { absentTag, type Freshness } from './freshness.ts';

/** "Give me the page or document at this path." The context learns what it was made from. */
export type Renderer = (path: string, context: FillContext) => Promise<Rendered>;
/** `type` is the media type the renderer says it is. */
export type Rendered = { status: number; type: string; body: string };

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
  /** Addresses of other sites that documents for programs may name because the operator does. */
  operatorsLinks: ReadonlySet<string>;
};

/** The renderer gave no page. */
export class RenderError extends Error {
  override name = 'RenderError';
}

/** The page was made with rows that the newsroom did not sign as they stand. */
export class TamperedPage extends Error {
  override name = 'TamperedPage';
  readonly rows: FillContext['tampered'];

  constructor(rows: FillContext['tampered']) {
    super(rows.map(({ table, row, field }) => `content.db, table ${table}, row ${row}, field ${field}`).join('; '));
    this.rows = rows;
  }
}

const attempts = 3;

/**
 * Makes a page: renders it, lets it through the firewall, compresses it. `last` is what a document held before. `current` is false when something it was made
 * from was published meanwhile, again and again: it may be shown once and not kept.
 * @throws RenderError, FirewallError, TamperedPage
 */
export async function fillPage(
  address: PageAddress,
  options: FillOptions,
  last: Dated | null,
): Promise<{ entry: Entry; current: boolean }> {
  for (let attempt = 1; ; attempt++) {
    options.freshness.check();
    const mark = options.freshness.mark();
    const context = newFill(new Date(options.now()));
    const entry = await makeEntry(address, context, options, last);
    options.freshness.check();
    const current = !options.freshness.changedSince(mark, entry.tags);
    if (current || attempt === attempts) return { entry, current };
  }
}

async function makeEntry(
  address: PageAddress,
  context: FillContext,
  options: FillOptions,
  last: Dated | null,
): Promise<Entry> {
  const rendered = await withinLimit(options.render(address.internal, context), options.timeLimit, address.internal)
    // Whatever the renderer made of it: such a page is nobody's.
    .finally(() => {
      if (context.tampered.length > 0) throw new TamperedPage(context.tampered);
    });
  if (rendered.status >= 500) throw new RenderError(`the renderer answered ${rendered.status} for ${address.internal}`);
  const now = options.now();
  const { redirect } = context;
  const entry: Entry = {
    key: address.key,
    status: redirect?.status ?? context.status ?? rendered.status,
    location: redirect ? checkedLocation(redirect.path) : null,
    document: null,
    themed: {},
    tags: [],
    article: null,
    notAfter: context.notAfter,
    freshUntil: Math.min(context.notAfter, now + options.lifetime),
    staleSince: null,
    retryAt: 0,
    hits: 0,
  };
  entry.tags = [...context.tags, ...(entry.status === 200 ? [] : [absentTag])];
  if (entry.location !== null) return entry;
  if (address.page === 'article' && entry.status === 200) entry.article = context.article;
  const content = letThrough(address, entry, rendered, context, options);
  entry.document = await makeDocument(content, address.data ? { now, last, changedAt: context.changedAt } : null);
  return entry;
}

/** @throws FirewallError unless it is what its address stands for */
function letThrough(
  { data, key }: PageAddress,
  { status }: Entry,
  rendered: Rendered,
  { links, recorded }: FillContext,
  { publicUrl, security, stylesheets, operatorsLinks }: FillOptions,
): Content {
  if (data === null) {
    checkType('text/html', rendered.type);
    const page = passFirewall(rendered.body, { publicUrl, links, recorded }, stylesheets);
    return { status, text: page.html, common: pageHeaders(page, security) };
  }
  // What is not there has no document of its kind; a line of text says so.
  const type = status === 200 ? data : 'text';
  const text = passDataFirewall(type, rendered, { publicUrl, links: new Set([...links, ...operatorsLinks]) });
  const common = dataHeaders(
    { type, canonical: type === 'markdown' ? publicUrl + key.replace(/\.md$/, '') : null },
    security,
  );
  return { status, text, common };
}

function checkType(wanted: string, type: string): void {
  if (type.split(';', 1)[0] !== wanted) throw new FirewallError('content-type', wanted, type);
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
