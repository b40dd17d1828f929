import { asc, gt, max } from 'drizzle-orm';
import { type Database, write } from '../../client.ts';
import { publications } from '../schema.ts';

export type Publication = typeof publications.$inferSelect;

/** Publications after `seq`, oldest first. */
export async function publicationsAfter({ orm }: Database, seq: number, limit: number): Promise<Publication[]> {
  return orm.select().from(publications).where(gt(publications.seq, seq)).orderBy(asc(publications.seq)).limit(limit);
}

export async function lastPublication({ orm }: Database): Promise<number> {
  const row = await orm
    .select({ seq: max(publications.seq) })
    .from(publications)
    .get();
  return row?.seq ?? 0;
}

/** An article's publication with the revision it put out. */
export type PublishedRevision = {
  kind: 'article';
  seq: number;
  number: number;
  id: string;
  path: string | null;
  revision: number;
  /** When it was published. */
  at: string;
  /** The revision's document as JSON. */
  document: string;
};

/** The newest publication of every article and of the site, oldest first: what a projection from nothing has to apply. */
export async function newestPublications(
  database: Database,
  after: number,
  limit: number,
): Promise<(PublishedRevision | { kind: 'site'; seq: number })[]> {
  return database.rows(
    write`SELECT p.seq, p.kind, p.article AS number, p.revision, p.at, a.id, a.path, r.document FROM publications p
          LEFT JOIN articles a ON a.number = p.article
          LEFT JOIN revisions r ON r.article = p.article AND r.revision = p.revision
          WHERE p.seq > ${after} AND NOT EXISTS (
            SELECT 1 FROM publications later WHERE later.article IS p.article AND later.kind = p.kind AND later.seq > p.seq)
          ORDER BY p.seq LIMIT ${limit}`,
  );
}
