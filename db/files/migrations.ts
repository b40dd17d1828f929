import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { clientOf, type Database, databaseFile } from '../client.ts';

export type Family = 'newsroom' | 'content' | 'audience';

/** A database holds other tables than the code was written for, and no migration leads from them to ours. */
export class OtherSchema extends Error {
  override name = 'OtherSchema';
}

/**
 * Brings the schema up to date. Foreign keys are off meanwhile: SQLite empties child tables when a parent is rebuilt.
 * @throws OtherSchema, with nothing changed, when what is there is not what an earlier state of the migrations made; an
 * error when a migration leaves a dangling reference: nothing of that database is served then
 */
export function migrateDatabase(database: Database, family: Family): void {
  bringUpToDate(database, folderOf(family));
}

/** @throws OtherSchema when the migrations of the family cannot begin where the file is */
export function checkSchema(database: Database, family: Family): void {
  checkAgainst(database, folderOf(family));
}

const folderOf = (family: Family) => fileURLToPath(new URL(`../${family}/migrations`, import.meta.url));

export function bringUpToDate(database: Database, migrationsFolder: string): void {
  checkAgainst(database, migrationsFolder);
  const client = clientOf(database);
  client.pragma('foreign_keys = OFF');
  try {
    migrate(database.orm as unknown as Parameters<typeof migrate>[0], { migrationsFolder });
    const dangling = client.pragma('foreign_key_check') as unknown[];
    if (dangling.length > 0)
      throw new Error(
        `migrating ${database.url} left ${dangling.length} dangling references: ${JSON.stringify(dangling[0])}`,
      );
  } finally {
    client.pragma('foreign_keys = ON');
  }
}

type Migration = { tag: string; when: number };

/**
 * Compares what is in the file with what the migrations it says it went through make of an empty one: a number in the file
 * would only say what somebody meant to be there.
 */
function checkAgainst(database: Database, folder: string): void {
  const { entries } = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as { entries: Migration[] };
  const client = clientOf(database);
  const reached = lastMigration(client);
  const file = databaseFile(database.url);
  if (reached > (entries.at(-1)?.when ?? 0))
    throw new OtherSchema(`${file} was made by a newer version of Dateline than this one`);
  const found = objectsOf(client);
  const expected = made(entries.filter(({ when }) => when <= reached).map(({ tag }) => join(folder, `${tag}.sql`)));
  const other = [...expected].filter(([name, definition]) => found.get(name) !== definition).map(([name]) => name);
  // What nobody noted as migrated: tables of another program, or of a version before there were migrations.
  if (reached === 0) other.push(...found.keys());
  // What no migration makes, a trigger above all, was put there by somebody else.
  else other.push(...[...found.keys()].filter((name) => !expected.has(name)));
  if (other.length > 0)
    throw new OtherSchema(
      `${file} was made by another version of Dateline: ${other.slice(0, 3).join(', ')}${other.length > 3 ? ` and ${other.length - 3} more` : ''} in it ${other.length > 1 ? 'are' : 'is'} not what this version makes`,
    );
}

/** When the last migration the file went through was written, in ms; 0 for a new file. */
function lastMigration(client: Sqlite.Database): number {
  if (!client.prepare(`SELECT 1 FROM sqlite_schema WHERE name = '${ledger}'`).get()) return 0;
  return client.prepare(`SELECT coalesce(max(created_at), 0) FROM ${ledger}`).pluck().get() as number;
}

const ledger = '__drizzle_migrations';

function made(files: readonly string[]): Map<string, string> {
  const client = new Sqlite(':memory:');
  try {
    // What separates the statements is a comment to SQL.
    for (const file of files) client.exec(readFileSync(file, 'utf8'));
    return objectsOf(client);
  } finally {
    client.close();
  }
}

/** Tables, indexes and triggers by name, as they were defined but for comments and spaces; and the number of what they hold. */
function objectsOf(client: Sqlite.Database): Map<string, string> {
  const rows = client
    .prepare(`SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' AND name != ?`)
    .all(ledger) as { name: string; sql: string }[];
  const objects = new Map(rows.map(({ name, sql }) => [name, withoutStyle(sql)]));
  const held = client.pragma('user_version', { simple: true }) as number;
  return held === 0 ? objects : objects.set('what its tables hold', String(held));
}

const withoutStyle = (sql: string): string =>
  sql
    .replaceAll(/--.*/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([(),]) ?/g, '$1');
