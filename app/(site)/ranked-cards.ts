import { rankedLists } from '../../article/lists.ts';
import type { Card } from '../../article/record.ts';
import type { Database } from '../../db/client.ts';
import { currentFill, trueUntil } from '../../db/content/fill-context.ts';
import { cardsByIds } from '../../db/content/queries/articles.ts';
import { newestCards } from '../../db/content/queries/lists.ts';
import type { RankingOrder } from '../../edition/paths.ts';
import { mostReadIn } from './readership.ts';

/** Milliseconds a ranking may lag behind the counter. */
const lifetimes: Record<RankingOrder, number> = { hour: 20_000, rising: 20_000, day: 60_000, week: 300_000 };

/**
 * A list in the order its readers give it. What is withdrawn, not out yet or has moved to another section since is left
 * out, and a paper too young to have been read much fills up with its newest.
 */
export async function rankedCards(
  database: Database,
  list: string,
  order: RankingOrder,
  wanted: number,
): Promise<Card[]> {
  trueUntil(currentFill().now.getTime() + lifetimes[order]);
  const ranked = await cardsByIds(database, await mostReadIn(list, order, 2 * wanted));
  const read = ranked.filter((card) => rankedLists(card).includes(list)).slice(0, wanted);
  if (read.length === wanted) return read;
  const known = new Set(read.map(({ id }) => id));
  const newest = (await newestCards(database, list, wanted + read.length)).filter(({ id }) => !known.has(id));
  return [...read, ...newest].slice(0, wanted);
}
