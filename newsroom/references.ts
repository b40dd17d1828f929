import type { ArticleRecord, Topic } from '../article/record.ts';
import type { Database, Statement } from '../db/client.ts';
import { mediaSize } from '../db/newsroom/queries/media.ts';
import { addTopic, type TopicKind, topicByName, topicBySlug } from '../db/newsroom/queries/topics.ts';
import { type ArticleDocument, NewsroomError } from './document.ts';

/**
 * Sees to it that everything a document names exists, so that nothing it was published with leads nowhere. Returns the
 * statements that add topics it names for the first time. @throws NewsroomError naming what the newsroom does not hold
 */
export async function checkReferences(newsroom: Database, document: ArticleDocument): Promise<Statement[]> {
  for (const id of mediaIds(document))
    if (!(await mediaSize(newsroom, id)))
      throw new NewsroomError(`media: the newsroom holds no picture "${id}"; import the article with its pictures`);
  const named: [TopicKind, Topic][] = [
    ...document.tags.map((tag) => ['tag', tag] as [TopicKind, Topic]),
    ...document.authors.map((author) => ['author', author] as [TopicKind, Topic]),
    ...(document.source ? [['source', document.source] as [TopicKind, Topic]] : []),
  ];
  const statements: Statement[] = [];
  for (const [kind, { slug, name }] of named) {
    if (await topicBySlug(newsroom, kind, slug)) continue;
    const known = await topicByName(newsroom, kind, name);
    if (known) throw new NewsroomError(`${kind} "${name}" has the slug "${known.slug}", not "${slug}"`);
    statements.push(addTopic(newsroom, { kind, slug, name, role: null, bio: null }));
  }
  return statements;
}

/** Ids of the stored pictures that an article shows. */
export function mediaIds({ lead, body }: Pick<ArticleRecord, 'lead' | 'body'>): Set<string> {
  const figures = body.content.flatMap((block) => (block.type === 'figure' ? [block.attrs.media] : []));
  return new Set([lead?.media, ...figures].filter((id) => typeof id === 'string'));
}
