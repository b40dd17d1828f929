import { eq, inArray, sql } from 'drizzle-orm';
import { listPageSize } from '../../article/lists.ts';
import type { ArticleRecord } from '../../article/record.ts';
import type { Database, Statement } from '../client.ts';
import {
  articleRecords,
  articles,
  invalidation,
  projection,
  redirects,
  site,
  type TopicKind,
  topics,
} from './schema.ts';

/** Writes to the read model. Only the projector calls them; each returns a statement for one atomic batch. */

export type Signed = { record: string; signature: Buffer };
export type Place = { list: string; at: number };
export type ArticleProjection = {
  number: number;
  record: ArticleRecord;
  publishedAt: number;
  listed: boolean;
  signedRecord: Signed;
  signedCard: Signed;
};

export async function appliedSeq({ orm }: Database): Promise<number> {
  const row = await orm.select({ seq: projection.appliedSeq }).from(projection).where(eq(projection.id, 1)).get();
  return row?.seq ?? 0;
}

export const setAppliedSeq = ({ orm }: Database, seq: number): Statement =>
  orm.update(projection).set({ appliedSeq: seq }).where(eq(projection.id, 1));

/** What was last projected of these articles, by number. */
export async function projectedArticles(
  { orm }: Database,
  numbers: readonly number[],
): Promise<Map<number, { record: ArticleRecord; card: string }>> {
  const rows = await orm
    .select({ number: articles.number, record: articleRecords.record, card: articles.card })
    .from(articles)
    .innerJoin(articleRecords, eq(articleRecords.number, articles.number))
    .where(inArray(articles.number, [...numbers]));
  return new Map(rows.map((row) => [row.number, { record: JSON.parse(row.record), card: row.card }]));
}

export function putArticle({ orm }: Database, article: ArticleProjection): Statement[] {
  const { number, record, publishedAt, listed, signedRecord, signedCard } = article;
  const row = {
    id: record.id,
    path: record.path,
    publishedAt,
    listed,
    card: signedCard.record,
    signature: signedCard.signature,
  };
  return [
    orm
      .insert(articles)
      .values({ number, ...row })
      .onConflictDoUpdate({ target: articles.number, set: row }),
    orm
      .insert(articleRecords)
      .values({ number, ...signedRecord })
      .onConflictDoUpdate({ target: articleRecords.number, set: signedRecord }),
  ];
}

export const putSite = ({ orm }: Database, signed: Signed): Statement =>
  orm
    .insert(site)
    .values({ id: 1, ...signed })
    .onConflictDoUpdate({ target: site.id, set: signed });

export const putTopic = ({ orm }: Database, kind: TopicKind, slug: string, signed: Signed): Statement =>
  orm
    .insert(topics)
    .values({ kind, slug, ...signed })
    .onConflictDoUpdate({ target: [topics.kind, topics.slug], set: signed });

export const putRedirect = ({ orm }: Database, path: string, article: string): Statement =>
  orm.insert(redirects).values({ path, article }).onConflictDoUpdate({ target: redirects.path, set: { article } });

export const dropRedirect = ({ orm }: Database, path: string): Statement =>
  orm.delete(redirects).where(eq(redirects.path, path));

export const enterList = (_: Database, { list, at }: Place, number: number): Statement[] => [
  sql`INSERT INTO listing (list, at, number) VALUES (${list}, ${at}, ${number})`,
  countUp(list, 1),
];

export const leaveList = (_: Database, { list, at }: Place, number: number): Statement[] => [
  sql`DELETE FROM listing WHERE list = ${list} AND at = ${at} AND number = ${number}`,
  countUp(list, -1),
];

/** Counts one more or one less under a name: a list's articles, a day's articles. */
export const countUp = (list: string, by: 1 | -1): Statement =>
  sql`INSERT INTO lists (list, count) VALUES (${list}, ${by}) ON CONFLICT (list) DO UPDATE SET count = count + ${by}`;

/** Sets the page anchors of a list anew, from the page that holds the time `from` on; earlier pages stand. */
export const renumberPages = (list: string, from: number): Statement[] => {
  const standing = sql`FROM page_anchors WHERE list = ${list} AND at < ${from}`;
  return [
    sql`DELETE FROM page_anchors WHERE list = ${list} AND page > (SELECT coalesce(max(page), 0) ${standing})`,
    sql`INSERT INTO page_anchors (list, page, at, number)
        SELECT ${list}, first + (place - 1) / ${listPageSize}, at, number FROM (
          SELECT l.at, l.number, row_number() OVER (ORDER BY l.at, l.number) AS place, f.page AS first
          FROM (SELECT * FROM (SELECT page, at, number ${standing} ORDER BY page DESC LIMIT 1)
                UNION ALL SELECT 1, -1 << 62, 0 WHERE NOT EXISTS (SELECT 1 ${standing})) f
          JOIN listing l ON l.list = ${list} AND (l.at, l.number) >= (f.at, f.number))
        WHERE (place - 1) % ${listPageSize} = 0
        ON CONFLICT (list, page) DO UPDATE SET at = excluded.at, number = excluded.number`,
  ];
};

export const indexArticle = (number: number, head: string, body: string): Statement[] => [
  sql`INSERT INTO search_head (rowid, text) VALUES (${number}, ${head})`,
  sql`INSERT INTO search_body (rowid, text) VALUES (${number}, ${body})`,
];

export const unindexArticle = (number: number): Statement[] => [
  sql`DELETE FROM search_head WHERE rowid = ${number}`,
  sql`DELETE FROM search_body WHERE rowid = ${number}`,
];

/** Tells every page cache what is no longer true: `hard` at once, `soft` as soon as it can be made anew. */
export const invalidate = ({ orm }: Database, tag: string, mode: 'hard' | 'soft'): Statement =>
  orm.insert(invalidation).values({ tag, mode });

/** Old entries nobody can still be waiting for; a cache that missed them drops everything. */
export const pruneInvalidations = (keep: number): Statement =>
  sql`DELETE FROM invalidation WHERE seq <= (SELECT max(seq) FROM invalidation) - ${keep}`;

/** Empties the read model for a projection from nothing; invalidations stay, since caches count them. */
export const wipe = (): Statement[] => [
  ...['site', 'topics', 'articles', 'article_records', 'listing', 'lists', 'page_anchors', 'redirects'].map(
    (table) => sql`DELETE FROM ${sql.identifier(table)}`,
  ),
  sql`INSERT INTO search_head (search_head) VALUES ('delete-all')`,
  sql`INSERT INTO search_body (search_body) VALUES ('delete-all')`,
  sql`UPDATE projection SET applied_seq = 0`,
];
