import { type Database, type Statement, write } from '../client.ts';

/**
 * Every transaction adds a part to each table of the search index, and a look-up asks every part. A few at a time are
 * joined as articles come in, each article a dozen times until the archive is large: of an import that is most of the work.
 * So while many come in, parts are left as they are, and joined when all are there.
 */

type Table = 'search_head' | 'search_text';
export const indexTables: readonly Table[] = ['search_head', 'search_text'];

/** Parts of a size that are joined into a larger one. `search_head` has many small ones, and every search asks it. */
const joined = { search_head: 2, search_text: 4 };
const joinedInBulk = 40;
/** From this many of a size on no part is added before they are joined. */
const crowded = { usual: 16, inBulk: 80 };

const option = (table: Table, name: string, value: number): Statement =>
  table === 'search_head'
    ? write`INSERT INTO search_head (search_head, rank) VALUES (${name}, CAST(${value} AS INTEGER))`
    : write`INSERT INTO search_text (search_text, rank) VALUES (${name}, CAST(${value} AS INTEGER))`;

async function areLeft(database: Database): Promise<boolean> {
  const [row] = await database.rows<{ v: number }>(write`SELECT v FROM search_text_config WHERE k = 'automerge'`);
  return row?.v === joinedInBulk;
}

/** Says that many articles come in, or that they are there. It is kept in the database: whoever publishes next goes by it. */
export async function leaveParts(database: Database, isBulk: boolean): Promise<void> {
  if ((await areLeft(database)) === isBulk) return;
  await database.atomic(
    indexTables.flatMap((table) => [
      option(table, 'automerge', isBulk ? joinedInBulk : joined[table]),
      option(table, 'crisismerge', isBulk ? crowded.inBulk : crowded.usual),
    ]),
  );
}

/** Pages of the index that are written in one go while its parts are joined: a twentieth of a second. */
const pagesAtOnce = 1_000;

/**
 * Joins the parts an index table came in, so that a look-up has one to look in, or, unless it is to be `whole`, those of a
 * size of which there are several. Many short transactions: publishing and reading go on between them.
 */
export async function joinParts(
  database: Database,
  table: Table,
  { whole, between = async () => {} }: { whole: boolean; between?: () => Promise<unknown> },
): Promise<void> {
  // A negative count begins with all parts there are (FTS5, "The 'merge' command").
  for (let pages = whole ? -pagesAtOnce : pagesAtOnce; ; pages = pagesAtOnce) {
    const before = await changesOf(database);
    await database.atomic([option(table, 'merge', pages)]);
    if ((await changesOf(database)) - before < 2) return;
    await between();
  }
}

const changesOf = async (database: Database): Promise<number> =>
  (await database.rows<{ changes: number }>(write`SELECT total_changes() AS changes`))[0]?.changes ?? 0;
