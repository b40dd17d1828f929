import { desc, eq, sql } from 'drizzle-orm';
import { type Database, type Orm, prepared, type Statement, write } from '../../client.ts';
import { scoreOf, type Window, weightAt } from '../decay.ts';
import { reads } from '../schema.ts';

/** Reads of one article since they were last written down, and the lists they count in. */
export type Reads = { article: string; lists: readonly string[]; count: number };

/**
 * Adds reads at a moment (seconds since the epoch):
 * score' = max(score, x) + log2(1 + 2^-|score - x|), with x the score of the new reads alone.
 */
export function addReads(batch: readonly Reads[], moment: number): Statement {
  const rows = batch.flatMap(({ article, lists, count }) =>
    lists.map((list) => [
      list,
      article,
      count,
      scoreOf('hour', count, moment),
      scoreOf('day', count, moment),
      scoreOf('week', count, moment),
    ]),
  );
  const added = (column: Window) => {
    const name = sql.identifier(column);
    return sql`${name} = max(${name}, excluded.${name}) + log2(1 + pow(2, -abs(${name} - excluded.${name})))`;
  };
  return sql`INSERT INTO reads (list, article, total, hour, day, week)
    SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5 FROM json_each(${JSON.stringify(rows)}) WHERE true
    ON CONFLICT (list, article) DO UPDATE SET total = total + excluded.total,
      ${added('hour')}, ${added('day')}, ${added('week')}`;
}

/** Below this weight (a read three weeks ago) an article has left every ranking. */
const forgottenBelow = 1 / 64;

/** Drops what was hardly read for weeks; reads every row, so not for every batch. */
export const forgetReads = (moment: number): Statement =>
  sql`DELETE FROM reads WHERE week < ${scoreOf('week', forgottenBelow, moment)}`;

export type RankingOrder = Window | 'rising';

const byOrder = (order: RankingOrder) => (orm: Orm) =>
  orm
    .select({ article: reads.article, score: reads[order === 'rising' ? 'hour' : order] })
    .from(reads)
    .where(eq(reads.list, sql.placeholder('list')))
    .orderBy(desc(reads[order]))
    .limit(sql.placeholder('limit'))
    .prepare();

const rankings = { hour: byOrder('hour'), day: byOrder('day'), week: byOrder('week'), rising: byOrder('rising') };

/** What weighs less than a read a window ago is not read any more; fewer reads within the hour than three are no rise. */
const leastWeight: Record<RankingOrder, number> = { hour: 0.25, day: 0.25, week: 0.25, rising: 3 };

/**
 * Ids of a list's most-read articles, the most read first; an index look-up, whatever the number of reads.
 * `moment`: now, in seconds.
 */
export async function mostRead(
  { orm }: Database,
  list: string,
  order: RankingOrder,
  limit: number,
  moment: number,
): Promise<string[]> {
  const rows = await prepared(orm, rankings[order]).all({ list, limit });
  const window = order === 'rising' ? 'hour' : order;
  return rows
    .filter(({ score }) => weightAt(window, score, moment) >= leastWeight[order])
    .map(({ article }) => article);
}

/** How many reads of now the last day of these articles weighs, by id; absent where there were none. */
export async function readsOfDay(
  database: Database,
  list: string,
  articles: readonly string[],
  moment: number,
): Promise<Map<string, number>> {
  if (articles.length === 0) return new Map();
  const rows = await database.rows<{ article: string; day: number }>(
    write`SELECT r.article, r.day FROM json_each(${JSON.stringify(articles)}) asked
          JOIN reads r ON r.list = ${list} AND r.article = asked.value`,
  );
  return new Map(rows.map((row) => [row.article, weightAt('day', row.day, moment)]));
}
