import { eq, sql } from 'drizzle-orm';
import { type Database, type Orm, prepared, type Statement, write } from '../../client.ts';
import { media } from '../schema.ts';

export type MediaSize = { width: number; height: number };

const sizeOf = (orm: Orm) =>
  orm
    .select({ width: media.width, height: media.height })
    .from(media)
    .where(eq(media.id, sql.placeholder('id')))
    .prepare();

export async function mediaSize({ orm }: Database, id: string): Promise<MediaSize | undefined> {
  return prepared(orm, sizeOf).get({ id });
}

export async function mediaMaster({ orm }: Database, id: string): Promise<Buffer | undefined> {
  const row = await orm.select({ master: media.master }).from(media).where(eq(media.id, id)).get();
  return row?.master;
}

/** Media types of the stored ones among these pictures, by id. */
export async function mediaTypes(database: Database, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await database.rows<{ id: string; type: string }>(
    write`SELECT m.id, m.type FROM json_each(${JSON.stringify(ids)}) asked JOIN media m ON m.id = asked.value`,
  );
  return new Map(rows.map(({ id, type }) => [id, type]));
}

/** A picture is its content: storing it again changes nothing. */
export const saveMedia = ({ orm }: Database, row: typeof media.$inferInsert): Statement =>
  orm.insert(media).values(row).onConflictDoNothing();
