import { z } from 'zod';
import { type ArticleRecord, recordSchema, slugSchema } from './record.ts';

/**
 * What an article carries with it in the formats of others, beside what they can say of it: enough to be the same article
 * where Dateline reads it again. Names stand for topics, slugs for other articles, addresses for pictures.
 */

/** Media type of the part that holds it. */
export const carriedType = 'application/vnd.dateline.article+json';

const topicName = recordSchema.shape.tags.element.shape.name;

export const carriedSchema = recordSchema
  .pick({
    withdrawn: true,
    language: true,
    section: true,
    layout: true,
    headline: true,
    kicker: true,
    standfirst: true,
    publishedAt: true,
    updatedAt: true,
    lead: true,
    body: true,
    corrections: true,
  })
  .extend({
    slug: slugSchema,
    authors: z.array(topicName).max(30),
    tags: z.array(topicName).max(30),
    source: z.strictObject({ name: topicName, url: recordSchema.shape.source.unwrap().shape.url }).nullable(),
    /** Slugs of articles pinned into the recommended block, and of those in other languages that say the same. */
    pinned: z.array(slugSchema).max(12),
    translations: z.array(slugSchema).max(8),
  });
export type Carried = z.infer<typeof carriedSchema>;

/** What a published record carries. `addressOf` says where a stored picture can be fetched. */
export function carriedOf(
  record: ArticleRecord,
  { pinned, translations }: Pick<Carried, 'pinned' | 'translations'>,
  addressOf: (media: string) => string | null,
): Carried {
  const picture = <T extends { media: string | null; src: string | null }>(given: T): T => ({
    ...given,
    media: null,
    src: given.media && addressOf(given.media),
  });
  const { withdrawn, language, section, layout, headline, kicker, standfirst, publishedAt, updatedAt } = record;
  return {
    ...{ withdrawn, language, section, layout, headline, kicker, standfirst, publishedAt, updatedAt },
    corrections: record.corrections,
    slug: record.path.split('/').at(-1) ?? '',
    authors: record.authors.map(({ name }) => name),
    tags: record.tags.map(({ name }) => name),
    source: record.source && { name: record.source.name, url: record.source.url },
    lead: record.lead && picture(record.lead),
    body: {
      type: 'doc',
      content: record.body.content.map((block) =>
        block.type === 'figure' ? { ...block, attrs: picture(block.attrs) } : block,
      ),
    },
    ...{ pinned, translations },
  };
}
