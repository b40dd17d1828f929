import { eq } from 'drizzle-orm';
import { sha256Bytes } from '../../../article/hash.ts';
import { type Database, type Orm, prepared } from '../../client.ts';
import { readsFrom } from '../fill-context.ts';
import { currentRegister } from '../register.ts';
import { site } from '../schema.ts';
import { refuseRow } from '../tampered.ts';

const siteRow = (orm: Orm) => orm.select({ record: site.record }).from(site).where(eq(site.id, 1)).prepare();

/** What the newsroom published of itself: the site's settings (`Site` of `edition/`) and the ids an editor put on the front. */
export type SiteRecord = { site: unknown; front: string[] };

/** Every page starts here. @throws TamperedRow, and an Error when nothing was ever published */
export async function getSite(database: Database): Promise<SiteRecord> {
  readsFrom('site');
  for (let attempt = 1; ; attempt++) {
    const register = await currentRegister(database);
    const row = await prepared(database.orm, siteRow).get();
    if (row && sha256Bytes(row.record).equals(register.site)) return parseOnce(row.record);
    // A publication may have come between the two.
    if (attempt === 3) refuseRow('site', 1, row ? 'record' : 'id');
  }
}

let last: { text: string; record: SiteRecord } | undefined;

/** The same object for as long as the text is the same, so that what is worked out from it can be kept beside it. */
function parseOnce(text: string): SiteRecord {
  if (last?.text !== text) last = { text, record: JSON.parse(text) as SiteRecord };
  return last.record;
}
