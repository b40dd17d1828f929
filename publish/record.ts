import { type ArticleRecord, recordSchema } from '../article/record.ts';
import type { Database } from '../db/client.ts';
import { articleBySlug, formerPathsOf } from '../db/newsroom/queries/articles.ts';
import { mediaSize } from '../db/newsroom/queries/media.ts';
import type { PublishedRevision } from '../db/newsroom/queries/outbox.ts';
import type { PublicationFacts } from '../db/newsroom/queries/seals.ts';
import type { ArticleDocument } from '../newsroom/document.ts';
import { mediaIds } from '../newsroom/references.ts';

/** What is true now and goes into the record of a revision that is published now. */
export async function findFacts(
  newsroom: Database,
  { id, number, path }: Pick<PublishedRevision, 'number' | 'id' | 'path'>,
  { pinned, translations, status }: ArticleDocument,
): Promise<PublicationFacts> {
  if (path === null) throw new Error(`article ${id} has a publication but no address`);
  const idsOf = async (slugs: readonly string[]) => {
    const ids: string[] = [];
    for (const slug of status === 'withdrawn' ? [] : slugs) {
      const named = await articleBySlug(newsroom, slug);
      if (named && named.number !== number && !ids.includes(named.id)) ids.push(named.id);
    }
    return ids;
  };
  return {
    path,
    formerly: await formerPathsOf(newsroom, number),
    related: await idsOf(pinned),
    translations: await idsOf(translations ?? []),
  };
}

/** The public record of a revision. Of a withdrawn article only its name and the reason are public. */
export async function makeRecord(
  newsroom: Database,
  document: ArticleDocument,
  facts: PublicationFacts & Pick<ArticleRecord, 'id' | 'revision' | 'issuedAt' | 'previous'>,
): Promise<ArticleRecord> {
  const {
    slug: _,
    pinned: __,
    translations: ___,
    ...shown
  } = document.status === 'withdrawn' ? withdrawnDocument(document) : document;
  const media: ArticleRecord['media'] = {};
  for (const id of mediaIds(shown)) {
    const size = await mediaSize(newsroom, id);
    if (!size) throw new Error(`article ${facts.id}: picture ${id} is not in the newsroom`);
    media[id] = size;
  }
  return recordSchema.parse({ ...shown, ...facts, media });
}

const withdrawnDocument = (document: ArticleDocument): ArticleDocument => ({
  ...document,
  kicker: null,
  standfirst: null,
  authors: [],
  source: null,
  lead: null,
  body: { type: 'doc', content: [{ type: 'paragraph' }] },
  tags: [],
  pinned: [],
  translations: [],
  corrections: [],
});
