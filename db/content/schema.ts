import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** content.db: what readers may see. Rebuilt at any time by `dateline publish --all`; times are UTC seconds. */

export const site = sqliteTable('site', {
  id: integer().primaryKey(),
  record: text().notNull(),
  signature: blob({ mode: 'buffer' }).notNull(),
});

export const topicKinds = ['tag', 'author', 'source'] as const;
export type TopicKind = (typeof topicKinds)[number];

export const topics = sqliteTable(
  'topics',
  {
    kind: text({ enum: topicKinds }).notNull(),
    slug: text().notNull(),
    record: text().notNull(),
    signature: blob({ mode: 'buffer' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.slug] })],
);

export const articles = sqliteTable('articles', {
  number: integer().primaryKey(),
  id: text().notNull().unique(),
  path: text().notNull().unique(),
  publishedAt: integer('published_at').notNull(),
  listed: integer({ mode: 'boolean' }).notNull(),
  card: text().notNull(),
  signature: blob({ mode: 'buffer' }).notNull(),
});

export const articleRecords = sqliteTable('article_records', {
  number: integer().primaryKey(),
  record: text().notNull(),
  signature: blob({ mode: 'buffer' }).notNull(),
});

export const listing = sqliteTable(
  'listing',
  { list: text().notNull(), at: integer().notNull(), number: integer().notNull() },
  (t) => [primaryKey({ columns: [t.list, t.at, t.number] })],
);

export const lists = sqliteTable('lists', { list: text().primaryKey(), count: integer().notNull() });

export const pageAnchors = sqliteTable(
  'page_anchors',
  { list: text().notNull(), page: integer().notNull(), at: integer().notNull(), number: integer().notNull() },
  (t) => [primaryKey({ columns: [t.list, t.page] })],
);

export const redirects = sqliteTable('redirects', { path: text().primaryKey(), article: text().notNull() });

export const invalidation = sqliteTable('invalidation', {
  seq: integer().primaryKey({ autoIncrement: true }),
  tag: text().notNull(),
  mode: text({ enum: ['hard', 'soft'] }).notNull(),
});

export const projection = sqliteTable('projection', {
  id: integer().primaryKey(),
  appliedSeq: integer('applied_seq').notNull(),
});
