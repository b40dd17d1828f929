import { z } from 'zod';
import { type Body, parseBody } from './body.ts';
import { unshowable } from './printable.ts';
import { addressLimit, isWebAddress, lineLimits } from './schema.ts';
import { shorten } from './text.ts';

/**
 * An article as the newsroom publishes it: everything a reader page may show, and nothing else.
 * The record is canonical JSON, hashed and signed; pages render records and cards only.
 */

/** Languages an article can be written in (BCP 47, Chinese always with its script). */
export const languages = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type Language = (typeof languages)[number];

const line = (max: number) =>
  z
    .string()
    .max(max)
    .superRefine((value, context) => {
      const message = unshowable(value);
      if (message) context.addIssue({ code: 'custom', message });
    });

export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const slugSchema = z.string().max(80).regex(slugPattern, 'only a-z, 0-9 and single hyphens');
export const sectionPathSchema = z
  .string()
  .max(120)
  .regex(/^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/, 'one or two slugs joined by "/"');

/** UTC, to the second: `2023-06-07T07:25:47Z`. */
export const instantSchema = z
  .string()
  // No clock on earth may make another year of it than one of four digits.
  .regex(/^(?!9999)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, 'UTC to the second, like 2023-06-07T07:25:47Z');

const pathSchema = z.string().max(300);
const webAddress = z.string().refine(isWebAddress, 'not a web address');
const name = line(120).min(1);

export const topicSchema = z.strictObject({ slug: slugSchema, name });
/** A tag, author or source as a page names and links it. */
export type Topic = z.infer<typeof topicSchema>;

export const pictureSchema = z.strictObject({
  media: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .nullable(),
  src: z.string().max(addressLimit).nullable(),
  alt: line(lineLimits.alt),
  caption: line(lineLimits.caption),
  credit: line(lineLimits.credit),
});
export type Picture = z.infer<typeof pictureSchema>;

/** A stored picture's size in pixels, as its master is. */
export const mediaSchema = z.strictObject({
  width: z.int().min(1).max(20_000),
  height: z.int().min(1).max(20_000),
});
export type Media = z.infer<typeof mediaSchema>;

export const correctionSchema = z.strictObject({ at: instantSchema, text: line(4_000).min(1) });
export type Correction = z.infer<typeof correctionSchema>;

export const layouts = ['standard', 'longread', 'gallery'] as const;

export const recordSchema = z.strictObject({
  /** Stable and opaque; never changes once given. */
  id: z.string().regex(/^[a-z0-9]{10}$/),
  revision: z.int().min(1),
  status: z.enum(['published', 'withdrawn']),
  withdrawn: z.strictObject({ at: instantSchema, reason: line(1_000).min(1) }).nullable(),
  language: z.enum(languages),
  /** Canonical path without an edition's prefix: `/news/city/2023/06/07/slug`. */
  path: pathSchema,
  /** Paths the article had before; they lead to this one. */
  formerly: z.array(pathSchema).max(500),
  /** When the newsroom issued this revision, and the hash of the seal it follows (null for the first): see `seal.ts`. */
  issuedAt: instantSchema,
  previous: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  section: sectionPathSchema,
  layout: z.enum(layouts),
  headline: line(300).min(1),
  kicker: line(80).nullable(),
  standfirst: line(2_000).nullable(),
  authors: z.array(topicSchema).max(30),
  source: topicSchema.extend({ url: webAddress.nullable() }).nullable(),
  publishedAt: instantSchema,
  updatedAt: instantSchema.nullable(),
  lead: pictureSchema.nullable(),
  body: z.custom<Body>().transform((value, context) => {
    try {
      return parseBody(value);
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message });
      return z.NEVER;
    }
  }),
  tags: z.array(topicSchema).max(30),
  /** Ids of articles an editor pinned into the recommended block, in order. */
  related: z.array(z.string().regex(/^[a-z0-9]{10}$/)).max(12),
  /** Ids of articles in other languages that say the same. */
  translations: z
    .array(z.string().regex(/^[a-z0-9]{10}$/))
    .max(8)
    .default([]),
  corrections: z.array(correctionSchema).max(50),
  /** Sizes of every stored picture the record shows, by media id. */
  media: z.record(z.string(), mediaSchema),
});

export type ArticleRecord = z.infer<typeof recordSchema>;

/** What a list shows of an article; derived from its record when it is published. */
export type Card = {
  id: string;
  path: string;
  status: ArticleRecord['status'];
  language: Language;
  section: string;
  layout: (typeof layouts)[number];
  headline: string;
  kicker: string | null;
  standfirst: string | null;
  publishedAt: string;
  updatedAt: string | null;
  authors: Topic[];
  source: Topic | null;
  /** Slugs of its tags: with section, authors and source they say which lists the card stands in. */
  tags: string[];
  /** When it was last corrected. */
  correctedAt: string | null;
  /** Ids of its translations, when it names any. */
  translations?: string[];
  /** The picture a list shows, with its size. */
  picture: { media: string; alt: string; width: number; height: number } | null;
};

const cardStandfirst = 160;

/** The card of a record: the lead picture, or else the first stored figure. */
export function cardOf(record: ArticleRecord): Card {
  const figures = record.body.content.flatMap((block) => (block.type === 'figure' ? [block.attrs] : []));
  const shown = [...(record.lead ? [record.lead] : []), ...figures].find((p) => p.media && record.media[p.media]);
  const size = shown?.media ? record.media[shown.media] : undefined;
  return {
    id: record.id,
    path: record.path,
    status: record.status,
    language: record.language,
    section: record.section,
    layout: record.layout,
    headline: record.headline,
    kicker: record.kicker,
    standfirst: record.standfirst ? shorten(record.standfirst, cardStandfirst) : null,
    publishedAt: record.publishedAt,
    updatedAt: record.updatedAt,
    authors: record.authors,
    source: record.source && { slug: record.source.slug, name: record.source.name },
    tags: record.tags.map((tag) => tag.slug),
    correctedAt: record.corrections.reduce<string | null>((last, { at }) => (last && last > at ? last : at), null),
    ...(record.translations.length > 0 && { translations: record.translations }),
    picture: shown?.media && size ? { media: shown.media, alt: shown.alt, ...size } : null,
  };
}
