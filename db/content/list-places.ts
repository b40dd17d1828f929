import { type Database, write } from '../client.ts';
import {
  beginning,
  branchMarks,
  compare,
  end,
  type Key,
  type ListRow,
  listId,
  type Mark,
  marksDigest,
  placesBetween,
  placesDigest,
  upperMarks,
} from './list-tree.ts';
import { refuseRow } from './tampered.ts';

/**
 * The places of articles in lists, and marks among them. Some articles, chosen by their number alone, are marks: each
 * knows how many of the list stand between the mark before and itself, and the hash of that. The article at any rank is
 * found by adding up marks, whatever the dates are like, and an article that comes late or leaves changes one mark per
 * level instead of every page after it. What is stored depends on what the list holds, never on the order it came in.
 */

export type Place = { list: string; at: number; number: number };

/** One article in 64 is a mark of the first level, one in 4,096 of the second as well. */
export function isMark(number: number, level: 1 | 2): boolean {
  let mixed = Math.imul(number ^ (number >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  mixed ^= mixed >>> 16;
  return (mixed & (level === 1 ? 0x3f : 0xfff)) === 0;
}

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
  const after = moved.some(({ number }) => isMark(number, 1))
    ? await Stretch.around(database, row.id, moved, entered)
    : before;
  await after.write();
  await putRow(database, {
    ...row,
    count: row.count + entered.length - left.length,
    marks: before.isUpper || after.isUpper ? marksDigest(await upperMarks(database, row.id)) : row.marks,
    tail: before.hasTail || after.hasTail ? placesDigest(await after.tail()) : row.tail,
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

/** The marks whose hashes some places are part of. */
class Stretch {
  readonly #database: Database;
  readonly #list: number;
  readonly #first: readonly Mark[];
  readonly #second: readonly Mark[];
  /** Whether places behind the last mark are among them. */
  readonly hasTail: boolean;
  /** Whether uppermost marks are among them: those of the second level, or of the first behind the last of them. */
  readonly isUpper: boolean;
  readonly #last: Key;

  private constructor(
    [database, list]: readonly [Database, number],
    first: readonly Mark[],
    second: readonly Mark[],
    { hasTail, isUpper, last }: { hasTail: boolean; isUpper: boolean; last: Key },
  ) {
    this.#database = database;
    this.#list = list;
    this.#first = first;
    this.#second = second;
    this.hasTail = hasTail;
    this.isUpper = isUpper;
    this.#last = last;
  }

  /** `standing` are those of the places that are in the list now; a mark among them counts what stands before it. */
  static async around(database: Database, list: number, places: readonly Key[], standing: readonly Key[]) {
    const [last] = await lastMark(database, list, 1);
    const marks = places.filter(({ number }) => isMark(number, 1));
    const first = await ownersOf(database, list, 1, [
      ...(last ? places.filter((place) => compare(place, last) < 0).map(behind) : []),
      ...standing.filter(({ number }) => isMark(number, 1)),
    ]);
    const [lastSecond] = await lastMark(database, list, 2);
    const second = lastSecond
      ? await ownersOf(database, list, 2, [
          ...[...first, ...marks].filter((mark) => compare(mark, lastSecond) <= 0),
          ...marks.filter(({ number }) => isMark(number, 2)).map(behind),
        ])
      : [];
    return new Stretch([database, list], first, second, {
      hasTail: !last || places.some((place) => compare(last, place) <= 0),
      isUpper: second.length > 0 || first.some((mark) => !lastSecond || compare(lastSecond, mark) < 0),
      last: last ?? beginning,
    });
  }

  /** @throws TamperedRow when a list is not as its hashes say */
  async check({ id, name, marks, tail }: ListRow): Promise<void> {
    for (const mark of this.#first)
      if (!isSame(mark, await this.#counted(mark))) refuseRow('listing', name, 'list, at or number');
    for (const mark of this.#second)
      if (!isSame(mark, await this.#counted(mark))) refuseRow('list_marks', name, 'before or digest');
    if (this.isUpper && !marksDigest(await upperMarks(this.#database, id)).equals(marks))
      refuseRow('list_marks', name, 'at, number, before or digest');
    if (this.hasTail && !placesDigest(await this.tail()).equals(tail)) refuseRow('listing', name, 'list, at or number');
  }

  /** Counts and hashes the stretches anew. */
  async write(): Promise<void> {
    for (const mark of [...this.#first, ...this.#second]) {
      const { before: count, digest } = await this.#counted(mark);
      await this.#database.atomic([
        write`UPDATE list_marks SET before = ${count}, digest = ${digest}
              WHERE list = ${this.#list} AND level = ${mark.level} AND at = ${mark.at} AND number = ${mark.number}`,
      ]);
    }
  }

  tail(): Promise<Key[]> {
    return placesBetween(this.#database, this.#list, this.#last, end);
  }

  async #counted(mark: Mark): Promise<Pick<Mark, 'before' | 'digest'>> {
    const [from = beginning] = await markBefore(this.#database, this.#list, mark.level, mark);
    if (mark.level === 1) {
      const places = await placesBetween(this.#database, this.#list, from, mark);
      return { before: places.length, digest: placesDigest(places) };
    }
    const marks = await branchMarks(this.#database, this.#list, from, mark);
    return { before: marks.reduce((sum, { before }) => sum + before, 0), digest: marksDigest(marks) };
  }
}

/** Just behind a place, before every other. */
const behind = ({ at, number }: Key): Key => ({ at, number: number + 0.5 });

const isSame = (mark: Mark, { before, digest }: Pick<Mark, 'before' | 'digest'>): boolean =>
  mark.before === before && Buffer.from(mark.digest).equals(digest);

const lastMark = (database: Database, list: number, level: 1 | 2) => markBefore(database, list, level, end);

const markBefore = (database: Database, list: number, level: 1 | 2, { at, number }: Key): Promise<Mark[]> =>
  database.rows<Mark>(
    write`SELECT level, at, number, before, digest FROM list_marks
          WHERE list = ${list} AND level = ${level} AND (at, number) < (${at}, ${number}) ORDER BY at DESC, number DESC LIMIT 1`,
  );

/** The marks at these keys or next behind them, each once. */
async function ownersOf(database: Database, list: number, level: 1 | 2, keys: readonly Key[]): Promise<Mark[]> {
  const owners = new Map<number, Mark>();
  let last: Mark | undefined;
  for (const key of keys.toSorted(compare)) {
    if (last && compare(key, last) <= 0) continue;
    const { at, number } = key;
    const [mark] = await database.rows<Mark>(
      write`SELECT level, at, number, before, digest FROM list_marks
            WHERE list = ${list} AND level = ${level} AND (at, number) >= (${at}, ${number}) ORDER BY at, number LIMIT 1`,
    );
    // Behind the last mark there is none for what comes next, either.
    if (!mark) break;
    owners.set(mark.number, mark);
    last = mark;
  }
  return [...owners.values()];
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
