import { isDeepStrictEqual } from 'node:util';
import type Sqlite from 'better-sqlite3';
import { clientOf, type Database } from '../client.ts';

/** A row that one of two read models has otherwise than the other: `row` is its key. */
export type Difference = { table: string; row: string; what: 'changed' | 'missing' | 'added' };

/** What they hold depends on what happened to the file, not on what is published. */
const logs = ['invalidation', '__drizzle_migrations'];
/** What differs with the key that signed; and places in the index, which are given out as articles come. */
const leftOut: Record<string, readonly string[]> = { register: ['key', 'signature'], search_places: ['place'] };
const indexes = ['search_head', 'search_text'];

/**
 * How a read model differs from one that was made of the same newsroom: row by row along the keys of both, so that memory
 * does not grow with them. A row that stands elsewhere in both is the same row.
 */
export function* differences(content: Database, twin: Database): Generator<Difference> {
  const [mine, theirs] = [clientOf(content), clientOf(twin)];
  for (const table of tablesOf(theirs)) {
    const { columns, key } = shapeOf(theirs, table);
    const read = (client: Sqlite.Database) => rowsAlong(client, table, columns, key);
    yield* walk(table, key, read(mine), read(theirs));
  }
  for (const index of indexes) yield* indexDifferences(index, mine, theirs);
}

const tablesOf = (client: Sqlite.Database): string[] =>
  (
    client
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
      )
      .pluck()
      .all() as string[]
  ).filter((name) => !logs.includes(name));

type Key = { name: string; desc: 0 | 1 };

/** Key columns stand first, in the order their index is sorted by. */
function shapeOf(client: Sqlite.Database, table: string): { columns: string[]; key: Key[] } {
  const columns = client
    .prepare('SELECT name FROM pragma_table_info(?) ORDER BY pk = 0, pk')
    .pluck()
    .all(table)
    .filter((name) => !leftOut[table]?.includes(name as string)) as string[];
  const key = client
    .prepare(
      `SELECT c.name, c.desc FROM pragma_index_list(?) i JOIN pragma_index_xinfo(i.name) c
       WHERE i.origin = 'pk' AND c.key = 1 ORDER BY c.seqno`,
    )
    .all(table) as Key[];
  // A whole number as the key is the row's own place and has no index.
  return { columns, key: key.length > 0 ? key : [{ name: columns[0] as string, desc: 0 }] };
}

type Row = unknown[];

function rowsAlong(client: Sqlite.Database, table: string, columns: string[], key: Key[]): IterableIterator<Row> {
  const wanted = columns.map((name) => `"${name}"`).join(', ');
  const order = key.map(({ name, desc }) => `"${name}"${desc ? ' DESC' : ''}`).join(', ');
  return client.prepare(`SELECT ${wanted} FROM "${table}" ORDER BY ${order}`).raw().iterate() as IterableIterator<Row>;
}

/** Two lists in order of their first columns, side by side. */
function* walk(table: string, key: readonly Key[], mine: Iterator<Row>, theirs: Iterator<Row>): Generator<Difference> {
  const named = (row: Row) => row.slice(0, key.length).join(', ');
  try {
    let [own, other] = [mine.next(), theirs.next()];
    while (!own.done || !other.done) {
      const order = own.done ? 1 : other.done ? -1 : compareKeys(own.value, other.value, key);
      if (order < 0) yield { table, row: named(own.value as Row), what: 'added' };
      else if (order > 0) yield { table, row: named(other.value as Row), what: 'missing' };
      else if (!isDeepStrictEqual(own.value, other.value))
        yield { table, row: named(own.value as Row), what: 'changed' };
      if (order <= 0) own = mine.next();
      if (order >= 0) other = theirs.next();
    }
  } finally {
    // Whoever has seen enough lets go of both files.
    mine.return?.();
    theirs.return?.();
  }
}

/** As SQLite sorts: numbers before texts, texts by their bytes. */
function compareKeys(a: Row, b: Row, key: readonly Key[]): number {
  for (const [place, { desc }] of key.entries()) {
    const order = compareValues(a[place], b[place]);
    if (order !== 0) return desc ? -order : order;
  }
  return 0;
}

function compareValues(x: unknown, y: unknown): number {
  if (typeof x === 'number' && typeof y === 'number') return x - y;
  if (typeof x !== typeof y) return typeof x === 'number' ? -1 : 1;
  return x === y ? 0 : Buffer.compare(Buffer.from(String(x)), Buffer.from(String(y)));
}

/** Articles that stand under a term of the full-text index, by their numbers. */
function* indexDifferences(index: string, mine: Sqlite.Database, theirs: Sqlite.Database): Generator<Difference> {
  yield* walk(index, [{ name: 'term', desc: 0 }], termsAlong(mine, index), termsAlong(theirs, index));
}

function* termsAlong(client: Sqlite.Database, index: string): Generator<Row> {
  client.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.${index}_vocabulary USING fts5vocab(main, ${index}, instance)`);
  const numbers = new Map(
    client.prepare('SELECT place, number FROM search_places').raw().all() as [place: number, number: number][],
  );
  let term: string | null = null;
  let articles: number[] = [];
  const rows = client.prepare(`SELECT term, doc FROM temp.${index}_vocabulary`).raw().iterate();
  for (const [next, place] of rows as IterableIterator<[string, number]>) {
    if (next !== term && term !== null) yield [term, articles.sort((a, b) => a - b)];
    if (next !== term) articles = [];
    term = next;
    // A place that leads to no article stands for itself.
    articles.push(numbers.get(place) ?? -place);
  }
  if (term !== null) yield [term, articles.sort((a, b) => a - b)];
}
