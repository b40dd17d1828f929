import { listPageSize } from '../../../article/lists.ts';
import type { Card } from '../../../article/record.ts';
import type { Database } from '../../client.ts';
import { currentFill, readsFrom, trueUntil } from '../fill-context.ts';
import { type Key, type ListTree, listRow, onList, startOf } from '../list-tree.ts';
import { cardsOf } from '../verify.ts';

const nowInSeconds = () => Math.floor(currentFill().now.getTime() / 1000);
const numbersOf = (places: readonly Key[]) => places.map(({ number }) => number);

/**
 * Numbers of what a list shows, by `choose`, which is told the time in seconds. The page stands on the list from then on,
 * and until its next scheduled article appears.
 */
export async function chosenOf(
  database: Database,
  list: string,
  choose: (tree: ListTree, now: number) => Promise<readonly Key[]>,
): Promise<number[]> {
  readsFrom(`list:${list}`);
  const now = nowInSeconds();
  const places = await onList(database, list, async (tree) => {
    const [scheduled] = await tree.above(startOf(now + 1), 1);
    if (scheduled) trueUntil(scheduled.at * 1000);
    return choose(tree, now);
  });
  return numbersOf(places ?? []);
}

/** Numbers of the newest articles of a list that are out. */
export const newestNumbers = (database: Database, list: string, limit: number): Promise<number[]> =>
  chosenOf(database, list, (tree, now) => tree.below(startOf(now + 1), limit));

/** Newest cards of a list that are out; the page is made anew when the list's next scheduled article appears. */
export const newestCards = async (database: Database, list: string, limit: number): Promise<Card[]> =>
  cardsOf(database, await newestNumbers(database, list, limit));

/** Cards of a list with a time in [from, until), newest first, those not yet out left off. */
export async function cardsBetween(
  database: Database,
  list: string,
  from: Date,
  until: Date,
  limit: number,
): Promise<Card[]> {
  const [first, last] = [from, until].map((moment) => Math.floor(moment.getTime() / 1000)) as [number, number];
  const numbers = await chosenOf(database, list, async (tree, now) => {
    const until = startOf(Math.min(last, now + 1));
    const count = (await tree.rank(until)) - (await tree.rank(startOf(first)));
    return tree.below(until, Math.min(limit, count));
  });
  return cardsOf(database, numbers);
}

/** How many articles a list holds, scheduled ones included. */
export async function countList(database: Database, list: string): Promise<number> {
  readsFrom(`list:${list}`);
  return (await listRow(database, list))?.count ?? 0;
}

export type ListPage = {
  cards: Card[];
  /** Numbers of the neighbouring pages; null where there is none. Page `null` is the list's front. */
  older: number | null;
  newer: number | null;
};

/** Highest page number whose articles are not all on the list's front. */
const highestPage = (count: number) => Math.ceil((count - listPageSize) / listPageSize);

/**
 * A page of a list. The front (`null`) shows the newest; numbered pages count from the oldest article,
 * so that what a page's address shows stays there as the list grows. Null when there is no such page.
 */
export async function pageOfList(database: Database, list: string, page: number | null): Promise<ListPage | null> {
  const highest = Math.max(0, highestPage(await countList(database, list)));
  if (page === null) {
    return { cards: await newestCards(database, list, listPageSize), older: highest || null, newer: null };
  }
  if (page > highest) return null;
  const numbers = await chosenOf(database, list, async (tree, now) => {
    const first = await tree.at((page - 1) * listPageSize);
    if (!first) return [];
    const places = [first, ...(await tree.above(first, listPageSize - 1))];
    return places.filter(({ at }) => at <= now).reverse();
  });
  return {
    cards: await cardsOf(database, numbers),
    older: page > 1 ? page - 1 : null,
    newer: page < highest ? page + 1 : null,
  };
}

/**
 * The articles before and after one in a list, by time. A publication in the list changes this for the two beside it
 * only, so the page does not stand on the list: it is told by `around:<id>`.
 */
export async function neighbours(
  database: Database,
  list: string,
  { id, ...place }: { id: string; at: number; number: number },
): Promise<{ previous: Card | null; next: Card | null }> {
  readsFrom(`around:${id}`);
  const now = nowInSeconds();
  const beside = await onList(database, list, async (tree) => ({
    older: await tree.below(place, 1),
    newer: await tree.above(place, 1),
  }));
  const { older, newer } = beside ?? { older: [], newer: [] };
  for (const { at } of newer) if (at > now) trueUntil(at * 1000);
  const [previous = null] = await cardsOf(database, numbersOf(older));
  const [next = null] = await cardsOf(database, numbersOf(newer.filter(({ at }) => at <= now)));
  return { previous, next };
}
