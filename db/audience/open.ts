import { existsSync } from 'node:fs';
import { type Database, databaseFile, openDatabase } from '../client.ts';

let reader: Database | undefined;

/** The counter file for pages; null while there is none. */
export function audienceDatabase(): Database | null {
  const url = process.env.AUDIENCE_DATABASE_URL ?? `file:${process.env.DATA_DIR ?? './data'}/audience.db`;
  if (reader?.url === url) return reader;
  if (!existsSync(databaseFile(url))) return null;
  reader = openDatabase(url, { readonly: true });
  return reader;
}
