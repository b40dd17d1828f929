import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** newsroom.db: the system of record. Times are UTC, `2023-06-07T07:25:47Z`. */

export const settings = sqliteTable('settings', {
  id: integer().primaryKey(),
  site: text().notNull(),
  /** Ids of the articles an editor put on the front, the lead first (JSON list). */
  front: text().notNull().default('[]'),
  newHosts: text('new_hosts', { enum: ['withhold', 'hold', 'allow'] })
    .notNull()
    .default('withhold'),
});

export const topics = sqliteTable('topics', {
  number: integer().primaryKey({ autoIncrement: true }),
  kind: text({ enum: ['tag', 'author', 'source'] }).notNull(),
  slug: text().notNull(),
  name: text().notNull(),
  role: text(),
  bio: text(),
});

export const articles = sqliteTable('articles', {
  number: integer().primaryKey({ autoIncrement: true }),
  id: text().notNull().unique(),
  headRevision: integer('head_revision').notNull(),
  publishedRevision: integer('published_revision'),
  /** The slug of the newest revision; pins name it. */
  slug: text().notNull(),
  path: text().unique(),
  createdAt: text('created_at').notNull(),
});

export const revisions = sqliteTable(
  'revisions',
  {
    article: integer().notNull(),
    revision: integer().notNull(),
    at: text().notNull(),
    note: text().notNull(),
    document: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.article, t.revision] })],
);

export const publications = sqliteTable('publications', {
  seq: integer().primaryKey({ autoIncrement: true }),
  kind: text({ enum: ['article', 'site'] }).notNull(),
  article: integer(),
  revision: integer(),
  at: text().notNull(),
});

export const seals = sqliteTable(
  'seals',
  {
    article: integer().notNull(),
    position: integer().notNull(),
    publication: integer().notNull(),
    seal: text().notNull(),
    facts: text().notNull(),
    key: text().notNull(),
    signature: blob({ mode: 'buffer' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.article, t.position] })],
);

export const formerPaths = sqliteTable('former_paths', { path: text().primaryKey(), article: integer().notNull() });

export const imports = sqliteTable('imports', {
  origin: text().primaryKey(),
  article: integer().notNull(),
  digest: text().notNull(),
  format: text().notNull(),
  address: text(),
  at: text().notNull(),
  version: integer(),
  versionAt: text('version_at'),
});

export const holds = sqliteTable('holds', {
  article: integer().primaryKey(),
  reasons: text().notNull(),
  at: text().notNull(),
});

export const hosts = sqliteTable('hosts', {
  host: text().primaryKey(),
  status: text({ enum: ['new', 'approved', 'refused'] }).notNull(),
  at: text().notNull(),
});

export const quarantined = sqliteTable('quarantine', {
  id: integer().primaryKey({ autoIncrement: true }),
  origin: text().notNull(),
  article: integer().notNull(),
  rule: text().notNull(),
  place: text().notNull(),
  text: text().notNull(),
  at: text().notNull(),
});

export const fingerprints = sqliteTable('fingerprints', {
  article: integer().primaryKey(),
  at: integer().notNull(),
  high: integer().notNull(),
  low: integer().notNull(),
});

export const feeds = sqliteTable('feeds', {
  address: text().primaryKey(),
  section: text(),
  publish: integer().notNull(),
  etag: text(),
  lastModified: text('last_modified'),
  checkedAt: text('checked_at'),
  dueAt: text('due_at'),
  failures: integer().notNull().default(0),
  error: text(),
});

export const media = sqliteTable('media', {
  id: text().primaryKey(),
  type: text().notNull(),
  width: integer().notNull(),
  height: integer().notNull(),
  master: blob({ mode: 'buffer' }).notNull(),
  at: text().notNull(),
});
