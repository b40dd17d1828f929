import { z } from 'zod';
import { type ArticleDraft, ImportError, type ImportHints } from '../article/draft.ts';
import { languages, layouts, sectionPathSchema, slugSchema } from '../article/record.ts';
import { isWebAddress } from '../article/schema.ts';
import { blankDraft } from './draft-limits.ts';
import type { FrontMatter } from './front-matter.ts';
import { isoInstant, relativeInstant } from './moments.ts';
import { isPictureAddress } from './pictures.ts';
import { oneLine } from './wording.ts';

/** Front matter of our own format, as docs/markdown-articles.md has it: every key known, every value checked. */

/** Keys that no other generator's front matter uses in this company; two of them make a file one of ours. */
const ownKeys = [
  'section',
  'lang',
  'kicker',
  'standfirst',
  'source',
  'published',
  'lead',
  'related',
  'corrections',
  'withdrawn',
];

/** Whether a file is written in our own format and so read strictly: at least two of our own keys. */
export const isOwnFormat = (fields: Record<string, unknown>): boolean =>
  ownKeys.filter((key) => key in fields && typeof fields[key] !== 'boolean').length >= 2;

const line = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((value) => !value.includes('\n'), 'must be one line')
    .transform(oneLine);

const webAddress = z.string().refine((value) => /^https?:/i.test(value) && isWebAddress(value), 'not a web address');

function fieldsSchema(hints: ImportHints) {
  const moment = z.string().transform((value, context) => {
    const instant = relativeInstant(value, hints.now, hints.timeZone) ?? isoInstant(value, hints.timeZone);
    if (instant) return instant;
    context.addIssue({
      code: 'custom',
      message: `"${value}" is no moment; write 2026-11-20T08:30:00+08:00, "-3d 08:30" or "-40m"`,
    });
    return z.NEVER;
  });
  const lead = z.strictObject({
    src: z.string().refine(isPictureAddress, 'neither a file beside the article nor a web address'),
    alt: line(1_000),
    caption: line(2_000).default(''),
    credit: line(300).default(''),
  });
  return z.strictObject({
    title: line(300),
    slug: slugSchema.optional(),
    section: sectionPathSchema.optional(),
    lang: z.enum(languages),
    kicker: line(80).optional(),
    standfirst: line(2_000).optional(),
    authors: z.array(line(120)).max(30).default([]),
    source: z.strictObject({ name: line(120), url: webAddress.optional() }).optional(),
    published: moment.optional(),
    updated: moment.optional(),
    tags: z.array(line(120)).max(30).default([]),
    layout: z.enum(layouts).default('standard'),
    lead: lead.optional(),
    related: z.array(slugSchema).max(12).default([]),
    translations: z.array(slugSchema).max(8).default([]),
    corrections: z
      .array(z.strictObject({ at: moment, text: line(4_000) }))
      .max(50)
      .default([]),
    withdrawn: z.strictObject({ at: moment, reason: line(1_000) }).optional(),
  });
}

/** The fields of a draft from our own front matter. @throws ImportError naming line and field */
export function readOwnFields(frontMatter: FrontMatter, hints: ImportHints): ArticleDraft {
  const result = fieldsSchema(hints).safeParse(frontMatter.fields);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => {
      const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
      const path = unknown[0] ? [...issue.path, unknown[0]] : issue.path;
      const message =
        unknown.length > 0 ? `unknown field${unknown.length > 1 ? `s ${unknown.join(', ')}` : ''}` : issue.message;
      return `line ${frontMatter.lineOf(path)}, ${path.join('.') || 'front matter'}: ${message}`;
    });
    throw new ImportError('malformed', `${hints.name}, ${faults.join('; ')} (see docs/markdown-articles.md)`);
  }
  const { title, lang, section, published, updated, lead, ...fields } = result.data;
  if (published && updated && updated < published)
    throw new ImportError(
      'malformed',
      `${hints.name}, line ${frontMatter.lineOf(['updated'])}, updated: ${updated} is before published, ${published}`,
    );
  return {
    ...blankDraft(),
    headline: title,
    language: lang,
    section: { path: section ?? null, breadcrumb: [], isDeclared: false },
    kicker: fields.kicker ?? null,
    standfirst: fields.standfirst ?? null,
    slug: fields.slug ?? null,
    layout: fields.layout,
    authors: fields.authors,
    source: fields.source ? { name: fields.source.name, url: fields.source.url ?? null } : null,
    publishedAt: published ?? null,
    updatedAt: updated ?? null,
    tags: fields.tags,
    lead: lead ? { media: null, ...lead } : null,
    related: fields.related,
    translations: fields.translations,
    corrections: fields.corrections,
    withdrawn: fields.withdrawn ?? null,
  };
}
