import { eq, sql } from 'drizzle-orm';
import { type Database, type Orm, prepared, type Statement } from '../../client.ts';
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

/** A picture is its content: storing it again changes nothing. */
export const saveMedia = ({ orm }: Database, row: typeof media.$inferInsert): Statement =>
  orm.insert(media).values(row).onConflictDoNothing();
