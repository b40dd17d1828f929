import { and, asc, desc, eq, gte, lt, lte, sql } from 'drizzle-orm';
import { allList, type LanguageGroup, listPageSize } from '../../../article/lists.ts';
import type { Card } from '../../../article/record.ts';
import { type Database, type Orm, prepared } from '../../client.ts';
import { currentFill, readsFrom, trueUntil } from '../fill-context.ts';
import { checkedCount, checkMarks, countBefore } from '../list-checks.ts';
import { placeAt } from '../list-places.ts';
import { listedColumns, readListed } from '../listed.ts';
import { articles, listing, lists } from '../schema.ts';
import { refuseRow } from '../tampered.ts';

const { placeholder } = sql;
/** Rows of `listing` that belong to the list named by the placeholder `list`. */
export const inList = sql`${listing.list} = (SELECT ${lists.id} FROM ${lists} WHERE ${lists.name} = ${placeholder('list')})`;

const newest = (orm: Orm) =>
  orm
    .select(listedColumns)
    .from(listing)
    .innerJoin(articles, eq(articles.number, listing.number))
    .where(and(inList, lte(listing.at, placeholder('until'))))
    .orderBy(desc(listing.at), desc(listing.number))
    .limit(placeholder('limit'))
    .prepare();

const nextScheduled = (orm: Orm) =>
  orm
    .select({ at: listing.at })
    .from(listing)
    .where(and(inList, sql`${listing.at} > ${placeholder('now')}`))
    .orderBy(asc(listing.at), asc(listing.number))
    .limit(1)
    .prepare();

/** Newest cards of a list that are out; the page is made anew when the list's next scheduled article appears. */
export async function newestCards(database: Database, list: string, limit: number): Promise<Card[]> {
  const now = await readList(database, list);
  return readListed(database, list, await prepared(database.orm, newest).all({ list, until: now, limit }));
}

/** Notes that the page stands on this list, and until when its look at it holds. Returns now in seconds. */
export async function readList({ orm }: Database, list: string): Promise<number> {
  readsFrom(`list:${list}`);
  const now = Math.floor(currentFill().now.getTime() / 1000);
  const scheduled = await prepared(orm, nextScheduled).get({ list, now });
  if (scheduled) trueUntil(scheduled.at * 1000);
  return now;
}

const between = (orm: Orm) =>
  orm
    .select(listedColumns)
    .from(listing)
    .innerJoin(articles, eq(articles.number, listing.number))
    .where(and(inList, gte(listing.at, placeholder('from')), lt(listing.at, placeholder('until'))))
    .orderBy(desc(listing.at), desc(listing.number))
    .limit(placeholder('limit'))
    .prepare();

/** Cards of a list with a time in [from, until), newest first, those not yet out left off. */
export async function cardsBetween(
  database: Database,
  list: string,
  from: Date,
  until: Date,
  limit: number,
): Promise<Card[]> {
  const now = await readList(database, list);
  const range = {
    from: Math.floor(from.getTime() / 1000),
    until: Math.min(Math.floor(until.getTime() / 1000), now + 1),
  };
  return readListed(database, list, await prepared(database.orm, between).all({ list, ...range, limit }));
}

/** How many articles a list holds, scheduled ones included. */
export async function countList(database: Database, list: string): Promise<number> {
  readsFrom(`list:${list}`);
  return checkedCount(database, list);
}

export type ListPage = {
  cards: Card[];
  /** Numbers of the neighbouring pages; null where there is none. Page `null` is the list's front. */
  older: number | null;
  newer: number | null;
};

const fromPlace = (orm: Orm) =>
  orm
    .select(listedColumns)
    .from(listing)
    .innerJoin(articles, eq(articles.number, listing.number))
    .where(
      and(
        inList,
        sql`(${listing.at}, ${listing.number}) >= (${placeholder('at')}, ${placeholder('number')})`,
        lte(listing.at, placeholder('until')),
      ),
    )
    .orderBy(asc(listing.at), asc(listing.number))
    .limit(placeholder('limit'))
    .prepare();

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
  const start = page <= highest ? await placeAt(database, list, (page - 1) * listPageSize) : undefined;
  if (!start) return null;
  await checkMarks(database, list, start);
  const until = await readList(database, list);
  const rows = await prepared(database.orm, fromPlace).all({ list, ...start, until, limit: listPageSize });
  return {
    cards: (await readListed(database, list, rows)).reverse(),
    older: page > 1 ? page - 1 : null,
    newer: page < highest ? page + 1 : null,
  };
}

const nearest = (newer: boolean) => (orm: Orm) =>
  orm
    .select(listedColumns)
    .from(listing)
    .innerJoin(articles, eq(articles.number, listing.number))
    .where(
      and(
        inList,
        newer
          ? sql`(${listing.at}, ${listing.number}) > (${placeholder('at')}, ${placeholder('number')})`
          : sql`(${listing.at}, ${listing.number}) < (${placeholder('at')}, ${placeholder('number')})`,
      ),
    )
    .orderBy(newer ? asc(listing.at) : desc(listing.at), newer ? asc(listing.number) : desc(listing.number))
    .limit(1)
    .prepare();
const nearestNewer = nearest(true);
const nearestOlder = nearest(false);

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
  const now = Math.floor(currentFill().now.getTime() / 1000);
  const older = await prepared(database.orm, nearestOlder).get({ list, ...place });
  const newer = await prepared(database.orm, nearestNewer).get({ list, ...place });
  const isOut = newer !== undefined && newer.at <= now;
  if (newer && !isOut) trueUntil(newer.at * 1000);
  const [previous = null] = await readListed(database, list, older ? [older] : []);
  const [next = null] = await readListed(database, list, isOut ? [newer] : []);
  return { previous, next };
}

const countsUnder = (orm: Orm) =>
  orm
    .select({ list: lists.name, count: lists.count })
    .from(lists)
    .where(and(gte(lists.name, placeholder('from')), lt(lists.name, placeholder('until'))))
    .orderBy(desc(lists.name))
    .limit(40_000)
    .prepare();

const scheduledBefore = (orm: Orm) =>
  orm
    .select({ count: sql<number>`count(*)` })
    .from(listing)
    .where(and(inList, sql`${listing.at} > ${placeholder('now')}`, lt(listing.at, placeholder('until'))))
    .prepare();

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
  const now = await readList(database, all);
  const base = `${group}:day:`;
  const read = async () => {
    const rows = await prepared(database.orm, countsUnder).all({ from: base + prefix, until: `${base}${prefix}~` });
    return new Map(rows.map(({ list, count }) => [list.slice(base.length), count]));
  };
  let days = await read();
  // A publication may come between the two looks; then they are taken again.
  for (let attempt = 1; sum(days.values()) !== (await listedIn(database, all, span)); attempt++) {
    if (attempt === 3) refuseRow('lists', `${base}${prefix}`, 'count');
    days = await read();
  }
  const until = Math.floor(today.until.getTime() / 1000);
  const later = await prepared(database.orm, scheduledBefore).get({ list: all, now, until });
  const counted = days.get(today.date);
  if (counted !== undefined) days.set(today.date, counted - (later?.count ?? 0));
  return new Map([...days].filter(([date, count]) => count > 0 && date <= today.date));
}

/** How many articles a list has in a span of time: what its days must add up to. */
async function listedIn(database: Database, list: string, span: Span): Promise<number> {
  if (!span) return checkedCount(database, list);
  const before = (moment: Date) => countBefore(database, list, moment.getTime() / 1000);
  return (await before(span.until)) - (await before(span.from));
}

const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);
