import { statSync } from 'node:fs';
import { type Database, databaseFile, type OpenOptions, openDatabase } from '../client.ts';

/** A read-only connection, opened once, and anew when the file was replaced. */
function keptOpen(options: OpenOptions): () => Database {
  let reader: { database: Database; inode: number } | undefined;
  return () => {
    const url = process.env.CONTENT_DATABASE_URL ?? 'file:./data/content.db';
    const inode = statSync(databaseFile(url)).ino;
    if (reader?.inode !== inode || reader.database.url !== url) {
      reader?.database.close();
      reader = undefined;
      reader = { database: openDatabase(url, { readonly: true, ...options }), inode };
    }
    reader.database.refusePrograms();
    return reader.database;
  };
}

/**
 * The read model as pages see it.
 * @throws when the file is missing, is no database or holds a program; the server then serves what it has
 */
export const contentDatabase = keptOpen({});

/**
 * The same for whoever reads all of it, one row after the other: a connection whose cache stays small, so that a crawl of
 * the sitemaps neither takes 64 MB nor drives out what pages need.
 */
export const contentScan = keptOpen({ cacheMegabytes: 1 });
