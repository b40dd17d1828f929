import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { type Database, databaseFile, migrateDatabase, type OpenOptions, openDatabase } from '../client.ts';

/** The read model as the projector sees it, its schema up to date. Pages have no way here. @throws when it is damaged */
export function openContentWriter(url: string, options: Pick<OpenOptions, 'cacheMegabytes'> = {}): Database {
  // Who makes the read model anew holds it for as long as that takes; others wait rather than leave it to be caught up.
  // Packed records take 2 to 4 kB: pages of 4,096 bytes would hold one each and be a third empty.
  // Not synced at every commit: after a power cut it is as it was a moment before, and the projector goes on from there.
  const database = openDatabase(url, { durable: false, pageSize: 8192, patience: 120_000, ...options });
  try {
    migrateDatabase(database, fileURLToPath(new URL('./migrations', import.meta.url)));
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
    if (isDamage(error)) return false;
    throw error;
  }
}

/** Whether an error says that the file is not, or not any more, a database. */
export const isDamage = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^SQLITE_(?:CORRUPT|NOTADB|IOERR_SHORT_READ)/.test(String(error.code));

/**
 * Clears the way for a new read model. Readers who have the old one open keep it; its log must not be taken for the new
 * one's. Returns the name under which the old one is kept, null when there was none.
 */
export function setAside(url: string): string | null {
  const file = databaseFile(url);
  const kept = existsSync(file) ? `${file}.damaged` : null;
  if (kept) renameSync(file, kept);
  for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
  return kept;
}
