import { eq } from 'drizzle-orm';
import { type Database, type Orm, prepared, type Statement } from '../../client.ts';
import { publications, settings } from '../schema.ts';

const settingsRow = (orm: Orm) => orm.select().from(settings).where(eq(settings.id, 1)).prepare();

/** The settings as they are stored: JSON of the site, JSON of the list of ids on the front. */
export async function readSettings({ orm }: Database): Promise<typeof settings.$inferSelect | undefined> {
  return prepared(orm, settingsRow).get();
}

export const writeSettings = ({ orm }: Database, site: string, front: readonly string[]): Statement =>
  orm
    .insert(settings)
    .values({ id: 1, site, front: JSON.stringify(front) })
    .onConflictDoUpdate({ target: settings.id, set: { site, front: JSON.stringify(front) } });

export const appendSitePublication = ({ orm }: Database, at: string): Statement =>
  orm.insert(publications).values({ kind: 'site', at });
