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

export const signals = ['picture', 'host'] as const;
export type Signal = (typeof signals)[number];

export const sightings = sqliteTable(
  'sightings',
  {
    host: text().notNull(),
    signal: text({ enum: signals }).notNull(),
    count: integer().notNull(),
    first: integer().notNull(),
    last: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.host, t.signal] })],
);
