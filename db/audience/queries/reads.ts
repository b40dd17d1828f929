import { desc, sql } from 'drizzle-orm';
import { type Database, type Orm, prepared, type Statement } from '../../client.ts';
import { reads } from '../schema.ts';

/** Half of a read's weight is gone after this many seconds. */
const halfLife = 86_400;
/** 2024-01-01T00:00:00Z; keeps the exponents small. */
const origin = 1_704_067_200;

/**
 * Adds `count` reads at a moment (seconds since the epoch):
 * score' = max(score, x) + log2(1 + 2^-|score - x|), with x = log2(count) + (moment - origin) / half-life.
 */
export function countReads(_: Database, article: string, count: number, moment: number): Statement {
  const x = Math.log2(count) + (moment - origin) / halfLife;
  return sql`INSERT INTO reads (article, total, day) VALUES (${article}, ${count}, ${x})
    ON CONFLICT (article) DO UPDATE SET total = total + excluded.total,
      day = max(day, excluded.day) + log2(1 + pow(2, -abs(day - excluded.day)))`;
}

const byDay = (orm: Orm) =>
  orm
    .select({ article: reads.article })
    .from(reads)
    .orderBy(desc(reads.day), reads.article)
    .limit(sql.placeholder('limit'))
    .prepare();

/** Ids of the most-read articles, a day's reads counting most; an index look-up, whatever the number of reads. */
export async function mostRead({ orm }: Database, limit: number): Promise<string[]> {
  return (await prepared(orm, byDay).all({ limit })).map((row) => row.article);
}
