import { expect, onTestFinished, test } from 'vitest';
import { type Database, write } from '../client.ts';
import { checkedCount, checkMarks, countBefore } from './list-checks.ts';
import { moveInLists } from './list-places.ts';
import { openContentWriter } from './writer.ts';

const list = 'zh:all';
const size = 9_000;

async function openList(): Promise<Database> {
  const database = openContentWriter('file::memory:');
  onTestFinished(() => database.close());
  const places = Array.from({ length: size }, (_, n) => ({ list, at: 10 * n, number: n + 1 }));
  await database.exclusively(() => moveInLists(database, [], places));
  return database;
}

test('the count of a list, and how much of it is older than a moment, follow from its marks', async () => {
  const database = await openList();
  expect(await checkedCount(database, list)).toBe(size);
  expect(await checkedCount(database, 'zh:nothing')).toBe(0);
  for (const n of [0, 1, 63, 64, 4_095, 5_000, size - 1, size])
    expect(await countBefore(database, list, 10 * n)).toBe(n);
});

test('marks that count what stands between them pass, wherever one looks', async () => {
  const database = await openList();
  for (let n = 0; n < size; n += 97) await checkMarks(database, list, { at: 10 * n, number: n + 1 });
});

test('a count that was changed is noticed', async () => {
  const database = await openList();
  await database.atomic([write`UPDATE lists SET count = count + 30`]);
  await expect(checkedCount(database, list)).rejects.toMatchObject({ tampering: { table: 'lists', field: 'count' } });
});

test('a mark of either level that was changed is noticed at its place', async () => {
  for (const level of [1, 2]) {
    const database = await openList();
    const [mark] = await database.rows<{ at: number; number: number }>(
      write`SELECT at, number FROM list_marks WHERE level = ${level} LIMIT 1`,
    );
    if (!mark) throw new Error('no mark');
    await database.atomic([
      write`UPDATE list_marks SET before = before + 1 WHERE level = ${level} AND at = ${mark.at} AND number = ${mark.number}`,
    ]);
    const before = { at: mark.at - 10, number: mark.number - 1 };
    await expect(checkMarks(database, list, before)).rejects.toMatchObject({ tampering: { table: 'list_marks' } });
  }
});

test('an article taken out of the list, or put in, is noticed near its place or in the count', async () => {
  for (const n of [100, 5_000]) {
    const database = await openList();
    await database.atomic([write`DELETE FROM listing WHERE number = ${n}`]);
    const near = checkMarks(database, list, { at: 10 * n, number: n });
    await expect(near).rejects.toMatchObject({ tampering: { table: 'list_marks' } });
  }
  const database = await openList();
  await database.atomic([write`DELETE FROM listing WHERE number = ${size}`]);
  await expect(checkedCount(database, list)).rejects.toMatchObject({ tampering: { table: 'lists' } });
});
