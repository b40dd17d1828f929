import type { Database, OpenOptions } from '../client.ts';
import { keptReader } from '../files/kept-reader.ts';

const address = () => process.env.CONTENT_DATABASE_URL ?? 'file:./data/content.db';

function keptOpen(options: OpenOptions): () => Database {
  const reader = keptReader(address, options);
  return () => {
    const database = reader();
    if (!database) throw new Error(`${address()} is not there; "dateline publish --all" makes it anew`);
    return database;
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
