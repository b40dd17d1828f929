import { fileURLToPath } from 'node:url';
import { type Database, migrateDatabase, openDatabase } from '../client.ts';

/** The counter file for whoever writes it. Its loss harms nothing, so it is not synced at every commit. */
export function openAudienceWriter(url: string): Database {
  const database = openDatabase(url, { durable: false });
  migrateDatabase(database, fileURLToPath(new URL('./migrations', import.meta.url)));
  return database;
}
