import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Database, Statement } from '../../client.ts';
import { articles, formerPaths, imports, publications, revisions } from '../schema.ts';

export type ArticleRow = typeof articles.$inferSelect;

export async function articleById({ orm }: Database, id: string): Promise<ArticleRow | undefined> {
  return orm.select().from(articles).where(eq(articles.id, id)).get();
}

export async function articleByNumber({ orm }: Database, number: number): Promise<ArticleRow | undefined> {
  return orm.select().from(articles).where(eq(articles.number, number)).get();
}

/** The newest article with this slug. */
export async function articleBySlug({ orm }: Database, slug: string): Promise<ArticleRow | undefined> {
  return orm.select().from(articles).where(eq(articles.slug, slug)).orderBy(desc(articles.number)).limit(1).get();
}

export async function articleByPath({ orm }: Database, path: string): Promise<ArticleRow | undefined> {
  return orm.select().from(articles).where(eq(articles.path, path)).get();
}

/** The number of the article that has or had this address. */
export async function ownerOfPath({ orm }: Database, path: string): Promise<number | undefined> {
  const current = await orm.select({ number: articles.number }).from(articles).where(eq(articles.path, path)).get();
  if (current) return current.number;
  const former = await orm
    .select({ number: formerPaths.article })
    .from(formerPaths)
    .where(eq(formerPaths.path, path))
    .get();
  return former?.number;
}

export async function formerPathsOf({ orm }: Database, article: number): Promise<string[]> {
  const rows = await orm.select({ path: formerPaths.path }).from(formerPaths).where(eq(formerPaths.article, article));
  return rows.map((row) => row.path).sort();
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
export async function importOf({ orm }: Database, origin: string, digest: string): Promise<ImportRow | undefined> {
  const same = await orm.select().from(imports).where(eq(imports.digest, digest)).limit(1).get();
  return same ?? orm.select().from(imports).where(eq(imports.origin, origin)).get();
}

/** Numbers and ids of everything ever published, oldest number first. */
export async function publishedArticles({ orm }: Database): Promise<ArticleRow[]> {
  return orm.select().from(articles).where(isNotNull(articles.publishedRevision)).orderBy(articles.number);
}

export const insertArticle = (
  { orm }: Database,
  row: { number: number; id: string; slug: string; at: string },
): Statement =>
  orm.insert(articles).values({ number: row.number, id: row.id, slug: row.slug, headRevision: 1, createdAt: row.at });

export const insertRevision = (
  { orm }: Database,
  row: { article: number; revision: number; at: string; note: string; document: string },
): Statement => orm.insert(revisions).values(row);

export const setHead = ({ orm }: Database, article: number, revision: number, slug: string): Statement =>
  orm.update(articles).set({ headRevision: revision, slug }).where(eq(articles.number, article));

export const setPublished = ({ orm }: Database, article: number, revision: number, path: string): Statement =>
  orm.update(articles).set({ publishedRevision: revision, path }).where(eq(articles.number, article));

export const keepFormerPath = ({ orm }: Database, path: string, article: number): Statement =>
  orm.insert(formerPaths).values({ path, article }).onConflictDoUpdate({ target: formerPaths.path, set: { article } });

export const dropFormerPath = ({ orm }: Database, path: string): Statement =>
  orm.delete(formerPaths).where(eq(formerPaths.path, path));

export const appendPublication = ({ orm }: Database, article: number, revision: number, at: string): Statement =>
  orm.insert(publications).values({ kind: 'article', article, revision, at });

export const recordImport = ({ orm }: Database, row: typeof imports.$inferInsert): Statement =>
  orm
    .insert(imports)
    .values(row)
    .onConflictDoUpdate({
      target: imports.origin,
      set: { article: row.article, digest: row.digest, format: row.format, address: row.address, at: row.at },
    });

/** The number the next new article gets. Reserved inside the writer's transaction by the primary key itself. */
export async function nextNumber({ orm }: Database): Promise<number> {
  const row = await orm.get<{ next: number }>(
    sql`SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'articles'), 0), coalesce((SELECT max(number) FROM articles), 0)) + 1 AS next`,
  );
  return row?.next ?? 1;
}
