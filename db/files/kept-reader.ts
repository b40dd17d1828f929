import { statSync } from 'node:fs';
import { type Database, databaseFile, type OpenOptions, openDatabase } from '../client.ts';

/**
 * A read-only connection to a file, opened once, and anew when another file took its place; null while there is none.
 * The address is asked for each time. @throws when the file is no database or holds a program
 */
export function keptReader(addressOf: () => string, options: OpenOptions = {}): () => Database | null {
  let reader: { database: Database; inode: number } | undefined;
  return () => {
    const url = addressOf();
    const inode = statSync(databaseFile(url), { throwIfNoEntry: false })?.ino;
    if (reader && (reader.inode !== inode || reader.database.url !== url)) {
      reader.database.close();
      reader = undefined;
    }
    if (inode === undefined) return null;
    reader ??= { database: openDatabase(url, { readonly: true, ...options }), inode };
    reader.database.refusePrograms();
    return reader.database;
  };
}
