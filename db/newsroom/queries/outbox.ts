import { asc, gt, max, sql } from 'drizzle-orm';
import type { Database } from '../../client.ts';
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

/** The newest publication of every article, oldest first: what a projection from nothing has to apply. */
export async function newestPublications({ orm }: Database, after: number, limit: number): Promise<Publication[]> {
  return orm.all<Publication>(
    sql`SELECT seq, kind, article, revision, at FROM publications p
        WHERE seq > ${after} AND NOT EXISTS (
          SELECT 1 FROM publications later WHERE later.article IS p.article AND later.kind = p.kind AND later.seq > p.seq)
        ORDER BY seq LIMIT ${limit}`,
  );
}
