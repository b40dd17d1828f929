import type { ArticleDraft } from '../article/draft.ts';
import { fold } from '../article/fold.ts';
import type { Language } from '../article/record.ts';
import type { Database } from '../db/client.ts';
import { reservedSegments } from '../edition/paths.ts';
import type { Names, Site } from '../edition/site.ts';
import { getSettings, type Settings, saveSettings } from './settings.ts';
import { slugOf } from './slugs.ts';

/** Where an imported article is filed, and what the site has for it since. */
export type Filing = { section: string | null; added: string[] };

/**
 * The section a document names: the site's own by path or by name; one the document declares is made when there is none.
 * Null when it names none that can be found, and declares none.
 */
export async function fileUnder(
  newsroom: Database,
  named: ArticleDraft['section'],
  language: Language,
  now: Date,
): Promise<Filing> {
  const { site } = await getSettings(newsroom);
  const found = findSection(site, named);
  if (found) return { section: found, added: [] };
  const path = named.path ?? (named.isDeclared ? pathOf(named.breadcrumb) : null);
  if (path === null) return { section: null, added: [] };
  const usable = path.split('/').map(usableSlug).join('/');
  return {
    section: usable,
    added: await ensureSection(newsroom, usable, namesFor(usable, named.breadcrumb, language), now),
  };
}

/** The section as the dry run of an import names it. */
export function findSection(site: Site, { path, breadcrumb }: ArticleDraft['section']): string | null {
  const { sections } = site;
  if (path !== null && sections.some((section) => section.path === path)) return path;
  for (const word of breadcrumb.toReversed()) {
    const wanted = fold(word);
    const match = sections.find(
      (section) =>
        section.path === wanted ||
        section.path.endsWith(`/${wanted}`) ||
        Object.values(section.names).some((name) => fold(name) === wanted),
    );
    if (match) return match.path;
  }
  return null;
}

function pathOf(breadcrumb: readonly string[]): string | null {
  const slugs = breadcrumb.slice(0, 2).map((word) => slugOf(word, 40));
  return slugs.length > 0 && slugs.every((slug) => slug !== null) ? slugs.join('/') : null;
}

/** Words that are the first segment of another page, and years, cannot be sections by themselves. */
const usableSlug = (slug: string) => (reservedSegments.has(slug) || /^\d{4}$/.test(slug) ? `${slug}-section` : slug);

const namesFor = (path: string, breadcrumb: readonly string[], language: Language): Names[] => {
  const levels = path.split('/');
  const words = breadcrumb.length === levels.length ? breadcrumb : [];
  return levels.map((slug, index) => ({ [words[index] ? language : 'zh-Hans']: words[index] ?? slug }));
};

/** Adds a section (and its parent) when the site has none of that path, under these names, one for each level. Returns what was added. */
export async function ensureSection(
  newsroom: Database,
  path: string,
  names: readonly Names[],
  now: Date,
): Promise<string[]> {
  const levels = path.split('/').map((slug, index, all) => ({
    path: all.slice(0, index + 1).join('/'),
    names: names[index] ?? { 'zh-Hans': slug },
  }));
  const missingOf = ({ site }: Settings) =>
    levels.filter((level) => !site.sections.some((section) => section.path === level.path));
  if (missingOf(await getSettings(newsroom)).length === 0) return [];
  // Looked at again in a turn of our own: a section that another writer adds at the same time stays.
  return newsroom.exclusively(async () => {
    const settings = await getSettings(newsroom);
    const missing = missingOf(settings);
    const sections = [...settings.site.sections, ...missing];
    if (missing.length > 0) await saveSettings(newsroom, { ...settings, site: { ...settings.site, sections } }, now);
    return missing.map((section) => section.path);
  });
}
