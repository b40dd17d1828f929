import { blob, customType, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { pack, unpack } from './packing.ts';

/** content.db: what readers may see. Rebuilt at any time by `dateline publish --all`; times are UTC seconds. */

const packedText = customType<{ data: string; driverData: Uint8Array }>({
  dataType: () => 'blob',
  toDriver: pack,
  fromDriver: unpack,
});

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
  record: packedText().notNull(),
  signature: blob({ mode: 'buffer' }).notNull(),
});

export const lists = sqliteTable('lists', {
  id: integer().primaryKey(),
  name: text().notNull().unique(),
  count: integer().notNull(),
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
  },
  (t) => [primaryKey({ columns: [t.list, t.level, t.at, t.number] })],
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
