import { allList, type LanguageGroup } from '../../../article/lists.ts';
import { type Database, write } from '../../client.ts';
import { currentFill } from '../fill-context.ts';
import { listRow, onList, startOf } from '../list-tree.ts';
import { refuseRow } from '../tampered.ts';
import { chosenOf } from './lists.ts';

/** The day it is on the site, and the instant it ends. */
export type Today = { date: string; until: Date };
/** The instants between which the days of a prefix lie; null for all days there are. */
export type Span = { from: Date; until: Date } | null;

/**
 * Articles per day, `{'2023-06-07': 4}`, newest day first, of the days whose date starts with `prefix` (`2023-`, `2023-06-`).
 * What is scheduled is not counted: its day would tell of it before its time. @throws TamperedRow
 */
export async function countsByDay(
  database: Database,
  group: LanguageGroup,
  prefix: string,
  span: Span,
  today: Today,
): Promise<Map<string, number>> {
  const all = allList(group);
  // Nothing is chosen: the page stands on the list all the same.
  await chosenOf(database, all, async () => []);
  const base = `${group}:day:`;
  let days = await signedDays(database, base, prefix);
  // A publication may come between the two looks; then they are taken again.
  for (let attempt = 1; sum(days.values()) !== (await countIn(database, all, span)); attempt++) {
    if (attempt === 3) refuseRow('lists', base + prefix, 'count');
    days = await signedDays(database, base, prefix);
  }
  const now = Math.floor(currentFill().now.getTime() / 1000);
  const later = await countIn(database, all, { from: new Date((now + 1) * 1000), until: today.until });
  const counted = days.get(today.date);
  if (counted !== undefined) days.set(today.date, counted - later);
  return new Map([...days].filter(([date, count]) => count > 0 && date <= today.date));
}

/** Counts of the days there are; each is a signed one, and whether all are there is seen by their sum. */
async function signedDays(database: Database, base: string, prefix: string): Promise<Map<string, number>> {
  const rows = await database.rows<{ name: string }>(
    write`SELECT name FROM lists WHERE name >= ${base + prefix} AND name < ${`${base}${prefix}~`} ORDER BY name DESC LIMIT 40000`,
  );
  const days = new Map<string, number>();
  for (const { name } of rows) days.set(name.slice(base.length), (await listRow(database, name))?.count ?? 0);
  return days;
}

/** How many articles a list has in a span of time: what its days must add up to. */
async function countIn(database: Database, list: string, span: Span): Promise<number> {
  const count = await onList(database, list, async (tree) => {
    if (!span) return tree.row.count;
    const before = (moment: Date) => tree.rank(startOf(Math.ceil(moment.getTime() / 1000)));
    return Math.max(0, (await before(span.until)) - (await before(span.from)));
  });
  return count ?? 0;
}

const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);
