import type { Figure } from '../article/body.ts';
import type { ArticleDraft } from '../article/draft.ts';
import type { Picture } from '../article/record.ts';
import type { Database, Statement } from '../db/client.ts';
import { articleByNumber, importOf, recordImport } from '../db/newsroom/queries/articles.ts';
import { toInstant } from '../edition/dates.ts';
import { createArticle, reviseArticle, type Saved } from './articles.ts';
import type { ArticleDocument } from './document.ts';
import { PictureError, storePicture } from './pictures.ts';
import { slugOf } from './slugs.ts';
import { resolveTopic } from './topics.ts';

export type IntakeOptions = {
  now: Date;
  publish: boolean;
  /** Section the article goes to. */
  section: string;
  /** Where the document came from, and the hash of its bytes: importing the same again changes nothing. */
  origin: string;
  digest: string;
  format: string;
  /** The bytes of a picture the draft names, null when it is not to be had (not asked for, not there). @throws when refused */
  readPicture: (src: string) => Promise<Uint8Array | null>;
};

export type Intake = { status: 'imported' | 'unchanged'; saved: Saved; warnings: string[] };

/** Takes a draft into the newsroom: names become topics, pictures are stored, the slug is made. */
export async function intakeDraft(newsroom: Database, draft: ArticleDraft, options: IntakeOptions): Promise<Intake> {
  const known = await importOf(newsroom, options.origin, options.digest);
  const article = known && (await articleByNumber(newsroom, known.article));
  if (known?.digest === options.digest && article) {
    const { number, id, headRevision, path } = article;
    return { status: 'unchanged', saved: { number, id, revision: headRevision, path }, warnings: [] };
  }
  const { document, statements, warnings } = await documentOf(newsroom, draft, options);
  const { origin, digest, format, now, publish } = options;
  const along = (number: number) => [
    ...statements,
    recordImport(newsroom, { origin, article: number, digest, format, address: draft.address, at: toInstant(now) }),
  ];
  const save = { now, publish, note: `import: ${format}`, along };
  const saved = article
    ? await reviseArticle(newsroom, article, document, save)
    : await createArticle(newsroom, document, save);
  return { status: 'imported', saved, warnings };
}

async function documentOf(
  newsroom: Database,
  draft: ArticleDraft,
  options: IntakeOptions,
): Promise<{ document: ArticleDocument; statements: Statement[]; warnings: string[] }> {
  const statements: Statement[] = [];
  const warnings: string[] = [];
  const topic = async (kind: 'tag' | 'author' | 'source', name: string) => {
    const resolved = await resolveTopic(newsroom, kind, name);
    statements.push(...resolved.add);
    return resolved.topic;
  };
  const picture = async (given: Picture): Promise<Picture> => {
    if (given.media || !given.src) return given;
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
    corrections: draft.corrections,
  };
  return { document, statements, warnings };
}

const distinct = (names: readonly string[]) =>
  [...new Set(names.map((name) => name.trim()).filter(Boolean))].slice(0, 30);

const distinctSlugs = <T extends { slug: string }>(topics: T[]): T[] => [
  ...new Map(topics.map((t) => [t.slug, t])).values(),
];

async function each<In, Out>(items: readonly In[], work: (item: In) => Promise<Out>): Promise<Out[]> {
  const results: Out[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
