import { eq } from 'drizzle-orm';
import { type Database, type Orm, prepared } from '../../client.ts';
import { readsFrom } from '../fill-context.ts';
import { site } from '../schema.ts';
import { readSigned } from '../verify.ts';

const siteRow = (orm: Orm) => orm.select().from(site).where(eq(site.id, 1)).prepare();

/** What the newsroom published of itself: the site's settings (`Site` of `edition/`) and the ids an editor put on the front. */
export type SiteRecord = { site: unknown; front: string[] };

/** @throws when nothing was ever published: the database is being made, or is not ours */
export async function getSite({ orm }: Database): Promise<SiteRecord> {
  readsFrom('site');
  const row = await prepared(orm, siteRow).get();
  if (!row) throw new Error('content.db holds no site record; run "dateline publish --all"');
  return readSigned<SiteRecord>('site', row, 'table site');
}
