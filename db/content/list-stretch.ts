import { type Database, write } from '../client.ts';
import {
  beginning,
  branchMarks,
  compare,
  digestOfWritten,
  end,
  type Key,
  type ListRow,
  type Mark,
  marksDigest,
  placesBetween,
  placesDigest,
  upperMarks,
} from './list-tree.ts';
import { refuseRow } from './tampered.ts';

/** One article in 64 is a mark of the first level, one in 4,096 of the second as well. */
export function isMark(number: number, level: 1 | 2): boolean {
  let mixed = Math.imul(number ^ (number >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  mixed ^= mixed >>> 16;
  return (mixed & (level === 1 ? 0x3f : 0xfff)) === 0;
}

/** Places of a list from one key to another, as they are stored. */
type Segment = { from: Key; until: Key; places: readonly Key[] };

/** The marks whose hashes some places are part of. */
export class Stretch {
  readonly #database: Database;
  readonly #list: number;
  readonly #first: readonly Mark[];
  readonly #second: readonly Mark[];
  /** Whether places behind the last mark are among them. */
  readonly hasTail: boolean;
  /** Whether uppermost marks are among them: those of the second level, or of the first behind the last of them. */
  readonly isUpper: boolean;
  readonly #last: Key;
  /** What was read before the marks of the first level, by their numbers, and behind the last of them (0). */
  readonly #segments = new Map<number, Segment>();

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
    for (const mark of this.#first) {
      const { places } = await this.#before(mark);
      if (!isSame(mark, places.length, placesDigest(places))) refuseRow('listing', name, 'list, at or number');
    }
    for (const mark of this.#second) {
      const below = await this.#branch(mark);
      if (!isSame(mark, countOf(below), marksDigest(below))) refuseRow('list_marks', name, 'before or digest');
    }
    if (this.isUpper && !marksDigest(await upperMarks(this.#database, id)).equals(marks))
      refuseRow('list_marks', name, 'at, number, before or digest');
    if (this.hasTail && !placesDigest(await this.tail()).equals(tail)) refuseRow('listing', name, 'list, at or number');
  }

  /** Is told which places left and which entered, none of them a mark: what was read need not be read again. */
  move(left: readonly Key[], entered: readonly Key[]): void {
    for (const segment of this.#segments.values()) {
      const isIn = (place: Key) => compare(segment.from, place) <= 0 && compare(place, segment.until) < 0;
      const gone = left.filter(isIn);
      const stay = segment.places.filter((place) => !gone.some((one) => compare(one, place) === 0));
      segment.places = [...stay, ...entered.filter(isIn)].sort(compare);
    }
  }

  /** Counts and hashes the stretches anew. */
  async write(): Promise<void> {
    for (const mark of this.#first) {
      const { places } = await this.#before(mark);
      await this.#put(mark, places.length, digestOfWritten(this.#database, places));
    }
    for (const mark of this.#second) {
      const below = await this.#branch(mark);
      await this.#put(mark, countOf(below), marksDigest(below));
    }
  }

  /** What stands behind the last mark. */
  async tail(): Promise<readonly Key[]> {
    return (await this.#segment(0, async () => this.#last, end)).places;
  }

  /** What stands before a mark of the first level. */
  #before(mark: Mark): Promise<Segment> {
    const from = async () => (await markBefore(this.#database, this.#list, 1, mark))[0] ?? beginning;
    return this.#segment(mark.number, from, mark);
  }

  async #segment(name: number, first: () => Promise<Key>, until: Key): Promise<Segment> {
    const known = this.#segments.get(name);
    if (known) return known;
    const from = await first();
    const segment = { from, until, places: await placesBetween(this.#database, this.#list, from, until) };
    this.#segments.set(name, segment);
    return segment;
  }

  async #branch(mark: Mark): Promise<Mark[]> {
    const [from = beginning] = await markBefore(this.#database, this.#list, 2, mark);
    return branchMarks(this.#database, this.#list, from, mark);
  }

  #put({ level, at, number }: Mark, count: number, digest: Buffer): Promise<void> {
    return this.#database.atomic([
      write`UPDATE list_marks SET before = ${count}, digest = ${digest}
            WHERE list = ${this.#list} AND level = ${level} AND at = ${at} AND number = ${number}`,
    ]);
  }
}

/** Just behind a place, before every other. */
const behind = ({ at, number }: Key): Key => ({ at, number: number + 0.5 });

const isSame = (mark: Mark, count: number, digest: Buffer): boolean =>
  mark.before === count && digest.equals(mark.digest);

const countOf = (marks: readonly Mark[]): number => marks.reduce((sum, { before }) => sum + before, 0);

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
