import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * What one page fill learns while the page renders. The server and Next's bundle are separate module graphs,
 * so the storage hangs on a global symbol that both see.
 */
export type FillContext = {
  /** Everything the page was made from; a publication that names one of these drops the page. */
  tags: Set<string>;
  /** Outbound addresses the records of this page hold. The firewall refuses any other. */
  links: Set<string>;
  /** Addresses the text of the article leads to whose page this is, in reading order; null on every other page. */
  recorded: string[] | null;
  /** Rows that were refused because the newsroom did not sign them as they stand. A page with any is never kept or sent. */
  tampered: { table: string; row: string; field: string }[];
  /** HTTP status when it is not 200. */
  status: number | null;
  /** Where the page lives now. A page that sets this need not return anything. */
  redirect: { status: 301 | 302; path: string } | null;
  /** The page is not true after this moment (ms since the epoch): something scheduled appears then. */
  notAfter: number;
  /** When what a document says last changed (ms since the epoch); null where it does not follow from one article. */
  changedAt: number | null;
  /** The moment the page is made for; one "now" for all its queries. */
  now: Date;
  /** The article whose page this is, and the lists a read of it counts in; null on every other page. */
  article: { id: string; lists: readonly string[] } | null;
  /**
   * Where the page leaves its tree (a React node) for whoever asked to print it, and the language tag it is in; null where Next
   * is to render it itself.
   */
  print: { page: { language: string; tree: unknown } | null } | null;
};

const symbol = Symbol.for('dateline.fill');
type Holder = { [symbol]?: AsyncLocalStorage<FillContext> };

function storage(): AsyncLocalStorage<FillContext> {
  const holder = globalThis as Holder;
  holder[symbol] ??= new AsyncLocalStorage<FillContext>();
  return holder[symbol];
}

export function newFill(now = new Date()): FillContext {
  return {
    tags: new Set(),
    links: new Set(),
    recorded: null,
    tampered: [],
    status: null,
    redirect: null,
    notAfter: Number.POSITIVE_INFINITY,
    changedAt: null,
    now,
    article: null,
    print: null,
  };
}

export const runFill = <T>(context: FillContext, work: () => T): T => storage().run(context, work);

/** The running fill; outside of one, in tests, a throw-away that nobody reads. */
export const currentFill = (): FillContext => storage().getStore() ?? newFill();

export const setStatus = (status: number): void => {
  currentFill().status = status;
};

export const setRedirect = (path: string, status: 301 | 302 = 301): void => {
  currentFill().redirect = { status, path };
};

/**
 * Tags for the read layer: `article:<id>` own page, `card:<id>` wherever its card stands, `around:<id>` what the page
 * leads on to, `list:<list>`, `site`.
 */
export const readsFrom = (...tags: string[]): void => {
  const fill = currentFill();
  for (const tag of tags) fill.tags.add(tag);
};

export const trueUntil = (moment: number): void => {
  const fill = currentFill();
  fill.notAfter = Math.min(fill.notAfter, moment);
};

export const setChangedAt = (instant: string): void => {
  currentFill().changedAt = Date.parse(instant);
};
