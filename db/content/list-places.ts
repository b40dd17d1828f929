import { createHash } from 'node:crypto';
import { type Database, write } from '../client.ts';

/**
 * The places of articles in lists, and marks among them. Some articles, chosen by their number alone, are marks: each
 * knows how many of the list stand between the mark before and itself. The article at any rank is found by adding up
 * marks, whatever the dates are like, and an article that comes late or leaves changes the count of one mark per level
 * instead of every page after it. What is stored depends on what the list holds, never on the order it came in.
 */

export type Place = { list: string; at: number; number: number };
type Key = { at: number; number: number };
const beginning: Key = { at: Number.MIN_SAFE_INTEGER, number: 0 };
const end: Key = { at: Number.MAX_SAFE_INTEGER, number: 0 };

/** One article in 64 is a mark of the first level, one in 4,096 of the second as well. */
const levels = [1, 2] as const;
type Level = (typeof levels)[number];

export function isMark(number: number, level: Level): boolean {
  let mixed = Math.imul(number ^ (number >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  mixed ^= mixed >>> 16;
  return (mixed & (level === 1 ? 0x3f : 0xfff)) === 0;
}

/** Takes articles out of lists and puts others in. Runs inside of `exclusively`: it reads what it changes. */
export async function moveInLists(database: Database, left: readonly Place[], entered: readonly Place[]) {
  for (const [name, places] of byList(left)) {
    const list = await openList(database, name, -places.length);
    for (const place of places) await leave(database, list, place);
    await closeIfEmpty(database, name);
  }
  for (const [name, places] of byList(entered)) {
    const list = await openList(database, name, places.length);
    const last = { 1: await lastMark(database, list, 1), 2: await lastMark(database, list, 2) };
    for (const place of places.sort(compare)) await enter(database, list, place, last);
  }
}

/** Since when each of these lists holds an article, in seconds; empty ones are left out. */
export async function firstPlaces(database: Database, names: readonly string[]): Promise<Map<string, number>> {
  const rows = await database.rows<{ name: string; at: number | null }>(
    write`SELECT name, (SELECT min(at) FROM listing WHERE list = lists.id) AS at FROM lists
          WHERE name IN (SELECT value FROM json_each(${JSON.stringify(names)}))`,
  );
  return new Map(rows.flatMap(({ name, at }) => (at === null ? [] : [[name, at]])));
}

/** Counts articles under a name that lists none: those of a day. */
export async function countUnder(database: Database, name: string, by: number): Promise<void> {
  await openList(database, name, by);
  await closeIfEmpty(database, name);
}

function byList(places: readonly Place[]): Map<string, Place[]> {
  return Map.groupBy(places, ({ list }) => list);
}

const compare = (a: Key, b: Key) => a.at - b.at || a.number - b.number;

/** The number of a list, made when it is new, with `by` added to its count. */
async function openList(database: Database, name: string, by: number): Promise<number> {
  const known = await idOf(database, name);
  if (known === undefined) return makeList(database, name, by);
  await database.atomic([write`UPDATE lists SET count = count + ${by} WHERE id = ${known}`]);
  return known;
}

async function idOf(database: Database, name: string): Promise<number | undefined> {
  const [row] = await database.rows<{ id: number }>(write`SELECT id FROM lists WHERE name = ${name}`);
  return row?.id;
}

/** A list's number is a hash of its name, so that it is the same in a read model made anew. */
async function makeList(database: Database, name: string, count: number): Promise<number> {
  // 47 bits: the largest number that SQLite stores in six bytes.
  const hash = createHash('sha256').update(name).digest().readUIntBE(0, 6) % 2 ** 47;
  for (let id = hash; ; id++) {
    const [taken] = await database.rows(write`SELECT 1 FROM lists WHERE id = ${id}`);
    if (taken) continue;
    await database.atomic([write`INSERT INTO lists (id, name, count) VALUES (${id}, ${name}, ${count})`]);
    return id;
  }
}

/** A name that counts nothing is as good as none, and one less to keep. */
const closeIfEmpty = (database: Database, name: string) =>
  database.atomic([write`DELETE FROM lists WHERE name = ${name} AND count = 0`]);

async function enter(database: Database, list: number, key: Key, last: Record<Level, Key | null>): Promise<void> {
  const { at, number } = key;
  await database.atomic([write`INSERT INTO listing (list, at, number) VALUES (${list}, ${at}, ${number})`]);
  for (const level of levels) {
    const end = last[level];
    // New articles stand behind every mark, mostly: then there is none to count them.
    const behindAll = end === null || compare(end, key) < 0;
    let before = 0;
    if (isMark(number, level)) {
      before = await countBefore(database, list, level, key);
      await database.atomic([
        write`INSERT INTO list_marks (list, level, at, number, before) VALUES (${list}, ${level}, ${at}, ${number}, ${before})`,
      ]);
      if (behindAll) last[level] = key;
    }
    if (!behindAll) await countAtNextMark(database, list, level, key, 1 - before);
  }
}

async function leave(database: Database, list: number, key: Key): Promise<void> {
  const { at, number } = key;
  await database.atomic([write`DELETE FROM listing WHERE list = ${list} AND at = ${at} AND number = ${number}`]);
  for (const level of levels) {
    const [mark] = isMark(number, level)
      ? await database.rows<{ before: number }>(
          write`DELETE FROM list_marks WHERE list = ${list} AND level = ${level} AND at = ${at} AND number = ${number} RETURNING before`,
        )
      : [];
    await countAtNextMark(database, list, level, key, (mark?.before ?? 0) - 1);
  }
}

async function lastMark(database: Database, list: number, level: Level): Promise<Key | null> {
  const [mark] = await database.rows<Key>(
    write`SELECT at, number FROM list_marks WHERE list = ${list} AND level = ${level} ORDER BY at DESC, number DESC LIMIT 1`,
  );
  return mark ?? null;
}

const countAtNextMark = (database: Database, list: number, level: Level, { at, number }: Key, by: number) =>
  database.atomic([
    write`UPDATE list_marks SET before = before + ${by}
          WHERE list = ${list} AND level = ${level} AND (at, number) = (
            SELECT at, number FROM list_marks
            WHERE list = ${list} AND level = ${level} AND (at, number) > (${at}, ${number}) ORDER BY at, number LIMIT 1)`,
  ]);

/** How many of the list stand from the mark before a place to that place. */
async function countBefore(database: Database, list: number, level: Level, { at, number }: Key): Promise<number> {
  const [previous = beginning] = await database.rows<Key>(
    write`SELECT at, number FROM list_marks WHERE list = ${list} AND level = ${level} AND (at, number) < (${at}, ${number})
          ORDER BY at DESC, number DESC LIMIT 1`,
  );
  const query =
    level === 1
      ? write`SELECT count(*) AS count FROM listing
              WHERE list = ${list} AND (at, number) >= (${previous.at}, ${previous.number}) AND (at, number) < (${at}, ${number})`
      : write`SELECT total(before) AS count FROM list_marks
              WHERE list = ${list} AND level = 1 AND (at, number) > (${previous.at}, ${previous.number}) AND (at, number) <= (${at}, ${number})`;
  const [counted] = await database.rows<{ count: number }>(query);
  return counted?.count ?? 0;
}

/** The place at a rank of a list, counted from 0 at the oldest. Undefined when the list is shorter or is none. */
export async function placeAt(database: Database, name: string, rank: number): Promise<Key | undefined> {
  const list = await idOf(database, name);
  if (list === undefined) return undefined;
  const upper = await markUpTo(database, list, 2, { ...beginning, rank: 0 }, end, rank);
  const [next = end] = await database.rows<Key>(
    write`SELECT at, number FROM list_marks
          WHERE list = ${list} AND level = 2 AND (at, number) > (${upper.at}, ${upper.number}) ORDER BY at, number LIMIT 1`,
  );
  const { at, number, rank: from } = await markUpTo(database, list, 1, upper, next, rank);
  const [place] = await database.rows<Key>(
    write`SELECT at, number FROM listing WHERE list = ${list} AND (at, number) >= (${at}, ${number})
          ORDER BY at, number LIMIT 1 OFFSET ${rank - from}`,
  );
  return place;
}

/** The last mark of a level between two places that does not lie beyond a rank; the first place when none does. */
async function markUpTo(
  database: Database,
  list: number,
  level: Level,
  from: Key & { rank: number },
  until: Key,
  rank: number,
): Promise<Key & { rank: number }> {
  const [mark = from] = await database.rows<Key & { rank: number }>(
    write`SELECT at, number, rank FROM (
            SELECT at, number, ${from.rank} + sum(before) OVER (ORDER BY at, number) AS rank FROM list_marks
            WHERE list = ${list} AND level = ${level} AND (at, number) > (${from.at}, ${from.number})
              AND (at, number) < (${until.at}, ${until.number}))
          WHERE rank <= ${rank} ORDER BY rank DESC LIMIT 1`,
  );
  return mark;
}
