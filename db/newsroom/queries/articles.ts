import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { type Database, type Orm, prepared, type Statement, write } from '../../client.ts';
import { articles, type imports, revisions } from '../schema.ts';

const { placeholder } = sql;

export type ArticleRow = typeof articles.$inferSelect;

export async function articleById({ orm }: Database, id: string): Promise<ArticleRow | undefined> {
  return orm.select().from(articles).where(eq(articles.id, id)).get();
}

const byNumber = (orm: Orm) =>
  orm
    .select()
    .from(articles)
    .where(eq(articles.number, placeholder('number')))
    .prepare();

export async function articleByNumber({ orm }: Database, number: number): Promise<ArticleRow | undefined> {
  return prepared(orm, byNumber).get({ number });
}

const bySlug = (orm: Orm) =>
  orm
    .select()
    .from(articles)
    .where(eq(articles.slug, placeholder('slug')))
    .orderBy(desc(articles.number))
    .limit(1)
    .prepare();

/** The newest article with this slug. */
export async function articleBySlug({ orm }: Database, slug: string): Promise<ArticleRow | undefined> {
  return prepared(orm, bySlug).get({ slug });
}

export async function articleByPath({ orm }: Database, path: string): Promise<ArticleRow | undefined> {
  return orm.select().from(articles).where(eq(articles.path, path)).get();
}

/** The number of the article that has or had this address. */
export async function ownerOfPath(database: Database, path: string): Promise<number | undefined> {
  const [owner] = await database.rows<{ number: number }>(
    write`SELECT number FROM articles WHERE path = ${path}
          UNION ALL SELECT article FROM former_paths WHERE path = ${path} LIMIT 1`,
  );
  return owner?.number;
}

export async function formerPathsOf(database: Database, article: number): Promise<string[]> {
  const rows = await database.rows<{ path: string }>(
    write`SELECT path FROM former_paths WHERE article = ${article} ORDER BY path`,
  );
  return rows.map((row) => row.path);
}

export async function revisionDocument({ orm }: Database, article: number, revision: number): Promise<unknown> {
  const row = await orm
    .select({ document: revisions.document })
    .from(revisions)
    .where(and(eq(revisions.article, article), eq(revisions.revision, revision)))
    .get();
  return row && JSON.parse(row.document);
}

export type ImportRow = typeof imports.$inferSelect;

/** The import of a document: the same bytes from anywhere, or else an earlier state of the same origin. */
export async function importOf(database: Database, origin: string, digest: string): Promise<ImportRow | undefined> {
  const [same] = await database.rows<ImportRow>(
    write`SELECT origin, article, digest, format, address, at, version, version_at AS versionAt
          FROM imports WHERE digest = ${digest} LIMIT 1`,
  );
  if (same) return same;
  const [earlier] = await database.rows<ImportRow>(
    write`SELECT origin, article, digest, format, address, at, version, version_at AS versionAt
          FROM imports WHERE origin = ${origin}`,
  );
  return earlier;
}

/** Numbers and ids of everything ever published, oldest number first. */
export async function publishedArticles({ orm }: Database): Promise<ArticleRow[]> {
  return orm.select().from(articles).where(isNotNull(articles.publishedRevision)).orderBy(articles.number);
}

/** The newest articles' documents as they are published, newest first. */
export async function newestPublished(database: Database, limit: number): Promise<unknown[]> {
  const rows = await database.rows<{ document: string }>(
    write`SELECT r.document FROM articles a JOIN revisions r ON r.article = a.number AND r.revision = a.published_revision
          ORDER BY a.number DESC LIMIT ${limit}`,
  );
  return rows.map((row) => JSON.parse(row.document));
}

export const insertArticle = (row: { number: number; id: string; slug: string; at: string }): Statement =>
  write`INSERT INTO articles (number, id, slug, head_revision, created_at)
        VALUES (${row.number}, ${row.id}, ${row.slug}, 1, ${row.at})`;

export const insertRevision = (row: {
  article: number;
  revision: number;
  at: string;
  note: string;
  document: string;
}): Statement =>
  write`INSERT INTO revisions (article, revision, at, note, document)
        VALUES (${row.article}, ${row.revision}, ${row.at}, ${row.note}, ${row.document})`;

export const setHead = (article: number, revision: number, slug: string): Statement =>
  write`UPDATE articles SET head_revision = ${revision}, slug = ${slug} WHERE number = ${article}`;

export const setPublished = (article: number, revision: number, path: string): Statement =>
  write`UPDATE articles SET published_revision = ${revision}, path = ${path} WHERE number = ${article}`;

export const keepFormerPath = (path: string, article: number): Statement =>
  write`INSERT INTO former_paths (path, article) VALUES (${path}, ${article})
        ON CONFLICT (path) DO UPDATE SET article = excluded.article`;

export const dropFormerPath = (path: string): Statement => write`DELETE FROM former_paths WHERE path = ${path}`;

export const appendPublication = (article: number, revision: number, at: string): Statement =>
  write`INSERT INTO publications (kind, article, revision, at) VALUES ('article', ${article}, ${revision}, ${at})`;

/** The import of a new article. Fails with the whole write when another writer has imported the same meanwhile. */
export const addImport = (row: ImportRow): Statement =>
  write`INSERT INTO imports (origin, article, digest, format, address, at, version, version_at)
        VALUES (${row.origin}, ${row.article}, ${row.digest}, ${row.format}, ${row.address}, ${row.at}, ${row.version}, ${row.versionAt})`;

/** A later import of an article. */
export const recordImport = (row: ImportRow): Statement =>
  write`INSERT INTO imports (origin, article, digest, format, address, at, version, version_at)
        VALUES (${row.origin}, ${row.article}, ${row.digest}, ${row.format}, ${row.address}, ${row.at}, ${row.version}, ${row.versionAt})
        ON CONFLICT (origin) DO UPDATE SET article = excluded.article, digest = excluded.digest, format = excluded.format,
          address = excluded.address, at = excluded.at, version = excluded.version, version_at = excluded.version_at`;

/** The number the next new article gets. Reserved inside the writer's transaction by the primary key itself. */
export async function nextNumber(database: Database): Promise<number> {
  const [row] = await database.rows<{ next: number }>(
    write`SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'articles'), 0), coalesce((SELECT max(number) FROM articles), 0)) + 1 AS next`,
  );
  return row?.next ?? 1;
}
