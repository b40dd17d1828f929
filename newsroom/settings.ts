import { canonicalJson } from '../article/canonical.ts';
import type { Database } from '../db/client.ts';
import { appendSitePublication, readSettings, writeSettings } from '../db/newsroom/queries/settings.ts';
import { toInstant } from '../edition/dates.ts';
import { reservedSegments } from '../edition/paths.ts';
import { emptySite, type Site, siteSchema } from '../edition/site.ts';
import { NewsroomError } from './document.ts';

export type Settings = { site: Site; front: string[] };

/** The site's settings; those of an empty newsroom when none were ever written. */
export async function getSettings(newsroom: Database): Promise<Settings> {
  const stored = await readSettings(newsroom);
  return stored ? { site: parseSite(stored.site), front: JSON.parse(stored.front) } : { site: emptySite, front: [] };
}

let parsed = { text: '', site: emptySite };

/** Every article published asks for the site, which hardly ever changes; checking it takes 0.2 ms. */
function parseSite(text: string): Site {
  if (parsed.text !== text) parsed = { text, site: siteSchema.parse(JSON.parse(text)) };
  return parsed.site;
}

/** Writes the settings and puts them into the outbox. @throws NewsroomError naming what is wrong */
export async function saveSettings(newsroom: Database, settings: Settings, now: Date): Promise<void> {
  const result = siteSchema.safeParse(settings.site);
  if (!result.success)
    throw new NewsroomError(
      result.error.issues.map((issue) => `site.${issue.path.join('.')}: ${issue.message}`).join('; '),
    );
  for (const { path } of result.data.sections) {
    const [top = '', sub] = path.split('/');
    if (reservedSegments.has(top) || sub === 'page' || [top, sub].some((part) => part && /^\d{4}$/.test(part)))
      throw new NewsroomError(`section "${path}": the address belongs to another page; choose another slug`);
    if (sub && !result.data.sections.some((section) => section.path === top))
      throw new NewsroomError(`section "${path}": its parent section "${top}" does not exist; add it first`);
  }
  await newsroom.atomic([
    writeSettings(newsroom, canonicalJson(result.data), settings.front),
    appendSitePublication(newsroom, toInstant(now)),
  ]);
}
