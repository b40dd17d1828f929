import { eq } from 'drizzle-orm';
import type { Database, Statement } from '../../client.ts';
import { publications, settings } from '../schema.ts';

export async function readSettings({ orm }: Database): Promise<{ site: unknown; front: string[] } | undefined> {
  const row = await orm.select().from(settings).where(eq(settings.id, 1)).get();
  return row && { site: JSON.parse(row.site), front: JSON.parse(row.front) };
}

export const writeSettings = ({ orm }: Database, site: string, front: readonly string[]): Statement =>
  orm
    .insert(settings)
    .values({ id: 1, site, front: JSON.stringify(front) })
    .onConflictDoUpdate({ target: settings.id, set: { site, front: JSON.stringify(front) } });

export const appendSitePublication = ({ orm }: Database, at: string): Statement =>
  orm.insert(publications).values({ kind: 'site', at });
