import type { KeyObject } from 'node:crypto';
import type { Database, Statement } from '../db/client.ts';
import { countUnder, moveInLists, type Place } from '../db/content/list-places.ts';
import {
  appliedSeq,
  dropRedirect,
  type Earlier,
  indexArticle,
  invalidate,
  projectedArticles,
  pruneInvalidations,
  putArticle,
  putRedirect,
  setAppliedSeq,
  unindexArticle,
  wipe,
} from '../db/content/projection.ts';
import { formerPathsOf } from '../db/newsroom/queries/articles.ts';
import { lastPublication, newestPublications } from '../db/newsroom/queries/outbox.ts';
import { getSettings } from '../newsroom/settings.ts';
import { countedDay, type PressedArticle, placesOf, pressArticle } from './pressed-article.ts';
import { siteStatements, topicStatements } from './topics.ts';

/** What the projector works with: both databases, the signing key and the folder pictures are served from. */
export type Press = { newsroom: Database; content: Database; key: KeyObject; mediaRoot: string };

/** Publications applied in one transaction, at most: large enough that bulk imports pay for few commits. */
const batchSize = 1_000;
const keptInvalidations = 100_000;
/** From this many articles on, caches are told that everything may have changed, instead of each thing that did. */
const manyArticles = 100;

/**
 * Applies what the newsroom published and the read model does not show yet, in order. Every batch and the number of
 * its last entry land in one transaction: a crash at any moment loses nothing and applies nothing twice.
 * Returns the number of the last publication applied.
 */
export const projectPending = (press: Press): Promise<number> => inTurn(press, () => projectEverything(press));

/** Makes the read model anew from the newsroom, in one transaction: readers see the old one whole, then the new one. */
export const projectAll = (press: Press): Promise<number> =>
  inTurn(press, () =>
    press.content.exclusively(async () => {
      await press.content.atomic(wipe());
      const sequence = await projectEverything(press);
      await press.content.atomic([invalidate('*', 'soft')]);
      return sequence;
    }),
  );

const turns = new WeakMap<Database, Promise<unknown>>();

/** Projections of one process share a connection, so they run one after the other. */
function inTurn<T>({ content }: Press, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(content) ?? Promise.resolve()).then(work, work);
  turns.set(content, turn);
  return turn;
}

async function projectEverything(press: Press): Promise<number> {
  for (;;) {
    const from = await appliedSeq(press.content);
    const batch = await pressBatch(press, from);
    if (batch === null) return catchUp(press, from);
    await press.content.exclusively(async () => {
      // Another process was faster with these: what is pending now is looked at again.
      if ((await appliedSeq(press.content)) === from) await applyBatch(press, batch);
    });
  }
}

/** Entries superseded by later ones need no work of their own, but count as applied. */
async function catchUp({ newsroom, content }: Press, from: number): Promise<number> {
  const newest = await lastPublication(newsroom);
  if (newest > from) await content.atomic([setAppliedSeq(newest)]);
  return newest;
}

type Batch = { articles: PressedArticle[]; site: Statement[]; timeZone: string; last: number };

/** Everything that takes time, done before the transaction: records made and signed, texts cut into search terms. */
async function pressBatch(press: Press, from: number): Promise<Batch | null> {
  const entries = await newestPublications(press.newsroom, from, batchSize);
  const last = entries.at(-1)?.seq;
  if (last === undefined) return null;
  const { timeZone } = (await getSettings(press.newsroom)).site;
  const articles: PressedArticle[] = [];
  for (const entry of entries) if (entry.kind === 'article') articles.push(await pressArticle(press, entry, timeZone));
  const site = entries.some(({ kind }) => kind === 'site') ? await siteStatements(press) : [];
  return { articles, site, timeZone, last };
}

async function applyBatch(press: Press, { articles, site, timeZone, last }: Batch): Promise<void> {
  const { newsroom, content } = press;
  const before = await projectedArticles(
    content,
    articles.map(({ number }) => number),
  );
  const changed = new Changes(timeZone, articles.length >= manyArticles);
  for (const article of articles) {
    const old = before.get(article.number);
    const former = await formerPathsOf(newsroom, article.number);
    await content.atomic(articleStatements(article, former, old));
    changed.note(article, former, old);
  }
  await moveInLists(content, changed.left, changed.entered);
  for (const [day, by] of changed.days) if (by !== 0) await countUnder(content, day, by);
  await content.atomic([
    ...site,
    ...(await topicStatements(press, articles)),
    ...changed.tags().map(([tag, mode]) => invalidate(tag, mode)),
    pruneInvalidations(keptInvalidations),
    setAppliedSeq(last),
  ]);
}

function articleStatements(article: PressedArticle, former: readonly string[], old: Earlier | undefined): Statement[] {
  const { number, record, terms } = article;
  return [
    ...putArticle(article),
    ...(old ? unindexArticle(number) : []),
    ...(terms ? indexArticle(number, terms.head, terms.body) : []),
    ...former.map((path) => putRedirect(path, record.id)),
    dropRedirect(record.path),
  ];
}

type Mode = 'hard' | 'soft';

/** What a batch changes beside the articles' own rows: lists, days, and what caches must not believe any more. */
class Changes {
  readonly left: Place[] = [];
  readonly entered: Place[] = [];
  readonly days = new Map<string, number>();
  readonly #tags = new Map<string, Mode>();
  readonly #timeZone: string;
  readonly #everything: boolean;

  constructor(timeZone: string, everything: boolean) {
    this.#timeZone = timeZone;
    this.#everything = everything;
    this.#tag(everything ? '*' : 'search', 'soft');
  }

  note(article: PressedArticle, former: readonly string[], old: Earlier | undefined): void {
    this.#move(article, old);
    this.#count(old ? countedDay(old.record, this.#timeZone) : null, article.day);
    // Nothing but a page that was not there can show an article nobody has seen, and every publication drops those.
    if (this.#everything && !old && former.length === 0) return;
    for (const path of [...former, article.record.path]) this.#tag(`path:${path}`, 'hard');
    this.#tag(`article:${article.record.id}`, 'hard');
    if (old?.card !== article.signedCard.record) this.#tag(`card:${article.record.id}`, 'hard');
  }

  tags(): [string, Mode][] {
    return [...this.#tags];
  }

  #move({ number, record }: PressedArticle, old: Earlier | undefined): void {
    const before = old ? placesOf(old.record, number) : [];
    const after = placesOf(record, number);
    const isIn = (places: readonly Place[], { list, at }: Place) => places.some((p) => p.list === list && p.at === at);
    this.left.push(...before.filter((place) => !isIn(after, place)));
    this.entered.push(...after.filter((place) => !isIn(before, place)));
    if (!this.#everything) for (const { list } of [...before, ...after]) this.#tag(`list:${list}`, 'soft');
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
