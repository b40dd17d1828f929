import { z } from 'zod';
import { recordSchema, slugSchema } from '../article/record.ts';

/**
 * What a revision holds: an article as the newsroom works on it. Publishing adds what only publication can know
 * (path, ids of pinned and translated articles, sizes of pictures) and makes it a record.
 */
export const documentSchema = recordSchema
  .omit({
    id: true,
    revision: true,
    path: true,
    formerly: true,
    issuedAt: true,
    previous: true,
    related: true,
    translations: true,
    media: true,
  })
  .extend({
    slug: slugSchema,
    /** Slugs of articles pinned into the recommended block; resolved to ids when the article is published. */
    pinned: z.array(slugSchema).max(12),
    /** Slugs of articles in other languages that say the same, resolved like pins. Either of two may name the other. */
    translations: z.array(slugSchema).max(8).default([]),
  });

export type ArticleDocument = z.infer<typeof documentSchema>;

/** A change the newsroom's rules do not allow. The message says what, where, and what to do. */
export class NewsroomError extends Error {
  override name = 'NewsroomError';
}

/** @throws NewsroomError naming every field that is wrong */
export function parseDocument(input: unknown): ArticleDocument {
  const result = documentSchema.safeParse(input);
  if (result.success) {
    const { status, withdrawn } = result.data;
    if ((status === 'withdrawn') !== (withdrawn !== null))
      throw new NewsroomError('withdrawn: an article is withdrawn with a time and a public reason, or not at all');
    return result.data;
  }
  const faults = result.error.issues.map((issue) => `${issue.path.join('.') || 'document'}: ${issue.message}`);
  throw new NewsroomError(faults.join('; '));
}
