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
  /** Whose words a Traditional edition speaks (軟體 or 軟件); without it every reader's, character forms aside. */
  region: z.enum(['TW', 'HK']).optional(),
});
/** One language a site is read in, and where it lives. */
export type Edition = z.infer<typeof editionSchema>;

const editionsSchema = z
  .array(editionSchema)
  .min(1)
  .refine((all) => all.every(({ language, region }) => !region || language === 'zh-Hant'), 'only zh-Hant has regions')
  .refine((all) => new Set(all.map(editionTag)).size === all.length, 'two editions read the same')
  .refine((all) => new Set(all.map(({ prefix }) => prefix)).size === all.length, 'two editions share a prefix');

const terms = z
  .record(z.string().min(1).max(60), z.string().min(1).max(60))
  .refine((entries) => Object.keys(entries).length <= 5_000, 'more than 5,000 terms');
/**
 * The newsroom's own words for the other script, by the edition they lead to: `{'zh-Hant': {里昂: 里昂}}`. They win over every
 * dictionary, the longest first; those of a region (`zh-Hant-TW`) win over `zh-Hant`. A term that leads to itself never changes.
 */
export const glossarySchema = z.strictObject({
  'zh-Hans': terms.optional(),
  'zh-Hant': terms.optional(),
  'zh-Hant-TW': terms.optional(),
  'zh-Hant-HK': terms.optional(),
});
export type Glossary = z.infer<typeof glossarySchema>;

export const sectionSchema = z.strictObject({
  path: sectionPathSchema,
  names: namesSchema,
  /** Its front is the live ranking of what it holds, instead of its newest. */
  ranking: z.boolean().optional(),
});
export type Section = z.infer<typeof sectionSchema>;

export const authorSchema = z.strictObject({
  slug: slugSchema,
  name: words,
  role: words.nullable(),
  bio: words.nullable(),
});
export type Author = z.infer<typeof authorSchema>;

/** What a newsroom says of how it works, each a paragraph of its about page. */
export const policyNames = ['ethics', 'factChecking', 'unnamedSources', 'ownership', 'diversity', 'feedback'] as const;
export type PolicyName = (typeof policyNames)[number];

export const siteSchema = z.strictObject({
  name: namesSchema,
  tagline: namesSchema,
  about: namesSchema,
  timeZone: z.string().refine((zone) => canFormat(zone), 'not an IANA time zone such as Asia/Shanghai'),
  editions: editionsSchema,
  email: z.email().nullable(),
  sections: z.array(sectionSchema),
  glossary: glossarySchema.default({}),
  policies: z.partialRecord(z.enum(policyNames), namesSchema).default({}),
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
  glossary: {},
  policies: {},
};

/** The name in the wanted language, or else in the first one there is. Chinese scripts stand in for each other. */
export function nameIn(names: Names, language: Language): string {
  const order: Language[] =
    language === 'en' ? ['en', 'zh-Hans', 'zh-Hant'] : [language, language === 'zh-Hans' ? 'zh-Hant' : 'zh-Hans', 'en'];
  for (const candidate of order) if (names[candidate]) return names[candidate];
  return '';
}

/** The language tag of an edition (BCP 47): `zh-Hant`, `zh-Hant-TW`, `en`. No two editions of a site share one. */
export function editionTag({ language, region }: Pick<Edition, 'language' | 'region'>): EditionTag {
  return language === 'zh-Hant' && region ? `zh-Hant-${region}` : language;
}
export type EditionTag = Language | 'zh-Hant-TW' | 'zh-Hant-HK';

export const editionTagged = (site: Pick<Site, 'editions'>, tag: string): Edition | undefined =>
  site.editions.find((edition) => editionTag(edition) === tag);

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
