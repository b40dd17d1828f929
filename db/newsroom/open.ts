import { fileURLToPath } from 'node:url';
import { type Database, migrateDatabase, type OpenOptions, openDatabase } from '../client.ts';

/** The system of record, its schema up to date. */
export function openNewsroom(url: string, options: OpenOptions = {}): Database {
  const database = openDatabase(url, options);
  migrateDatabase(database, fileURLToPath(new URL('./migrations', import.meta.url)));
  return database;
}
