import { blob, customType, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { pack, unpack } from './packing.ts';

/** content.db: what readers may see. Rebuilt at any time by `dateline publish --all`; times are UTC seconds. */

const packedText = customType<{ data: string; driverData: Uint8Array }>({
  dataType: () => 'blob',
  toDriver: pack,
  fromDriver: unpack,
});

/** The signed state of everything below; see `article/register.ts`. */
export const register = sqliteTable('register', {
  id: integer().primaryKey(),
  sequence: integer().notNull(),
  site: blob({ mode: 'buffer' }).notNull(),
  articles: blob({ mode: 'buffer' }).notNull(),
  topics: blob({ mode: 'buffer' }).notNull(),
  shelves: blob({ mode: 'buffer' }).notNull(),
  key: text().notNull(),
  signature: blob({ mode: 'buffer' }).notNull(),
});

export const registerNodes = sqliteTable('register_nodes', {
  id: integer().primaryKey(),
  entries: blob({ mode: 'buffer' }).notNull(),
});

export const site = sqliteTable('site', { id: integer().primaryKey(), record: text().notNull() });

export const topicKinds = ['tag', 'author', 'source'] as const;
export type TopicKind = (typeof topicKinds)[number];

export const topics = sqliteTable('topics', {
  number: integer().primaryKey(),
  kind: text({ enum: topicKinds }).notNull(),
  slug: text().notNull(),
  record: text().notNull(),
});

export const articles = sqliteTable('articles', {
  number: integer().primaryKey(),
  id: text().notNull().unique(),
  path: text().notNull().unique(),
  publishedAt: integer('published_at').notNull(),
  listed: integer({ mode: 'boolean' }).notNull(),
  card: text().notNull(),
  seal: blob({ mode: 'buffer' }).notNull(),
  shelf: integer().notNull(),
});

export const articleRecords = sqliteTable('article_records', {
  number: integer().primaryKey(),
  record: packedText().notNull(),
  key: text().notNull(),
  signature: blob({ mode: 'buffer' }).notNull(),
});

export const formerSeals = sqliteTable(
  'former_seals',
  {
    number: integer().notNull(),
    position: integer().notNull(),
    seal: text().notNull(),
    key: text().notNull(),
    signature: blob({ mode: 'buffer' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.number, t.position] })],
);

export const lists = sqliteTable('lists', {
  id: integer().primaryKey(),
  name: text().notNull().unique(),
  count: integer().notNull(),
  marks: blob({ mode: 'buffer' }).notNull(),
  tail: blob({ mode: 'buffer' }).notNull(),
});

export const listing = sqliteTable(
  'listing',
  { list: integer().notNull(), at: integer().notNull(), number: integer().notNull() },
  (t) => [primaryKey({ columns: [t.list, t.at, t.number] })],
);

export const listMarks = sqliteTable(
  'list_marks',
  {
    list: integer().notNull(),
    level: integer().notNull(),
    at: integer().notNull(),
    number: integer().notNull(),
    before: integer().notNull(),
    digest: blob({ mode: 'buffer' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.list, t.level, t.at, t.number] })],
);

export const sitemapFiles = sqliteTable('sitemap_files', {
  file: integer().primaryKey(),
  changedAt: integer('changed_at').notNull(),
  latestAt: integer('latest_at').notNull(),
});

export const redirects = sqliteTable('redirects', {
  path: text().primaryKey(),
  article: text().notNull(),
  shelf: integer().notNull(),
});

export const invalidation = sqliteTable('invalidation', {
  seq: integer().primaryKey({ autoIncrement: true }),
  tag: text().notNull(),
  mode: text({ enum: ['hard', 'soft'] }).notNull(),
});
