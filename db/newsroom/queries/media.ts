import { eq } from 'drizzle-orm';
import type { Database, Statement } from '../../client.ts';
import { media } from '../schema.ts';

export type MediaSize = { width: number; height: number };

export async function mediaSize({ orm }: Database, id: string): Promise<MediaSize | undefined> {
  return orm.select({ width: media.width, height: media.height }).from(media).where(eq(media.id, id)).get();
}

export async function mediaMaster({ orm }: Database, id: string): Promise<Buffer | undefined> {
  const row = await orm.select({ master: media.master }).from(media).where(eq(media.id, id)).get();
  return row?.master;
}

/** A picture is its content: storing it again changes nothing. */
export const saveMedia = ({ orm }: Database, row: typeof media.$inferInsert): Statement =>
  orm.insert(media).values(row).onConflictDoNothing();
