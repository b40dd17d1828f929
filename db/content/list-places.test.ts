import { expect, onTestFinished, test } from 'vitest';
import { type Database, write } from '../client.ts';
import { moveInLists, type Place } from './list-places.ts';
import { isMark } from './list-stretch.ts';
import { type Key, onList } from './list-tree.ts';
import { openContentWriter } from './writer.ts';

function openLists(): Database {
  const database = openContentWriter('file::memory:');
  onTestFinished(() => database.close());
  return database;
}

const list = 'zh:all';
const at = (number: number, moment: number): Place => ({ list, at: moment, number });
/** A permutation of 0…4,999 that jumps about. */
const scattered = Array.from({ length: 5_000 }, (_, index) => (index * 3_571) % 5_000);

/** As of the middle of a publication: there is no register here. */
const placeAt = (database: Database, name: string, rank: number): Promise<Key | undefined> =>
  database.exclusively(async () => (await onList(database, name, (tree) => tree.at(rank))) ?? undefined);

async function everyRank(database: Database, count: number): Promise<number[]> {
  const numbers: number[] = [];
  for (let rank = 0; rank < count; rank++) numbers.push((await placeAt(database, list, rank))?.number ?? Number.NaN);
  return numbers;
}

const marks = (database: Database) =>
  database.rows(write`SELECT level, at, number, before, digest FROM list_marks ORDER BY level, at, number`);

test('every rank of a list is found, in whatever order its articles came', async () => {
  const database = openLists();
  for (let start = 0; start < scattered.length; start += 500) {
    const arrived = scattered.slice(start, start + 500).map((n) => at(n + 1, 1_000 - n));
    await database.exclusively(() => moveInLists(database, [], arrived));
  }
  const oldestFirst = Array.from({ length: 5_000 }, (_, rank) => 5_000 - rank);
  expect(await everyRank(database, 5_000)).toEqual(oldestFirst);
  expect(await placeAt(database, list, 5_000)).toBeUndefined();
  expect(await placeAt(database, 'zh:nothing', 0)).toBeUndefined();
});

test('articles of one moment stand in the order of their numbers', async () => {
  const database = openLists();
  await database.exclusively(() =>
    moveInLists(
      database,
      [],
      scattered.map((n) => at(n + 1, 77)),
    ),
  );
  expect(await everyRank(database, 300)).toEqual(Array.from({ length: 300 }, (_, rank) => rank + 1));
  expect(await placeAt(database, list, 4_999)).toEqual({ at: 77, number: 5_000 });
});

test('articles that leave, marks among them, close the gap', async () => {
  const database = openLists();
  await database.exclusively(() =>
    moveInLists(
      database,
      [],
      scattered.map((n) => at(n + 1, n)),
    ),
  );
  const gone = scattered.filter((n) => n % 3 === 0 || isMark(n + 1, 2)).map((n) => at(n + 1, n));
  await database.exclusively(() => moveInLists(database, gone, []));
  const left = new Set(gone.map(({ number }) => number));
  const standing = Array.from({ length: 5_000 }, (_, n) => n + 1).filter((number) => !left.has(number));
  expect(await everyRank(database, standing.length)).toEqual(standing);
});

test('the marks depend on what a list holds, not on how it came to hold it', async () => {
  const straight = openLists();
  const wanted = Array.from({ length: 2_000 }, (_, n) => at(n + 1, n));
  await straight.exclusively(() => moveInLists(straight, [], wanted));
  const roundabout = openLists();
  await roundabout.exclusively(async () => {
    for (const n of scattered) await moveInLists(roundabout, [], [at(n + 1, n)]);
    await moveInLists(
      roundabout,
      scattered.filter((n) => n >= 2_000).map((n) => at(n + 1, n)),
      [],
    );
  });
  expect(await marks(roundabout)).toEqual(await marks(straight));
});

test('a list has the same number in whatever order lists were made, and none once it is empty', async () => {
  const inOrder = async (names: readonly string[]) => {
    const database = openLists();
    for (const name of names)
      await database.exclusively(() => moveInLists(database, [], [{ list: name, at: 1, number: 1 }]));
    return database;
  };
  const lists = (database: Database) => database.rows(write`SELECT id, name, count FROM lists ORDER BY name`);
  const database = await inOrder(['zh:all', 'zh:tag:a', 'en:all']);
  expect(await lists(database)).toEqual(await lists(await inOrder(['en:all', 'zh:tag:a', 'zh:all'])));
  await database.exclusively(() => moveInLists(database, [{ list: 'zh:tag:a', at: 1, number: 1 }], []));
  expect(await lists(database)).toEqual(await lists(await inOrder(['zh:all', 'en:all'])));
});
