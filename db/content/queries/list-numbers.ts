import type { Database } from '../../client.ts';
import { type Key, type ListRow, listRow, onList, startOf } from '../list-tree.ts';

/** Lists read for the numbers of their articles alone, by pages that no publication in the list makes untrue. */

/** The lists of these names, in their order; undefined for one that holds no article. */
export async function sizesOf(database: Database, names: readonly string[]): Promise<(ListRow | undefined)[]> {
  const rows: (ListRow | undefined)[] = [];
  for (const name of names) rows.push(await listRow(database, name));
  return rows;
}

/** How many of a list's articles: next to the place on either side, and the newest. */
export type Wanted = { newer: number; older: number; newest: number };

/** A list's articles around a place, nearest first on either side, then its newest; one may come twice. */
export async function numbersAround(
  database: Database,
  { name }: Pick<ListRow, 'name'>,
  place: Key,
  { newer, older, newest }: Wanted,
  now: number,
): Promise<Key[]> {
  const around = await onList(database, name, async (tree) => [
    ...(await tree.above(place, newer)).filter(({ at }) => at <= now),
    ...(await tree.below(place, older)),
    ...(await tree.below(startOf(now + 1), newest)),
  ]);
  return around ?? [];
}
