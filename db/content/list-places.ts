import { type Database, write } from '../client.ts';
import { isMark, Stretch } from './list-stretch.ts';
import { digestOfWritten, type Key, type ListRow, listId, marksDigest, placesDigest, upperMarks } from './list-tree.ts';

/**
 * The places of articles in lists, and marks among them. Some articles, chosen by their number alone, are marks: each
 * knows how many of the list stand between the mark before and itself, and the hash of that. The article at any rank is
 * found by adding up marks, whatever the dates are like, and an article that comes late or leaves changes one mark per
 * level instead of every page after it. What is stored depends on what the list holds, never on the order it came in.
 */

export type Place = { list: string; at: number; number: number };

/**
 * Takes articles out of lists and puts others in. What of a list changes is compared with its hashes first, so that
 * nothing somebody else put there is signed with it. Runs inside of `exclusively`. @throws TamperedRow
 */
export async function moveInLists(database: Database, left: readonly Place[], entered: readonly Place[]) {
  const out = Map.groupBy(left, ({ list }) => list);
  const into = Map.groupBy(entered, ({ list }) => list);
  for (const name of new Set([...out.keys(), ...into.keys()]))
    await moveInList(database, name, out.get(name) ?? [], into.get(name) ?? []);
}

/** Counts articles under a name that lists none: those of a day. */
export async function countUnder(database: Database, name: string, by: number): Promise<void> {
  const row = (await rowOf(database, name)) ?? (await emptyList(database, name));
  await putRow(database, { ...row, count: row.count + by });
}

async function moveInList(database: Database, name: string, left: readonly Key[], entered: readonly Key[]) {
  const row = (await rowOf(database, name)) ?? (await emptyList(database, name));
  const moved = [...left, ...entered];
  const before = await Stretch.around(database, row.id, moved, left);
  await before.check(row);
  for (const place of left) await leave(database, row.id, place);
  for (const place of entered) await enter(database, row.id, place);
  // Where no mark came or went the same ones count the same stretches: so it is for 63 articles of 64.
  const isSame = !moved.some(({ number }) => isMark(number, 1));
  if (isSame) before.move(left, entered);
  const after = isSame ? before : await Stretch.around(database, row.id, moved, entered);
  await after.write();
  await putRow(database, {
    ...row,
    count: row.count + entered.length - left.length,
    marks: before.isUpper || after.isUpper ? marksDigest(await upperMarks(database, row.id)) : row.marks,
    tail: before.hasTail || after.hasTail ? digestOfWritten(database, await after.tail()) : row.tail,
  });
}

async function leave(database: Database, list: number, { at, number }: Key): Promise<void> {
  await database.atomic([
    write`DELETE FROM listing WHERE list = ${list} AND at = ${at} AND number = ${number}`,
    ...(isMark(number, 1)
      ? [write`DELETE FROM list_marks WHERE list = ${list} AND level IN (1, 2) AND at = ${at} AND number = ${number}`]
      : []),
  ]);
}

const uncounted = new Uint8Array();

async function enter(database: Database, list: number, { at, number }: Key): Promise<void> {
  await database.atomic([write`INSERT INTO listing (list, at, number) VALUES (${list}, ${at}, ${number})`]);
  for (const level of [1, 2] as const)
    if (isMark(number, level))
      await database.atomic([
        write`INSERT INTO list_marks (list, level, at, number, before, digest) VALUES (${list}, ${level}, ${at}, ${number}, 0, ${uncounted})`,
      ]);
}

const nothing = { marks: marksDigest([]), tail: placesDigest([]) };

async function emptyList(database: Database, name: string): Promise<ListRow> {
  for (let id = listId(name); ; id++) {
    const [taken] = await database.rows(write`SELECT 1 FROM lists WHERE id = ${id}`);
    if (!taken) return { id, name, count: 0, ...nothing };
  }
}

async function rowOf(database: Database, name: string): Promise<ListRow | undefined> {
  const [row] = await database.rows<ListRow>(
    write`SELECT id, name, count, marks, tail FROM lists WHERE name = ${name}`,
  );
  return row;
}

/** A name that counts nothing is as good as none, and one less to keep. */
const putRow = (database: Database, { id, name, count, marks, tail }: ListRow): Promise<void> =>
  database.atomic([
    count === 0
      ? write`DELETE FROM lists WHERE id = ${id}`
      : write`INSERT INTO lists (id, name, count, marks, tail) VALUES (${id}, ${name}, ${count}, ${marks}, ${tail})
              ON CONFLICT (id) DO UPDATE SET count = excluded.count, marks = excluded.marks, tail = excluded.tail`,
  ]);
