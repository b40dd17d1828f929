import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../client.ts';
import { bringUpToDate, OtherSchema } from './migrations.ts';

/** Versions of a program: each has the migrations of the one before, and one more. */
const first = 'CREATE TABLE notes (\n  -- Never empty.\n  text TEXT NOT NULL\n) STRICT;';
const second =
  'ALTER TABLE notes ADD COLUMN author TEXT;\n--> statement-breakpoint\nCREATE INDEX notes_author ON notes (author);';

async function program(...migrations: string[]): Promise<{ open(file: string): void }> {
  const folder = testFolder();
  await mkdir(join(folder, 'meta'));
  const entries = migrations.map((text, index) => {
    writeFileSync(join(folder, `${index}.sql`), text);
    return { idx: index, version: '6', when: 1_000 * (index + 1), tag: String(index), breakpoints: true };
  });
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ version: '7', dialect: 'sqlite', entries }));
  return {
    open(file) {
      const database = openDatabase(`file:${file}`);
      try {
        bringUpToDate(database, folder);
      } finally {
        database.close();
      }
    },
  };
}

function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-migrations-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function inFile<T>(file: string, look: (client: Sqlite.Database) => T): T {
  const client = new Sqlite(file);
  try {
    return look(client);
  } finally {
    client.close();
  }
}

const columns = (file: string) =>
  inFile(file, (client) => client.prepare("SELECT name FROM pragma_table_info('notes')").pluck().all());

test('a file of an earlier version is brought up to date and keeps what it holds', async () => {
  const file = join(testFolder(), 'notes.db');
  (await program(first)).open(file);
  inFile(file, (client) => client.exec("INSERT INTO notes VALUES ('kept')"));
  const next = await program(first, second);
  next.open(file);
  next.open(file);
  expect(columns(file)).toEqual(['text', 'author']);
  expect(inFile(file, (client) => client.prepare('SELECT text FROM notes').pluck().all())).toEqual(['kept']);
});

test('a migration that says the same in other words and spaces is the same', async () => {
  const file = join(testFolder(), 'notes.db');
  (await program(first)).open(file);
  (await program('CREATE TABLE notes ( text TEXT NOT NULL -- What it says.\n) STRICT;')).open(file);
});

test('a file whose migrations were other ones is refused as it is, and the error names what is other', async () => {
  const file = join(testFolder(), 'notes.db');
  (await program(first)).open(file);
  const other = await program(first.replace('NOT NULL', ''), second);
  expect(() => other.open(file)).toThrow(`${file} was made by another version of Dateline: notes in it is not what`);
  expect(columns(file)).toEqual(['text']);
});

test('a file whose tables hold something else than they do now is refused, though they look the same', async () => {
  const file = join(testFolder(), 'notes.db');
  (await program(first)).open(file);
  const next = await program(`PRAGMA user_version = 2;\n--> statement-breakpoint\n${first}`);
  expect(() => next.open(file)).toThrow('what its tables hold in it is not what this version makes');
  const fresh = join(testFolder(), 'notes.db');
  next.open(fresh);
  next.open(fresh);
});

test('a file of a newer version, and one of another program, are refused', async () => {
  const folder = testFolder();
  const [newer, foreign] = [join(folder, 'newer.db'), join(folder, 'foreign.db')];
  (await program(first, second)).open(newer);
  inFile(foreign, (client) => client.exec('CREATE TABLE songs (title TEXT)'));
  const old = await program(first);
  expect(() => old.open(newer)).toThrow('was made by a newer version of Dateline than this one');
  expect(() => old.open(foreign)).toThrow(OtherSchema);
});
