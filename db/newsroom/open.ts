import { fileURLToPath } from 'node:url';
import { type Database, migrateDatabase, openDatabase } from '../client.ts';

/** The system of record, its schema up to date. */
export function openNewsroom(url: string): Database {
  const database = openDatabase(url);
  migrateDatabase(database, fileURLToPath(new URL('./migrations', import.meta.url)));
  return database;
}
