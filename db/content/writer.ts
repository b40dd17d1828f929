import { fileURLToPath } from 'node:url';
import { type Database, migrateDatabase, openDatabase } from '../client.ts';

/** The read model as the projector sees it, its schema up to date. Pages have no way here. */
export function openContentWriter(url: string): Database {
  const database = openDatabase(url);
  migrateDatabase(database, fileURLToPath(new URL('./migrations', import.meta.url)));
  return database;
}
