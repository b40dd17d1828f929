import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { type Database, ForeignProgram, openDatabase, plannedOnce, write } from './client.ts';

async function openNotes(): Promise<Database> {
  const database = openDatabase('file::memory:');
  onTestFinished(() => database.close());
  await database.atomic([write`CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT`]);
  return database;
}

const add = (id: number, text: string) => write`INSERT INTO notes (id, text) VALUES (${id}, ${text})`;
const texts = async (database: Database) =>
  (await database.rows<{ text: string }>(write`SELECT text FROM notes ORDER BY id`)).map(({ text }) => text);
const later = () => new Promise((resolve) => setImmediate(resolve));

test('what others write and read on the same connection waits until a long transaction has ended', async () => {
  const database = await openNotes();
  const long = database.exclusively(async () => {
    await database.atomic([add(1, 'undone')]);
    await later();
    throw new Error('given up');
  });
  const other = database.atomic([add(2, 'kept')]);
  const seen = texts(database);
  await expect(long).rejects.toThrow('given up');
  await other;
  expect(await seen).toEqual(['kept']);
  expect(await texts(database)).toEqual(['kept']);
});

test('two long transactions come one after the other, and one within another is part of it', async () => {
  const database = await openNotes();
  const order: string[] = [];
  const work = (name: string) => () =>
    database.exclusively(async () => {
      order.push(`${name} begins`);
      await later();
      order.push(`${name} ends`);
    });
  await Promise.all([database.exclusively(work('first')), work('second')(), work('third')()]);
  expect(order).toEqual(['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]));
});

test('a long transaction in which a write failed is not kept, whatever became of the error', async () => {
  const database = await openNotes();
  const long = database.exclusively(async () => {
    await database.atomic([add(1, 'half'), add(1, 'taken')]).catch(() => {});
    return 'done';
  });
  await expect(long).rejects.toThrow('UNIQUE');
  await database.exclusively(() => database.atomic([add(1, 'whole')]));
  expect(await texts(database)).toEqual(['whole']);
});

test('values a plan could depend on are hidden from it in ordered and limited queries, and from no other statement', () => {
  expect(plannedOnce('SELECT a FROM t WHERE b = ? AND c < ? ORDER BY a LIMIT ?')).toBe(
    'SELECT a FROM t WHERE b = (SELECT ?) AND c < ? ORDER BY a LIMIT (SELECT ?)',
  );
  for (const text of ['SELECT a FROM t WHERE b = ?', 'UPDATE t SET a = ? WHERE b = ?', 'DELETE FROM t WHERE a = ?'])
    expect(plannedOnce(text)).toBe(text);
});

/** A file of notes, and another program that has it open. */
async function openShared() {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-client-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const url = `file:${join(folder, 'notes.db')}`;
  const database = openDatabase(url);
  await database.atomic([write`CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT`]);
  const reader = openDatabase(url, { readonly: true });
  const other = new Sqlite(join(folder, 'notes.db'));
  onTestFinished(() => {
    for (const open of [database, reader, other]) open.close();
  });
  return { database, reader, other };
}

test('a trigger that somebody puts into the file never runs in what is written after', async () => {
  const { database, other } = await openShared();
  await database.atomic([add(1, 'kept')]);
  other.exec("CREATE TRIGGER t AFTER INSERT ON notes BEGIN UPDATE notes SET text = 'spam'; END");
  await expect(database.atomic([add(2, 'refused')])).rejects.toThrow(/notes\.db holds the trigger "t"/);
  await expect(database.exclusively(async () => {})).rejects.toThrow(ForeignProgram);
  expect(await texts(database)).toEqual(['kept']);
  other.exec('DROP TRIGGER t');
  await database.atomic([add(2, 'again')]);
  expect(await texts(database)).toEqual(['kept', 'again']);
});

test('a view in the place of a table is refused before anything is asked of it', async () => {
  const { reader, other } = await openShared();
  reader.refusePrograms();
  other.exec('ALTER TABLE notes RENAME TO taken; CREATE VIEW notes AS SELECT * FROM taken');
  expect(() => reader.refusePrograms()).toThrow('the view "notes"');
});
