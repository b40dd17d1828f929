import { z } from 'zod';
import { type Language, languages, sectionPathSchema, slugSchema } from '../article/record.ts';

/** The site's identity: who publishes, in which editions, in which sections. Signed like every record. */

const words = z.string().trim().min(1).max(2_000);
export const namesSchema = z.partialRecord(z.enum(languages), words);
/** A name in the languages a newsroom wrote it in. */
export type Names = z.infer<typeof namesSchema>;

export const editionSchema = z.strictObject({
  language: z.enum(languages),
  /** `""` for the edition at the root, otherwise one lower-case segment: `/zh-hant`. */
  prefix: z.string().regex(/^(?:\/[a-z]+(?:-[a-z]+)?)?$/),
});
/** One language a site is read in, and where it lives. */
export type Edition = z.infer<typeof editionSchema>;

export const sectionSchema = z.strictObject({ path: sectionPathSchema, names: namesSchema });
export type Section = z.infer<typeof sectionSchema>;

export const authorSchema = z.strictObject({
  slug: slugSchema,
  name: words,
  role: words.nullable(),
  bio: words.nullable(),
});
export type Author = z.infer<typeof authorSchema>;

export const siteSchema = z.strictObject({
  name: namesSchema,
  tagline: namesSchema,
  about: namesSchema,
  timeZone: z.string().refine((zone) => canFormat(zone), 'not an IANA time zone such as Asia/Shanghai'),
  editions: z.array(editionSchema).min(1),
  email: z.email().nullable(),
  sections: z.array(sectionSchema),
});
export type Site = z.infer<typeof siteSchema>;

/** What a newsroom starts with before it says who it is. */
export const emptySite: Site = {
  name: { 'zh-Hans': '新报', 'zh-Hant': '新報', en: 'New Paper' },
  tagline: {},
  about: {},
  timeZone: 'Asia/Shanghai',
  editions: [
    { language: 'zh-Hans', prefix: '' },
    { language: 'zh-Hant', prefix: '/zh-hant' },
    { language: 'en', prefix: '/en' },
  ],
  email: null,
  sections: [],
};

/** The name in the wanted language, or else in the first one there is. Chinese scripts stand in for each other. */
export function nameIn(names: Names, language: Language): string {
  const order: Language[] =
    language === 'en' ? ['en', 'zh-Hans', 'zh-Hant'] : [language, language === 'zh-Hans' ? 'zh-Hant' : 'zh-Hans', 'en'];
  for (const candidate of order) if (names[candidate]) return names[candidate];
  return '';
}

export const editionOf = (site: Pick<Site, 'editions'>, language: string): Edition | undefined =>
  site.editions.find((edition) => edition.language === language);

/** The section and its parent, topmost first; empty when the site has no such section. */
export function sectionTrail(site: Pick<Site, 'sections'>, path: string): Section[] {
  const parts = path.split('/');
  return parts.flatMap((_, index) => {
    const ancestor = parts.slice(0, index + 1).join('/');
    return site.sections.filter((section) => section.path === ancestor);
  });
}

export const subsections = (site: Pick<Site, 'sections'>, path: string): Section[] =>
  site.sections.filter((section) => section.path.startsWith(`${path}/`));

export const topSections = (site: Pick<Site, 'sections'>): Section[] =>
  site.sections.filter((section) => !section.path.includes('/'));

function canFormat(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}
