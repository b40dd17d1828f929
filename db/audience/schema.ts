import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** audience.db: how often articles were read, per list. No person, address or cookie is in it. */
export const reads = sqliteTable(
  'reads',
  {
    list: text().notNull(),
    article: text().notNull(),
    total: integer().notNull(),
    hour: real().notNull(),
    day: real().notNull(),
    week: real().notNull(),
    rising: real().notNull(),
  },
  (t) => [primaryKey({ columns: [t.list, t.article] })],
);
