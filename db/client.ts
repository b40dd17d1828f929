import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import type { SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { type BaseSQLiteDatabase, SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';

/**
 * One call style for every driver: builders are awaited, writes go through `atomic`.
 * (The synchronous driver's builders are promises too, so it can be typed as the asynchronous one.)
 */
export type Orm = BaseSQLiteDatabase<'async', unknown>;

/** SQL whose text is the same at every use, and the values bound to it. `write` makes one. */
export type Written = { text: string; values: readonly Value[] };
export type Value = string | number | null | Uint8Array;

/** A built insert, update, delete or raw `sql`, or one written out, not yet run. */
export type Statement = { getSQL(): SQL } | Written;

export type Database = {
  url: string;
  orm: Orm;
  /** Runs the statements in one immediate transaction: all of them, or none and an error. */
  atomic(statements: readonly Statement[]): Promise<void>;
  /** Rows of a query written out: what the builder cannot say, or what runs too often to be built. */
  rows<Row>(query: Written): Promise<Row[]>;
  /** One long transaction around work that itself calls `atomic`; readers see the state before until it ends. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** Everything the work reads is of one moment, whatever others write meanwhile. */
  atOneMoment<T>(work: () => Promise<T>): Promise<T>;
  /** Whether the running code is part of such a transaction: what it reads may be what it wrote. */
  isWriting(): boolean;
  /** Work beside the database that only one process may do at a time. Nothing is written by it. */
  alone<T>(work: () => T): T;
  /** @throws ForeignProgram when somebody put a trigger or a view into the file. Costs 2 µs while its schema is the same. */
  refusePrograms(): void;
  close(): void;
};

/**
 * A database holds a trigger or a view. None of ours does: both are programs, that run in whoever writes or reads, with the
 * rights and the keys it has.
 */
export class ForeignProgram extends Error {
  override name = 'ForeignProgram';

  constructor(file: string, type: string, name: string) {
    super(
      `${file} holds the ${type} "${name}", which is not Dateline's; somebody has written to it: "dateline doctor" tells more`,
    );
  }
}

export type OpenOptions = {
  readonly?: boolean;
  /** fsync at every commit; off only for data that may be lost. */
  durable?: boolean;
  /** Bytes of a page, when the file is a new one. */
  pageSize?: 4096 | 8192;
  /** How long to wait for another writer, in ms. */
  patience?: number;
  /** Megabytes of pages kept in memory. */
  cacheMegabytes?: number;
};

/** Address of a database file: `file:/var/lib/dateline/content.db`. @throws when the URL names no driver of ours */
export function databaseFile(url: string): string {
  if (!url.startsWith('file:'))
    throw new Error(`database URL "${url}": only file: databases can be opened; write file:<path>`);
  return url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length);
}

export function openDatabase(url: string, options: OpenOptions = {}): Database {
  const { readonly = false, durable = true, pageSize = 4096, patience = 5_000, cacheMegabytes = 64 } = options;
  const file = databaseFile(url);
  if (!readonly && file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const client = new Sqlite(file, { readonly, fileMustExist: readonly, timeout: patience });
  if (!readonly) {
    client.pragma(`page_size = ${pageSize}`);
    client.pragma('journal_mode = WAL');
    client.pragma(`synchronous = ${durable ? 'FULL' : 'NORMAL'}`);
    client.pragma('journal_size_limit = 67108864');
  }
  client.pragma('foreign_keys = ON');
  client.pragma(`cache_size = -${cacheMegabytes * 1024}`);
  client.pragma('temp_store = MEMORY');
  const prepare = client.prepare.bind(client);
  client.prepare = ((text: string) => prepare(plannedOnce(text))) as typeof client.prepare;
  const orm = drizzle(client) as unknown as Orm;
  clients.set(orm, client);
  return {
    url,
    orm,
    async atomic(statements) {
      while (mustWait(client)) await turns.get(client);
      runAtomically(client, statements);
    },
    async rows<Row>({ text, values }: Written) {
      while (mustWait(client)) await turns.get(client);
      return prepareOnce(client, text).all(...values) as Row[];
    },
    exclusively: (work) => runExclusively(client, work),
    atOneMoment: (work) => readAtOneMoment(client, work),
    isWriting: () => within.getStore()?.has(client) ?? false,
    alone: (work) => runAlone(client, work),
    refusePrograms: () => refusePrograms(client),
    close: () => client.close(),
  };
}

const clients = new WeakMap<Orm, Sqlite.Database>();
const dialect = new SQLiteSyncDialect();

function runAtomically(client: Sqlite.Database, statements: readonly Statement[]): void {
  const runAll = () => {
    for (const statement of statements) {
      const { text, values } = 'text' in statement ? statement : built(statement);
      prepareOnce(client, text).run(...values);
    }
  };
  // Immediate: a deferred transaction that reads first loses to SQLITE_BUSY at once, whatever the time-out.
  if (!client.inTransaction) {
    const transaction = client.transaction(() => {
      refusePrograms(client);
      runAll();
    });
    return void transaction.immediate();
  }
  try {
    runAll();
  } catch (error) {
    // Some of them may have been run: the transaction around them must not be kept, whatever became of the error.
    spoiled.set(client, error);
    throw error;
  }
}

function built(statement: { getSQL(): SQL }): { text: string; values: readonly unknown[] } {
  const { sql, params } = dialect.sqlToQuery(statement.getSQL());
  return { text: sql, values: params };
}

/**
 * SQLite plans a query anew each time a value is bound that its plan may depend on: a limit, and in an ordered query what
 * a column is to equal. Our plans depend on neither, and planning takes five times as long as looking up a row. A value
 * that comes out of a sub-select is none it looks at.
 */
export function plannedOnce(text: string): string {
  if (!/^\s*(?:SELECT|WITH)\b/i.test(text)) return text;
  const limited = text.replace(/\b(LIMIT|OFFSET) \?/gi, '$1 (SELECT ?)');
  return /\bORDER BY\b/i.test(text) ? limited.replace(/= \?/g, '= (SELECT ?)') : limited;
}

const texts = new WeakMap<TemplateStringsArray, string>();

/**
 * A statement for hot paths: `write`DELETE FROM redirects WHERE path = ${path}``. What stands between the braces is
 * bound, never spliced in; the text is put together once, where the builder would do it at every call (30 to 70 µs).
 */
export function write(strings: TemplateStringsArray, ...values: Value[]): Written {
  let text = texts.get(strings);
  if (text === undefined) {
    text = strings.join('?');
    texts.set(strings, text);
  }
  return { text, values };
}

/** Long transactions that are open, and the databases whose transaction the running code is part of. */
const turns = new WeakMap<Sqlite.Database, Promise<unknown>>();
const within = new AsyncLocalStorage<ReadonlySet<Sqlite.Database>>();
const spoiled = new WeakMap<Sqlite.Database, unknown>();

/** Others that share the connection wait, or they would read and write what may still be undone. */
const mustWait = (client: Sqlite.Database): boolean => turns.has(client) && !within.getStore()?.has(client);

async function runExclusively<T>(client: Sqlite.Database, work: () => Promise<T>): Promise<T> {
  const outer = within.getStore() ?? new Set();
  if (outer.has(client)) return work();
  while (mustWait(client)) await turns.get(client);
  const turn = within.run(new Set([...outer, client]), () => transact(client, work));
  turns.set(
    client,
    turn.catch(() => {}),
  );
  try {
    return await turn;
  } finally {
    turns.delete(client);
  }
}

const plainAt = new WeakMap<Sqlite.Database, number>();

/**
 * By the number that SQLite counts up with every change of the schema: once a transaction, for nobody else changes it then. A connection
 * that does not see a new one runs no new trigger.
 */
export function refusePrograms(client: Sqlite.Database): void {
  const version = prepareOnce(client, 'PRAGMA schema_version').pluck().get() as number;
  if (plainAt.get(client) === version) return;
  const found = client
    .prepare("SELECT type, name FROM sqlite_schema WHERE type NOT IN ('table', 'index') LIMIT 1")
    .get() as { type: string; name: string } | undefined;
  if (found) throw new ForeignProgram(client.name, found.type, found.name);
  plainAt.set(client, version);
}

async function transact<T>(client: Sqlite.Database, work: () => Promise<T>): Promise<T> {
  client.exec('BEGIN IMMEDIATE');
  try {
    refusePrograms(client);
    const result = await work();
    if (spoiled.has(client)) throw spoiled.get(client);
    client.exec('COMMIT');
    return result;
  } finally {
    spoiled.delete(client);
    if (client.inTransaction) client.exec('ROLLBACK');
  }
}

async function readAtOneMoment<T>(client: Sqlite.Database, work: () => Promise<T>): Promise<T> {
  client.exec('BEGIN DEFERRED');
  try {
    return await work();
  } finally {
    client.exec('ROLLBACK');
  }
}

function runAlone<T>(client: Sqlite.Database, work: () => T): T {
  client.exec('BEGIN IMMEDIATE');
  try {
    return work();
  } finally {
    client.exec('ROLLBACK');
  }
}

const statementCaches = new WeakMap<Sqlite.Database, Map<string, Sqlite.Statement>>();
const maxCachedStatements = 200;

function prepareOnce(client: Sqlite.Database, text: string): Sqlite.Statement {
  const cache = statementCaches.get(client) ?? new Map<string, Sqlite.Statement>();
  statementCaches.set(client, cache);
  let statement = cache.get(text);
  if (!statement) {
    statement = client.prepare(text);
    if (cache.size >= maxCachedStatements) cache.clear();
    cache.set(text, statement);
  }
  return statement;
}

/** The driver's own connection, for what brings the schema up to date. */
export function clientOf({ orm, url }: Database): Sqlite.Database {
  const client = clients.get(orm);
  if (!client) throw new Error(`${url}: not a database opened here`);
  return client;
}

/** A query built once per database: building costs ten times what running it does. `build` must be a module constant. */
export function prepared<Query>(orm: Orm, build: (orm: Orm) => Query): Query {
  const cache = preparedQueries.get(orm) ?? new Map<unknown, unknown>();
  preparedQueries.set(orm, cache);
  if (!cache.has(build)) cache.set(build, build(orm));
  return cache.get(build) as Query;
}

const preparedQueries = new WeakMap<Orm, Map<unknown, unknown>>();
