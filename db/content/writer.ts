import { fileURLToPath } from 'node:url';
import { type Database, migrateDatabase, openDatabase } from '../client.ts';

/** The read model as the projector sees it, its schema up to date. Pages have no way here. */
export function openContentWriter(url: string): Database {
  // Who makes the read model anew holds it for as long as that takes; others wait rather than leave it to be caught up.
  // Packed records take 2 to 4 kB: pages of 4,096 bytes would hold one each and be a third empty.
  const database = openDatabase(url, { pageSize: 8192, patience: 120_000 });
  migrateDatabase(database, fileURLToPath(new URL('./migrations', import.meta.url)));
  return database;
}
