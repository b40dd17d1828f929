import { type ArticleRecord, recordSchema } from '../article/record.ts';
import type { Database } from '../db/client.ts';
import { articleBySlug } from '../db/newsroom/queries/articles.ts';
import { mediaSize } from '../db/newsroom/queries/media.ts';
import type { PublishedRevision } from '../db/newsroom/queries/outbox.ts';
import type { ArticleDocument } from '../newsroom/document.ts';

/** The public record of a revision. Of a withdrawn article only its name and the reason are public. */
export async function makeRecord(
  newsroom: Database,
  article: Pick<PublishedRevision, 'number' | 'id' | 'path' | 'revision'>,
  document: ArticleDocument,
): Promise<ArticleRecord> {
  const { slug: _, pinned, ...shown } = document.status === 'withdrawn' ? withdrawnDocument(document) : document;
  if (article.path === null) throw new Error(`article ${article.id} has a publication but no address`);
  const related: string[] = [];
  for (const slug of pinned) {
    const pin = await articleBySlug(newsroom, slug);
    if (pin && pin.number !== article.number && !related.includes(pin.id)) related.push(pin.id);
  }
  const media: ArticleRecord['media'] = {};
  for (const id of mediaIds(shown)) {
    const size = await mediaSize(newsroom, id);
    if (!size) throw new Error(`article ${article.id}: picture ${id} is not in the newsroom`);
    media[id] = size;
  }
  const { id, revision, path } = article;
  return recordSchema.parse({ ...shown, id, revision, path, related, media });
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
  corrections: [],
});

function mediaIds({ lead, body }: Pick<ArticleDocument, 'lead' | 'body'>): Set<string> {
  const figures = body.content.flatMap((block) => (block.type === 'figure' ? [block.attrs.media] : []));
  return new Set([lead?.media, ...figures].filter((id) => typeof id === 'string'));
}
