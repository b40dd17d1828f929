import { statSync } from 'node:fs';
import { type Database, databaseFile, openDatabase } from '../client.ts';

let reader: { database: Database; inode: number } | undefined;

/**
 * The read model as pages see it: read-only, opened once, opened anew when the file was replaced.
 * @throws when the file is missing or is no database; the server then serves what it has
 */
export function contentDatabase(): Database {
  const url = process.env.CONTENT_DATABASE_URL ?? 'file:./data/content.db';
  const inode = statSync(databaseFile(url)).ino;
  if (reader?.inode !== inode || reader.database.url !== url) {
    reader?.database.close();
    reader = undefined;
    reader = { database: openDatabase(url, { readonly: true }), inode };
  }
  return reader.database;
}
