import type { Figure } from '../article/body.ts';
import type { ArticleDraft } from '../article/draft.ts';
import type { Picture } from '../article/record.ts';
import { renditionNamePattern } from '../article/rendition.ts';
import type { Database, Statement } from '../db/client.ts';
import { mediaSize } from '../db/newsroom/queries/media.ts';
import { toInstant } from '../edition/dates.ts';
import type { ArticleDocument } from './document.ts';
import type { IntakeOptions } from './intake.ts';
import { PictureError, storePicture } from './pictures.ts';
import { slugOf } from './slugs.ts';
import { addTopics, type NewTopics, resolveTopic } from './topics.ts';

/** The document of a draft, and what has to be written with it: new topics, pictures. */
export async function documentOf(
  newsroom: Database,
  draft: ArticleDraft,
  options: Pick<IntakeOptions, 'now' | 'section' | 'digest' | 'readPicture'>,
): Promise<{ document: ArticleDocument; statements: Statement[]; warnings: string[] }> {
  const statements: Statement[] = [];
  const warnings: string[] = [];
  const fresh: NewTopics = [];
  const topic = (kind: 'tag' | 'author' | 'source', name: string) => resolveTopic(newsroom, kind, name, fresh);
  const picture = async (given: Picture): Promise<Picture> => {
    if (given.media || !given.src) return given;
    const own = renditionNamePattern.exec(given.src.split('/').at(-1) ?? '')?.[1];
    if (own && (await mediaSize(newsroom, own))) return { ...given, media: own };
    try {
      const bytes = await options.readPicture(given.src);
      if (!bytes) return given;
      const stored = await storePicture(newsroom, bytes, given.src, options.now);
      statements.push(...stored.save);
      return { ...given, media: stored.id };
    } catch (error) {
      if (!(error instanceof PictureError)) throw error;
      warnings.push(error.message);
      return given;
    }
  };
  if (!draft.publishedAt)
    warnings.push('the document names no time of publication; the time of the import stands in for it');
  const publishedAt = draft.publishedAt ?? toInstant(options.now);
  const content: ArticleDocument['body']['content'] = [];
  for (const block of draft.body.content)
    content.push(
      block.type === 'figure' ? ({ type: 'figure', attrs: await picture(block.attrs) } satisfies Figure) : block,
    );
  const tags = await each(distinct(draft.tags), (name) => topic('tag', name));
  const document: ArticleDocument = {
    slug: draft.slug ?? slugOf(draft.headline) ?? `article-${options.digest.slice(0, 10)}`,
    status: draft.withdrawn ? 'withdrawn' : 'published',
    withdrawn: draft.withdrawn,
    language: draft.language,
    section: options.section,
    layout: draft.layout,
    headline: draft.headline,
    kicker: draft.kicker,
    standfirst: draft.standfirst,
    authors: distinctSlugs(await each(distinct(draft.authors), (name) => topic('author', name))),
    source: draft.source && { ...(await topic('source', draft.source.name)), url: draft.source.url },
    publishedAt,
    updatedAt: draft.updatedAt && draft.updatedAt > publishedAt ? draft.updatedAt : null,
    lead: draft.lead && (await picture(draft.lead)),
    body: { type: 'doc', content },
    tags: distinctSlugs(tags),
    pinned: draft.related,
    translations: draft.translations ?? [],
    corrections: draft.corrections,
  };
  return { document, statements: [...addTopics(newsroom, fresh), ...statements], warnings };
}

const distinct = (names: readonly string[]) =>
  [...new Set(names.map((name) => name.trim()).filter(Boolean))].slice(0, 30);

const distinctSlugs = <T extends { slug: string }>(topics: T[]): T[] =>
  topics.filter(({ slug }, place) => topics.findIndex((topic) => topic.slug === slug) === place);

async function each<In, Out>(items: readonly In[], work: (item: In) => Promise<Out>): Promise<Out[]> {
  const results: Out[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
