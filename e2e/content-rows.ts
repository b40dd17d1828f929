import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';

/** What a log of changes holds depends on the changes, and so do places in the search index, numbered as articles come; everything else of the read model only on what is published. */
const logs = new Set(['invalidation', '__drizzle_migrations', 'search_places']);

/** A hash of all rows of each table of content.db: two read models of the same newsroom are equal. */
export function contentRows(dataDir: string): Record<string, string> {
  const database = new Sqlite(join(dataDir, 'content.db'), { readonly: true });
  try {
    const tables = database
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      )
      .pluck()
      .all() as string[];
    const rows = tables.filter((name) => !logs.has(name)).map((name) => [name, rowsOf(database, name)] as const);
    return Object.fromEntries([
      ...rows,
      ['search_places', rankedRows(database)] as const,
      ...['search_head', 'search_text'].map((index) => [index, termsOf(database, index)] as const),
    ]);
  } finally {
    database.close();
  }
}

function rankedRows(database: Sqlite.Database): string {
  database.exec(
    'CREATE TEMP VIEW ranked AS SELECT number, at, language, headline, standfirst, reading FROM search_places',
  );
  return rowsOf(database, 'ranked');
}

/** Terms by the article that holds them, whatever place it has. */
function termsOf(database: Sqlite.Database, index: string): string {
  database.exec(`CREATE VIRTUAL TABLE temp.${index}_vocabulary USING fts5vocab(main, ${index}, instance);
    CREATE TEMP VIEW ${index}_terms AS SELECT v.term, p.number FROM ${index}_vocabulary v JOIN search_places p ON p.place = v.doc`);
  return rowsOf(database, `${index}_terms`);
}

const rowsOf = (database: Sqlite.Database, table: string): string =>
  createHash('sha256')
    .update(database.prepare(`SELECT * FROM "${table}"`).raw().all().map(asText).sort().join('\n'))
    .digest('hex');

const asText = (row: unknown): string =>
  JSON.stringify(row, (_, value) => (value?.type === 'Buffer' ? Buffer.from(value.data).toString('base64') : value));
