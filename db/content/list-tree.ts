import { sha256Bytes } from '../../article/hash.ts';
import { type Database, type Orm, write } from '../client.ts';
import { currentRegister } from './register.ts';
import { listShelves, readShelf, type Shelf } from './shelves.ts';
import { refuseRow } from './tampered.ts';

/**
 * The places of a list as the newsroom signed them. Marks (list-places.ts) cut a list into segments of about 64 places;
 * a mark of the first level holds the hash of the segment before it, one of the second that of the marks before it, and
 * the list itself that of its uppermost marks and of the places behind the last. Its row stands on a signed shelf. So any
 * stretch of a list, however long the list is, is proven whole by hashing what is read of it.
 */

export type Key = { at: number; number: number };
export type Mark = Key & { level: 1 | 2; before: number; digest: Uint8Array };
export type ListRow = { id: number; name: string; count: number; marks: Uint8Array; tail: Uint8Array };

export const beginning: Key = { at: Number.MIN_SAFE_INTEGER, number: 0 };
export const end: Key = { at: Number.MAX_SAFE_INTEGER, number: 0 };
export const compare = (a: Key, b: Key): number => a.at - b.at || a.number - b.number;
/** Behind everything before this second, and before everything of it. */
export const startOf = (at: number): Key => ({ at, number: 0 });

export const placesDigest = (places: readonly Key[]): Buffer =>
  sha256Bytes(`places\n${places.map(({ at, number }) => `${at} ${number}`).join('\n')}`);
export const marksDigest = (marks: readonly Mark[]): Buffer =>
  sha256Bytes(
    `marks\n${marks.map(({ level, at, number, before, digest }) => `${level} ${at} ${number} ${before} ${Buffer.from(digest).toString('base64')}`).join('\n')}`,
  );

const idsPerShelf = 2 ** 35;

/**
 * A list's number: its shelf, and a hash of its name, so that it is the same in a read model made anew. Days of a month
 * share a shelf: they are read together.
 */
export function listId(name: string): number {
  const own = sha256Bytes(name);
  const shelf = (/:day:/.test(name) ? sha256Bytes(name.slice(0, -3)) : own).readUInt16BE(0) % listShelves;
  // 47 bits in all: the largest number that SQLite stores in six bytes.
  return shelf * idsPerShelf + (own.readUIntBE(2, 5) % idsPerShelf);
}

export function listShelf(name: string): Shelf<ListRow> {
  const number = Math.floor(listId(name) / idsPerShelf);
  const [first, last] = [number * idsPerShelf, (number + 1) * idsPerShelf - 1];
  return {
    ...{ number, table: 'lists', row: name, field: 'name, count, marks or tail' },
    read: (database) =>
      database.rows<ListRow>(
        write`SELECT id, name, count, marks, tail FROM lists WHERE id BETWEEN ${first} AND ${last} ORDER BY id`,
      ),
    spell: ({ id, name: own, count, marks, tail }) =>
      `${id}\n${own}\n${count}\n${Buffer.from(marks).toString('base64')}\n${Buffer.from(tail).toString('base64')}`,
  };
}

/** The row of a list; undefined for one that holds nothing. @throws TamperedRow */
export async function listRow(database: Database, name: string): Promise<ListRow | undefined> {
  if (database.isWriting()) {
    const [row] = await database.rows<ListRow>(
      write`SELECT id, name, count, marks, tail FROM lists WHERE name = ${name}`,
    );
    return row;
  }
  return (await readShelf(database, listShelf(name))).find((row) => row.name === name);
}

/** What was read is not what the digest stands over: another publication came between, or somebody changed it. */
class Unlike extends Error {
  readonly table: string;
  readonly field: string;

  constructor(table: string, field: string) {
    super(table);
    this.table = table;
    this.field = field;
  }
}

/** Looks at a list, again when a publication came between its parts. Null for one that holds nothing. @throws TamperedRow */
export async function onList<T>(
  database: Database,
  name: string,
  look: (tree: ListTree) => Promise<T>,
): Promise<T | null> {
  for (let attempt = 1; ; attempt++) {
    const row = await listRow(database, name);
    if (!row) return null;
    try {
      return await look(await ListTree.open(database, row));
    } catch (error) {
      if (!(error instanceof Unlike)) throw error;
      if (attempt === 3 || database.isWriting()) refuseRow(error.table, name, error.field);
      await currentRegister(database);
    }
  }
}

/** Since when each of these lists holds an article, in seconds; empty ones are left out. @throws TamperedRow */
export async function firstPlaces(database: Database, names: readonly string[]): Promise<Map<string, number>> {
  const firsts = new Map<string, number>();
  for (const name of names) {
    const [first] = (await onList(database, name, (tree) => tree.above(beginning, 1))) ?? [];
    if (first) firsts.set(name, first.at);
  }
  return firsts;
}

type Span = { level: 0 | 1 | 2; from: Key; until: Key; before: number; digest: Uint8Array };

type Proven = { items: number; byDigest: Map<string, readonly Mark[] | readonly Key[]> };
const proven = new WeakMap<Orm, Proven>();
/** About 100 bytes each. */
const mostProven = 100_000;

/** What a digest stands over. What was proven once is not read again. @throws Unlike */
async function prove<Item extends Mark | Key>(
  { orm }: Database,
  digest: Uint8Array,
  digestOf: (items: readonly Item[]) => Buffer,
  read: () => Promise<Item[]>,
  unlike: () => Unlike,
): Promise<readonly Item[]> {
  const name = Buffer.from(digest).toString('base64');
  const found = proven.get(orm)?.byDigest.get(name);
  if (found) return found as readonly Item[];
  const items = await read();
  if (!digestOf(items).equals(digest)) throw unlike();
  keepProven(orm, name, items);
  return items;
}

function keepProven(orm: Orm, name: string, items: readonly Mark[] | readonly Key[]): void {
  const known = proven.get(orm);
  const kept = known && known.items < mostProven ? known : { items: 0, byDigest: new Map() };
  kept.byDigest.set(name, items);
  kept.items += items.length + 1;
  proven.set(orm, kept);
}

/** The digest of places that were just written, kept: who looks at the list next need not read them. */
export function digestOfWritten({ orm }: Database, places: readonly Key[]): Buffer {
  const digest = placesDigest(places);
  keepProven(orm, digest.toString('base64'), places);
  return digest;
}

const falseMarks = () => new Unlike('list_marks', 'at, number, before or digest');
const falsePlaces = () => new Unlike('listing', 'list, at or number');

/** A list as of one publication. Everything it gives out is proven. */
export class ListTree {
  readonly row: ListRow;
  readonly #database: Database;
  readonly #spans: readonly Span[];

  private constructor(database: Database, row: ListRow, marks: readonly Mark[]) {
    this.row = row;
    this.#database = database;
    const tail: Span = { level: 0, from: marks.at(-1) ?? beginning, until: end, before: 0, digest: row.tail };
    this.#spans = [...spansOf(marks, beginning), tail];
  }

  static async open(database: Database, row: ListRow): Promise<ListTree> {
    const marks = await prove(database, row.marks, marksDigest, () => upperMarks(database, row.id), falseMarks);
    return new ListTree(database, row, marks);
  }

  /** Places before a key, the nearest first. */
  async below(key: Key, most: number): Promise<Key[]> {
    const places: Key[] = [];
    await this.#walk(
      (span) => compare(span.from, key) < 0,
      true,
      (segment) => {
        for (let index = segment.length - 1; index >= 0 && places.length < most; index--)
          if (compare(segment[index] as Key, key) < 0) places.push(segment[index] as Key);
        return places.length < most;
      },
    );
    return places;
  }

  /** Places behind a key, the nearest first. */
  async above(key: Key, most: number): Promise<Key[]> {
    const places: Key[] = [];
    await this.#walk(
      (span) => compare(span.until, key) > 0,
      false,
      (segment) => {
        for (let index = 0; index < segment.length && places.length < most; index++)
          if (compare(segment[index] as Key, key) > 0) places.push(segment[index] as Key);
        return places.length < most;
      },
    );
    return places;
  }

  /** How many places stand before a key. */
  async rank(key: Key): Promise<number> {
    let rank = 0;
    const count = async (spans: readonly Span[]): Promise<void> => {
      for (const span of spans) {
        if (span.level > 0 && compare(span.until, key) <= 0) rank += span.before;
        else if (span.level === 2) return count(await this.#branch(span));
        else {
          for (const place of await this.#segment(span)) if (compare(place, key) < 0) rank++;
          return;
        }
      }
    };
    await count(this.#spans);
    return rank;
  }

  /** The place at a rank, counted from 0 at the oldest. */
  async at(rank: number): Promise<Key | undefined> {
    let left = rank;
    const find = async (spans: readonly Span[]): Promise<Key | undefined> => {
      for (const span of spans) {
        if (span.level > 0 && span.before <= left) left -= span.before;
        else return span.level === 2 ? find(await this.#branch(span)) : (await this.#segment(span))[left];
      }
      return undefined;
    };
    return find(this.#spans);
  }

  /** Shows the wanted segments one by one, as long as `show` says so. */
  async #walk(
    isWanted: (span: Span) => boolean,
    down: boolean,
    show: (segment: readonly Key[]) => boolean,
    spans: readonly Span[] = this.#spans,
  ): Promise<boolean> {
    for (let step = 0; step < spans.length; step++) {
      const span = spans[down ? spans.length - 1 - step : step] as Span;
      if (!isWanted(span)) continue;
      const goesOn =
        span.level === 2
          ? await this.#walk(isWanted, down, show, await this.#branch(span))
          : show(await this.#segment(span));
      if (!goesOn) return false;
    }
    return true;
  }

  async #branch({ digest, from, until }: Span): Promise<Span[]> {
    const read = () => branchMarks(this.#database, this.row.id, from, until);
    return spansOf(await prove(this.#database, digest, marksDigest, read, falseMarks), from);
  }

  #segment({ digest, from, until }: Span): Promise<readonly Key[]> {
    const read = () => placesBetween(this.#database, this.row.id, from, until);
    return prove(this.#database, digest, placesDigest, read, falsePlaces);
  }
}

const spansOf = (marks: readonly Mark[], first: Key): Span[] =>
  marks.map((mark, index) => ({
    level: mark.level,
    from: marks[index - 1] ?? first,
    until: mark,
    before: mark.before,
    digest: mark.digest,
  }));

/** Places from one mark, itself included, to the next. */
export const placesBetween = (database: Database, list: number, from: Key, until: Key): Promise<Key[]> =>
  database.rows<Key>(
    write`SELECT at, number FROM listing WHERE list = ${list} AND (at, number) >= (${from.at}, ${from.number})
          AND (at, number) < (${until.at}, ${until.number}) ORDER BY at, number`,
  );

/** Marks of the first level behind one mark of the second, to the next, itself included. */
export const branchMarks = (database: Database, list: number, from: Key, until: Key): Promise<Mark[]> =>
  database.rows<Mark>(
    write`SELECT level, at, number, before, digest FROM list_marks WHERE list = ${list} AND level = 1
          AND (at, number) > (${from.at}, ${from.number}) AND (at, number) <= (${until.at}, ${until.number})
          ORDER BY at, number`,
  );

/** All marks of the second level, and those of the first behind the last of them. */
export async function upperMarks(database: Database, list: number): Promise<Mark[]> {
  const second = await database.rows<Mark>(
    write`SELECT level, at, number, before, digest FROM list_marks WHERE list = ${list} AND level = 2 ORDER BY at, number`,
  );
  return [...second, ...(await branchMarks(database, list, second.at(-1) ?? beginning, end))];
}
