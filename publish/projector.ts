import { isDeepStrictEqual } from 'node:util';
import type { Database, Statement } from '../db/client.ts';
import { indexTables, joinParts, leaveParts } from '../db/content/index-parts.ts';
import { type Described, describeArticles, spokenBefore } from '../db/content/keyword-postings.ts';
import { countUnder, moveInLists } from '../db/content/list-places.ts';
import { firstPlaces, listShelf } from '../db/content/list-tree.ts';
import {
  dropRedirect,
  type Earlier,
  invalidate,
  invalidateEach,
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
import { highestPlace, indexArticles } from '../db/content/search-index.ts';
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
import { Changes } from './changes.ts';
import { type Compose, composeHere } from './composing.ts';
import type { KeyRing } from './keys.ts';
import { type PressedArticle, pressArticle } from './pressed-article.ts';
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
const manyArticles = 50;

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

/**
 * Joins the parts of the search index that many publications left, once all of them are there: every part there is, when a
 * quarter of it is new. `added`: how many articles that were.
 */
export async function tidyIndex({ content }: Pick<Press, 'content'>, added: number): Promise<void> {
  if (added < manyArticles) return;
  await leaveParts(content, false);
  const whole = added * 4 >= (await highestPlace(content));
  for (const table of indexTables) await joinParts(content, table, { whole });
}

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
  const last = await projectEverything(press);
  await tidyIndex(press, last);
  return last;
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
  await leaveParts(content, articles.length >= manyArticles);
  await indexArticles(content, articles);
  for (const article of changed.placed) {
    const { number, shown: record, about } = article;
    if (about) changed.noteAround(await surroundingsOf(content, { number, record }, about));
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
