import { statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { type Database, databaseFile, type OpenOptions, openDatabase } from '../client.ts';
import { migrateDatabase } from '../files/migrations.ts';
import { flawIn } from '../files/set-aside.ts';

/**
 * The read model as the projector sees it, its schema up to date. Pages have no way here.
 * @throws when it is damaged, and OtherSchema when another version made it
 */
export function openContentWriter(url: string, options: Pick<OpenOptions, 'cacheMegabytes'> = {}): Database {
  // Who makes the read model anew holds it for as long as that takes; others wait rather than leave it to be caught up.
  // Packed records take 2 to 4 kB: pages of 4,096 bytes would hold one each and be a third empty.
  // Not synced at every commit: after a power cut it is as it was a moment before, and the projector goes on from there.
  const database = openDatabase(url, { durable: false, pageSize: 8192, patience: 120_000, ...options });
  try {
    migrateDatabase(database, 'content');
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** Whether there is a read model at all. What only emptied the file leaves its log behind, and SQLite must not read that. */
export const isMissing = (url: string): boolean =>
  (statSync(databaseFile(url), { throwIfNoEntry: false })?.size ?? 0) === 0;

/** Reads the whole file through: seconds for a large one. */
export function isSound(url: string): boolean {
  if (isMissing(url)) return false;
  try {
    const client = new Sqlite(databaseFile(url), { readonly: true, fileMustExist: true });
    try {
      return client.pragma('quick_check(1)', { simple: true }) === 'ok';
    } finally {
      client.close();
    }
  } catch (error) {
    if (flawIn(error)) return false;
    throw error;
  }
}
