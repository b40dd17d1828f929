import { isDeepStrictEqual } from 'node:util';
import { isNavigated, sitemapFileOf } from '../article/lists.ts';
import type { Database, Statement } from '../db/client.ts';
import { type Described, describeArticles, spokenBefore } from '../db/content/keyword-postings.ts';
import { countUnder, moveInLists, type Place } from '../db/content/list-places.ts';
import { firstPlaces, listShelf } from '../db/content/list-tree.ts';
import {
  dropRedirect,
  type Earlier,
  invalidate,
  invalidateEach,
  type Mode,
  projectedArticles,
  projectedTimeZone,
  pruneInvalidations,
  putArticle,
  putRedirect,
  readRegister,
  readSequence,
  wipe,
} from '../db/content/projection.ts';
import { surroundingsOf } from '../db/content/queries/surroundings.ts';
import { indexArticles } from '../db/content/search-index.ts';
import {
  addressShelf,
  idShelf,
  keywordShelf,
  shelfOfSitemap,
  sitemapShelf,
  termSampleShelf,
} from '../db/content/shelves.ts';
import { TamperedRow } from '../db/content/tampered.ts';
import { isSampled } from '../db/content/term-sample.ts';
import { newestPublications } from '../db/newsroom/queries/outbox.ts';
import { getSettings } from '../newsroom/settings.ts';
import { type Compose, composeHere } from './composing.ts';
import type { KeyRing } from './keys.ts';
import { countedDay, type PressedArticle, placesOf, pressArticle } from './pressed-article.ts';
import { isOwnRegister, RegisterChange } from './registering.ts';
import { isOvertaken, sealPublications } from './sealing.ts';
import { sitemapStatements, sitemapsOf } from './sitemaps.ts';
import { siteStatements, topicStatements } from './topics.ts';

/** What the projector works with: both databases, the newsroom's keys and the folder pictures are served from. */
export type Press = {
  newsroom: Database;
  content: Database;
  ring: KeyRing;
  mediaRoot: string;
  /** Who makes records and everything that follows from them; this thread, when nobody else is there. */
  compose?: Compose;
};

/** Publications applied in one transaction, at most: large enough that bulk imports pay for few commits. */
const batchSize = 1_000;
const keptInvalidations = 100_000;
/** From this many articles on, caches are told that everything may have changed, instead of each thing that did. */
const manyArticles = 100;

/**
 * Applies what the newsroom published and the read model does not show yet, in order. Every batch and the number of
 * its last entry land in one transaction: a crash at any moment loses nothing and applies nothing twice.
 * A read model that is not as the newsroom left it is made anew. Returns the number of the last publication applied.
 */
export const projectPending = (press: Press): Promise<number> => inTurn(press, () => goOn(press));

/** Publishes some more in the newsroom, a batch's worth; false when there is nothing left to publish. */
export type TakeIn = () => Promise<boolean>;

/**
 * The same for many articles that are still to be published: `takeIn` is called for as long as it has more. Readers get
 * one batch while other threads compose the next and the one after it comes in.
 */
export const projectWhile = (press: Press, takeIn: TakeIn): Promise<number> => inTurn(press, () => goOn(press, takeIn));

/** Goes on where the read model is, when that is where the newsroom left it; otherwise it is made anew first. */
async function goOn(press: Press, takeIn?: TakeIn): Promise<number> {
  if (!(await canGoOn(press))) await projectAnew(press);
  try {
    return await projectEverything(press, takeIn);
  } catch (error) {
    if (!(error instanceof NotAsLeft)) throw error;
    await projectAnew(press);
    return projectEverything(press, takeIn);
  }
}

/** Somebody else changed the read model: it was refused by its hash, or stands in the way of what belongs there. */
class NotAsLeft extends Error {
  override name = 'NotAsLeft';
}

/** Makes the read model anew from the newsroom, in one transaction: readers see the old one whole, then the new one. */
export const projectAll = (press: Press): Promise<number> => inTurn(press, () => projectAnew(press));

async function projectAnew(press: Press): Promise<number> {
  await press.content.exclusively(async () => {
    await press.content.atomic(wipe());
    await projectEverything(press);
    await press.content.atomic([invalidate('*', 'soft')]);
  });
  // What was published during that long time by commands that did not wait for it.
  return projectEverything(press);
}

/** Not on a register that somebody else touched, nor when days begin at another hour than those that were counted. */
async function canGoOn({ newsroom, content, ring }: Press): Promise<boolean> {
  const register = await readRegister(content);
  if (register === undefined) return true;
  if (!isOwnRegister(register, ring)) return false;
  const zone = await projectedTimeZone(content);
  return zone === undefined || zone === (await getSettings(newsroom)).site.timeZone;
}

const turns = new WeakMap<Database, Promise<unknown>>();

/** Projections of one process share a connection, so they run one after the other. */
function inTurn<T>({ content }: Press, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(content) ?? Promise.resolve()).then(work, work);
  turns.set(content, turn);
  return turn;
}

async function projectEverything(press: Press, takeIn: TakeIn = async () => false): Promise<number> {
  const { content } = press;
  let isMore = await takeIn();
  let from = await readSequence(content);
  for (let pressing = await beginBatch(press, from); ; ) {
    const wasMore = isMore;
    if (isMore) isMore = await takeIn();
    const batch = await pressing.batch;
    const isLast = !wasMore && !batch?.isFull;
    if (batch === null && isLast) return from;
    // The next batch is composed by other threads while this one is written.
    const ahead = isLast ? null : await beginBatch(press, batch?.last ?? from);
    if (batch) {
      await content.exclusively(async () => {
        if ((await readSequence(content)) === from) await applyWhereLeft(press, batch);
      });
      from = await readSequence(content);
    }
    const isThere = batch === null || from >= batch.last;
    if (isLast && isThere) return from;
    // Where another process was faster, what is pending now is looked at again.
    const goesOn = ahead !== null && (batch === null || from === batch.last);
    if (!goesOn) await ahead?.batch;
    pressing = goesOn ? ahead : await beginBatch(press, from);
  }
}

type Batch = {
  articles: PressedArticle[];
  site: boolean;
  /** Sitemap files its articles stand in, and when the last of them was published, in seconds. */
  sitemaps: ReadonlyMap<number, number>;
  timeZone: string;
  last: number;
  /** More may be pending than it holds. */
  isFull: boolean;
};

/**
 * Everything that takes time, done before the transaction: records made and sealed, texts cut into search terms.
 * Returns when it is handed over to whoever composes it. `batch` is null when nothing is pending.
 */
async function beginBatch(press: Press, from: number): Promise<{ batch: Promise<Batch | null> }> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const batch = pressBatch(press, from, resolve);
  batch.catch(() => {}).then(() => resolve());
  await promise;
  return { batch };
}

async function pressBatch(press: Press, from: number, handedOver: () => void): Promise<Batch | null> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await pressPending(press, from, handedOver);
    } catch (error) {
      // Each time another process was first there is less left to seal.
      if (attempt === mostAttempts || !isOvertaken(error)) throw error;
    }
  }
}

const mostAttempts = 50;

async function pressPending(press: Press, from: number, handedOver: () => void): Promise<Batch | null> {
  const entries = await newestPublications(press.newsroom, from, batchSize);
  const last = entries.at(-1)?.seq;
  if (last === undefined) return null;
  const { timeZone } = (await getSettings(press.newsroom)).site;
  const published = entries.filter((entry) => entry.kind === 'article');
  const composer = (published.length >= manyArticles && press.compose) || composeHere;
  const compose: Compose = (copies, key) => {
    const composed = composer(copies, key);
    handedOver();
    return composed;
  };
  const articles: PressedArticle[] = [];
  for (const [number, sealed] of await sealPublications(press.newsroom, press.ring, published, compose))
    articles.push(await pressArticle(press, number, sealed, timeZone));
  const sitemaps = sitemapsOf(published);
  const site = entries.some(({ kind }) => kind === 'site');
  return { articles, site, sitemaps, timeZone, last, isFull: entries.length === batchSize };
}

/** @throws NotAsLeft */
async function applyWhereLeft(press: Press, batch: Batch): Promise<void> {
  try {
    await applyBatch(press, batch);
  } catch (error) {
    const isInTheWay = error instanceof Error && 'code' in error && /^SQLITE_CONSTRAINT/.test(String(error.code));
    if (error instanceof TamperedRow || isInTheWay) throw new NotAsLeft((error as Error).message, { cause: error });
    throw error;
  }
}

async function applyBatch(press: Press, { articles, site, sitemaps, timeZone, last }: Batch): Promise<void> {
  const { content, ring } = press;
  const before = await projectedArticles(
    content,
    articles.map(({ number }) => number),
  );
  const changed = new Changes(timeZone, articles.length >= manyArticles);
  for (const article of articles) changed.note(article, before.get(article.number));
  const register = await RegisterChange.open(content, ring);
  await openShelves(register, { articles, before, changed, sitemaps });
  const spoken = await spokenBefore(content, [...before.keys()]);
  for (const article of articles) {
    await content.atomic(articleStatements(article));
    register.leaves.articles.set(article.number, article.leaf);
  }
  await describeArticles(content, articles.map(described), spoken);
  const firsts = () => firstPlaces(content, changed.navigated());
  const firstsBefore = await firsts();
  await moveInLists(content, changed.left, changed.entered);
  if (!isDeepStrictEqual(firstsBefore, await firsts())) changed.noteNavigation();
  await indexArticles(content, articles);
  for (const article of changed.placed) {
    const { number, shown: record, about } = article;
    changed.noteAround(await surroundingsOf(content, { number, record }, about ?? undefined));
  }
  for (const [day, by] of changed.days) if (by !== 0) await countUnder(content, day, by);
  const topics = await topicStatements(press, articles, register);
  await content.atomic([
    ...sitemapStatements(sitemaps, articles, before),
    ...(site ? await siteStatements(press, register) : []),
    ...topics,
    invalidateEach(changed.tags()),
    pruneInvalidations(keptInvalidations),
  ]);
  await content.atomic(await register.sign(last, ring));
}

type Touched = Pick<Batch, 'articles' | 'sitemaps'> & { before: ReadonlyMap<number, Earlier>; changed: Changes };

/** Everything the batch is going to change is looked at first, as it was signed. @throws TamperedRow */
async function openShelves(register: RegisterChange, { articles, before, changed, sitemaps }: Touched): Promise<void> {
  for (const [number, earlier] of before) await register.checkArticle(number, earlier);
  for (const { number, path, shown } of articles) {
    const old = before.get(number)?.path ?? path;
    for (const address of [path, old, ...shown.formerly]) await register.open(addressShelf(address));
    if (!before.has(number)) await register.open(idShelf(shown.id));
    await register.open(keywordShelf(number));
  }
  if (articles.some(({ number }) => isSampled(number))) await register.open(termSampleShelf);
  for (const { list } of [...changed.left, ...changed.entered]) await register.open(listShelf(list));
  for (const day of changed.days.keys()) await register.open(listShelf(day));
  for (const file of sitemaps.keys()) await register.open(sitemapShelf(shelfOfSitemap(file)));
}

function articleStatements(article: PressedArticle): Statement[] {
  const { id, path, shown } = article;
  return [...putArticle(article), ...shown.formerly.map((former) => putRedirect(former, id)), dropRedirect(path)];
}

const described = ({ number, shown, publishedAt, about, kept }: PressedArticle): Described => ({
  ...{ number, id: shown.id, at: publishedAt, section: shown.section, terms: about, kept },
});

/** What a batch changes beside the articles' own rows: lists, days, and what caches must not believe any more. */
class Changes {
  readonly left: Place[] = [];
  readonly entered: Place[] = [];
  readonly days = new Map<string, number>();
  /** Articles that other pages may lead to now. */
  readonly placed: PressedArticle[] = [];
  readonly #tags = new Map<string, Mode>();
  readonly #timeZone: string;
  readonly #everything: boolean;

  constructor(timeZone: string, everything: boolean) {
    this.#timeZone = timeZone;
    this.#everything = everything;
    for (const tag of everything ? ['*'] : ['search', 'sitemaps']) this.#tag(tag, 'soft');
  }

  note(article: PressedArticle, old: Earlier | undefined): void {
    const { formerly } = article.shown;
    this.#move(article, old);
    this.#count(old ? countedDay(old.card, this.#timeZone) : null, article.day);
    // Nothing but a page that was not there can show an article nobody has seen, and every publication drops those.
    if (this.#everything && !old && formerly.length === 0) return;
    for (const path of [...formerly, article.path]) this.#tag(`path:${path}`, 'hard');
    this.#tag(`article:${article.id}`, 'hard');
    this.#tag(`sitemap:${sitemapFileOf(article.number)}`, 'hard');
    if (old?.text !== article.card) this.#tag(`card:${article.id}`, 'hard');
  }

  /** Lists that articles came into or left, and that ways lead to as long as they hold any. */
  navigated(): string[] {
    if (this.#everything) return [];
    return [...new Set([...this.left, ...this.entered].map(({ list }) => list))].filter(isNavigated);
  }

  /** Since when a list holds an article decides whether other pages lead to it: all of them look again. */
  noteNavigation(): void {
    this.#tag('site', 'soft');
  }

  noteAround(ids: readonly string[]): void {
    for (const id of ids) this.#tag(`around:${id}`, 'soft');
  }

  tags(): [string, Mode][] {
    return [...this.#tags];
  }

  #move(article: PressedArticle, old: Earlier | undefined): void {
    const { number, listing } = article;
    const before = old ? placesOf(old.card, number) : [];
    const after = placesOf(listing, number);
    const isIn = (places: readonly Place[], { list, at }: Place) => places.some((p) => p.list === list && p.at === at);
    this.left.push(...before.filter((place) => !isIn(after, place)));
    const entered = after.filter((place) => !isIn(before, place));
    this.entered.push(...entered);
    if (this.#everything) return;
    if (entered.length > 0) this.placed.push(article);
    for (const { list } of [...before, ...after]) this.#tag(`list:${list}`, 'soft');
  }

  #count(before: string | null, after: string | null): void {
    if (before === after) return;
    if (before !== null) this.days.set(before, (this.days.get(before) ?? 0) - 1);
    if (after !== null) this.days.set(after, (this.days.get(after) ?? 0) + 1);
  }

  #tag(tag: string, mode: Mode): void {
    if (this.#tags.get(tag) !== 'hard') this.#tags.set(tag, mode);
  }
}
