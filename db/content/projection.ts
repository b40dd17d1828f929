import { sql } from 'drizzle-orm';
import type { ArticleRecord } from '../../article/record.ts';
import { type Database, type Statement, write } from '../client.ts';
import { pack, unpack } from './packing.ts';
import type { TopicKind } from './schema.ts';

/** Writes to the read model. Only the projector calls them; each returns a statement for one atomic batch. */

export type Signed = { record: string; signature: Buffer };
export type ArticleProjection = {
  number: number;
  record: ArticleRecord;
  publishedAt: number;
  listed: boolean;
  signedRecord: Signed;
  signedCard: Signed;
};

export async function appliedSeq(database: Database): Promise<number> {
  const [row] = await database.rows<{ seq: number }>(write`SELECT applied_seq AS seq FROM projection WHERE id = 1`);
  return row?.seq ?? 0;
}

export const setAppliedSeq = (seq: number): Statement => write`UPDATE projection SET applied_seq = ${seq} WHERE id = 1`;

/** What was last projected of an article. */
export type Earlier = { record: ArticleRecord; card: string };

/** What was last projected of these articles, by number. */
export async function projectedArticles(database: Database, numbers: readonly number[]): Promise<Map<number, Earlier>> {
  const rows = await database.rows<{ number: number; record: Buffer; card: string }>(
    write`SELECT a.number, r.record, a.card
          FROM json_each(${JSON.stringify(numbers)}) asked
          JOIN articles a ON a.number = asked.value JOIN article_records r ON r.number = a.number`,
  );
  return new Map(rows.map(({ number, record, card }) => [number, { record: JSON.parse(unpack(record)), card }]));
}

/** The record of a topic as readers see it. */
export async function projectedTopic(database: Database, kind: TopicKind, slug: string): Promise<string | undefined> {
  const [row] = await database.rows<{ record: string }>(
    write`SELECT record FROM topics WHERE kind = ${kind} AND slug = ${slug}`,
  );
  return row?.record;
}

export function putArticle({
  number,
  record,
  publishedAt,
  listed,
  signedRecord,
  signedCard,
}: ArticleProjection): Statement[] {
  return [
    write`INSERT INTO articles (number, id, path, published_at, listed, card, signature)
          VALUES (${number}, ${record.id}, ${record.path}, ${publishedAt}, ${listed ? 1 : 0}, ${signedCard.record}, ${signedCard.signature})
          ON CONFLICT (number) DO UPDATE SET id = excluded.id, path = excluded.path, published_at = excluded.published_at,
            listed = excluded.listed, card = excluded.card, signature = excluded.signature`,
    write`INSERT INTO article_records (number, record, signature)
          VALUES (${number}, ${pack(signedRecord.record)}, ${signedRecord.signature})
          ON CONFLICT (number) DO UPDATE SET record = excluded.record, signature = excluded.signature`,
  ];
}

export const putSite = ({ record, signature }: Signed): Statement =>
  write`INSERT INTO site (id, record, signature) VALUES (1, ${record}, ${signature})
        ON CONFLICT (id) DO UPDATE SET record = excluded.record, signature = excluded.signature`;

export const putTopic = (kind: TopicKind, slug: string, { record, signature }: Signed): Statement =>
  write`INSERT INTO topics (kind, slug, record, signature) VALUES (${kind}, ${slug}, ${record}, ${signature})
        ON CONFLICT (kind, slug) DO UPDATE SET record = excluded.record, signature = excluded.signature`;

export const putRedirect = (path: string, article: string): Statement =>
  write`INSERT INTO redirects (path, article) VALUES (${path}, ${article}) ON CONFLICT (path) DO UPDATE SET article = excluded.article`;

export const dropRedirect = (path: string): Statement => write`DELETE FROM redirects WHERE path = ${path}`;

export const indexArticle = (number: number, head: string, body: string): Statement[] => [
  write`INSERT INTO search_head (rowid, text) VALUES (${number}, ${head})`,
  write`INSERT INTO search_body (rowid, text) VALUES (${number}, ${body})`,
];

export const unindexArticle = (number: number): Statement[] => [
  write`DELETE FROM search_head WHERE rowid = ${number}`,
  write`DELETE FROM search_body WHERE rowid = ${number}`,
];

/** Tells every page cache what is no longer true: `hard` at once, `soft` as soon as it can be made anew. */
export const invalidate = (tag: string, mode: 'hard' | 'soft'): Statement =>
  write`INSERT INTO invalidation (tag, mode) VALUES (${tag}, ${mode})`;

/** Old entries nobody can still be waiting for; a cache that missed them drops everything. */
export const pruneInvalidations = (keep: number): Statement =>
  write`DELETE FROM invalidation WHERE seq <= (SELECT max(seq) FROM invalidation) - ${keep}`;

/** Empties the read model for a projection from nothing; invalidations stay, since caches count them. */
export const wipe = (): Statement[] => [
  ...['site', 'topics', 'articles', 'article_records', 'listing', 'lists', 'list_marks', 'redirects'].map(
    (table) => sql`DELETE FROM ${sql.identifier(table)}`,
  ),
  sql`INSERT INTO search_head (search_head) VALUES ('delete-all')`,
  sql`INSERT INTO search_body (search_body) VALUES ('delete-all')`,
  sql`UPDATE projection SET applied_seq = 0`,
];
