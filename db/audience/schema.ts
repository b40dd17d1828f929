import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** audience.db: how often articles were read. No person, address or cookie is in it. */
export const reads = sqliteTable('reads', {
  article: text().primaryKey(),
  total: integer().notNull(),
  day: real().notNull(),
});
