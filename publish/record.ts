import type { Block } from '../article/body.ts';
import { outboundHosts, withoutLinksTo } from '../article/outbound.ts';
import { type ArticleRecord, recordSchema } from '../article/record.ts';
import type { Database } from '../db/client.ts';
import { articleBySlug, formerPathsOf } from '../db/newsroom/queries/articles.ts';
import { mediaSize } from '../db/newsroom/queries/media.ts';
import type { PublishedRevision } from '../db/newsroom/queries/outbox.ts';
import type { PublicationFacts } from '../db/newsroom/queries/seals.ts';
import type { ArticleDocument } from '../newsroom/document.ts';
import { withheldHosts } from '../newsroom/hosts.ts';
import { mediaIds } from '../newsroom/references.ts';

/** What is true now and goes into the record of a revision that is published now. */
export async function findFacts(
  newsroom: Database,
  { id, number, path }: Pick<PublishedRevision, 'number' | 'id' | 'path'>,
  document: ArticleDocument,
  ownHost: string | null,
): Promise<PublicationFacts> {
  const { pinned, translations, status } = document;
  if (path === null) throw new Error(`article ${id} has a publication but no address`);
  const idsOf = async (slugs: readonly string[]) => {
    const ids: string[] = [];
    for (const slug of status === 'withdrawn' ? [] : slugs) {
      const named = await articleBySlug(newsroom, slug);
      if (named && named.number !== number && !ids.includes(named.id)) ids.push(named.id);
    }
    return ids;
  };
  const led = status === 'withdrawn' ? [] : outboundHosts(document).filter((host) => host !== ownHost);
  const withheld = await withheldHosts(newsroom, led);
  return {
    path,
    ...(withheld.length > 0 && { withheld }),
    formerly: await formerPathsOf(newsroom, number),
    related: await idsOf(pinned),
    translations: await idsOf(translations ?? []),
  };
}

/** What goes into a record beside the document. */
export type RecordFacts = PublicationFacts & Pick<ArticleRecord, 'id' | 'revision' | 'issuedAt'>;

/** Sizes of the pictures a revision shows. @throws when the newsroom does not hold one of them */
export async function findMedia(
  newsroom: Database,
  id: string,
  document: ArticleDocument,
): Promise<ArticleRecord['media']> {
  const media: ArticleRecord['media'] = {};
  for (const picture of document.status === 'withdrawn' ? [] : mediaIds(document)) {
    const size = await mediaSize(newsroom, picture);
    if (!size) throw new Error(`article ${id}: picture ${picture} is not in the newsroom`);
    media[picture] = size;
  }
  return media;
}

/** The public record of a revision. Of a withdrawn article only its name and the reason are public. */
export function makeRecord(
  document: ArticleDocument,
  { withheld = [], ...facts }: RecordFacts & Pick<ArticleRecord, 'previous'>,
  media: ArticleRecord['media'],
): ArticleRecord {
  const { slug: _, pinned: __, translations: ___, ...shown } = publicDocument(document, withheld);
  const left = outboundHosts(shown).find((host) => withheld.includes(host));
  if (left) throw new Error(`article ${facts.id}: a link to ${left}, which nobody approved, could not be taken out`);
  const lead = shown.lead && withoutOrigin(shown.lead);
  const body = { ...shown.body, content: shown.body.content.map(ownFigure) };
  return recordSchema.parse({ ...shown, lead, body, ...facts, media });
}

function publicDocument(document: ArticleDocument, withheld: readonly string[]): ArticleDocument {
  if (document.status === 'withdrawn') return withdrawnDocument(document);
  return withheld.length > 0 ? withoutLinksTo(document, new Set(withheld)) : document;
}

/** Where an imported picture stood is the newsroom's business. */
const withoutOrigin = <T extends { src: string | null }>(picture: T): T => ({ ...picture, src: null });
const ownFigure = (block: Block): Block =>
  block.type === 'figure' ? { ...block, attrs: withoutOrigin(block.attrs) } : block;

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
