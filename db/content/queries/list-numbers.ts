import { type Database, write } from '../../client.ts';

/** Lists read for the numbers of their articles alone, by pages that no publication in the list makes untrue. */

export type ListSize = { id: number; name: string; count: number };

/** The lists of these names, in their order; undefined for one that never held an article. */
export async function sizesOf(database: Database, names: readonly string[]): Promise<(ListSize | undefined)[]> {
  const rows = await database.rows<ListSize>(
    write`SELECT l.id, l.name, l.count FROM json_each(${JSON.stringify(names)}) asked JOIN lists l ON l.name = asked.value`,
  );
  const byName = new Map(rows.map((row) => [row.name, row]));
  return names.map((name) => byName.get(name));
}

export type Place = { at: number; number: number };
/** How many of a list's articles: next to the place on either side, and the newest. */
export type Wanted = { newer: number; older: number; newest: number };

/** A list's articles around a place, nearest first on either side, then its newest; one may come twice. */
export async function numbersAround(
  database: Database,
  { id }: ListSize,
  { at, number }: Place,
  { newer, older, newest }: Wanted,
  now: number,
): Promise<Place[]> {
  return database.rows<Place>(
    write`SELECT * FROM (SELECT at, number FROM listing WHERE list = ${id} AND (at, number) > (${at}, ${number}) AND at <= ${now} ORDER BY at, number LIMIT ${newer})
          UNION ALL SELECT * FROM (SELECT at, number FROM listing WHERE list = ${id} AND (at, number) < (${at}, ${number}) ORDER BY at DESC, number DESC LIMIT ${older})
          UNION ALL SELECT * FROM (SELECT at, number FROM listing WHERE list = ${id} AND at <= ${now} ORDER BY at DESC, number DESC LIMIT ${newest})`,
  );
}
