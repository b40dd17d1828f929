import { canonicalJson } from '../article/canonical.ts';
import type { Database, Statement } from '../db/client.ts';
import {
  type ArticleRow,
  appendPublication,
  dropFormerPath,
  insertArticle,
  insertRevision,
  keepFormerPath,
  nextNumber,
  ownerOfPath,
  revisionDocument,
  setHead,
  setPublished,
} from '../db/newsroom/queries/articles.ts';
import { hold } from '../db/newsroom/queries/quarantine.ts';
import { dayIn, toInstant } from '../edition/dates.ts';
import { canonicalArticlePath } from '../edition/paths.ts';
import { type ArticleDocument, NewsroomError, parseDocument } from './document.ts';
import { getSettings } from './settings.ts';
import { newArticleId } from './slugs.ts';

export type Saved = { number: number; id: string; revision: number; path: string | null };
export type SaveOptions = {
  now: Date;
  /** What this revision is for, as its history shows it: `import`, `correction`, `withdrawn: …`. */
  note: string;
  publish: boolean;
  /** Written in the same transaction: topics, pictures, import records. */
  along?: (article: number) => Statement[];
};

/** A new article. The document, its topics and its publication land together or not at all. */
export async function createArticle(newsroom: Database, input: unknown, options: SaveOptions): Promise<Saved> {
  const document = parseDocument(input);
  for (let attempt = 1; ; attempt++) {
    try {
      return await insertNewArticle(newsroom, document, options);
    } catch (error) {
      // Another writer took the number or the address between our look and our write: look again.
      if (attempt === 5 || !isTaken(error)) throw error;
    }
  }
}

/** Whether another writer took what this one was about to take. */
export const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT');

async function insertNewArticle(newsroom: Database, document: ArticleDocument, options: SaveOptions): Promise<Saved> {
  const number = await nextNumber(newsroom);
  const id = newArticleId();
  const at = toInstant(options.now);
  const placed = options.publish
    ? await placeArticle(newsroom, document, null)
    : { document, path: null, statements: () => [] };
  await newsroom.atomic([
    insertArticle({ number, id, slug: placed.document.slug, at }),
    ...(options.along?.(number) ?? []),
    insertRevision({
      article: number,
      revision: 1,
      at,
      note: options.note,
      document: canonicalJson(placed.document),
    }),
    ...placed.statements(number, 1),
    ...(options.publish ? [appendPublication(number, 1, at)] : []),
  ]);
  return { number, id, revision: 1, path: placed.path };
}

/**
 * The next revision of an article. A revision someone else saved meanwhile makes this one fail whole.
 * @throws NewsroomError when the document breaks a rule
 */
export async function reviseArticle(
  newsroom: Database,
  article: ArticleRow,
  input: unknown,
  options: SaveOptions,
): Promise<Saved> {
  const document = parseDocument(input);
  const revision = article.headRevision + 1;
  const at = toInstant(options.now);
  const placed = options.publish
    ? await placeArticle(newsroom, document, article)
    : { document, path: article.path, statements: () => [] };
  await newsroom.atomic([
    ...(options.along?.(article.number) ?? []),
    insertRevision({
      article: article.number,
      revision,
      at,
      note: options.note,
      document: canonicalJson(placed.document),
    }),
    setHead(article.number, revision, placed.document.slug),
    ...placed.statements(article.number, revision),
    ...(options.publish ? hold(article.number, [], at) : []),
    ...(options.publish ? [appendPublication(article.number, revision, at)] : []),
  ]);
  return { number: article.number, id: article.id, revision, path: placed.path };
}

/** Publishes the newest revision as it stands. */
export async function publishHead(newsroom: Database, article: ArticleRow, now: Date): Promise<Saved> {
  const document = await headDocument(newsroom, article);
  const placed = await placeArticle(newsroom, document, article);
  if (placed.document.slug !== document.slug)
    return reviseArticle(newsroom, article, document, {
      now,
      note: 'slug changed: the address was taken',
      publish: true,
    });
  await newsroom.atomic([
    ...placed.statements(article.number, article.headRevision),
    // Publishing it is an editor's word that it may be seen.
    ...hold(article.number, [], toInstant(now)),
    appendPublication(article.number, article.headRevision, toInstant(now)),
  ]);
  return { number: article.number, id: article.id, revision: article.headRevision, path: placed.path };
}

/** Takes a published article back: its page answers 410 with the reason, and it leaves every list. */
export async function withdrawArticle(
  newsroom: Database,
  article: ArticleRow,
  reason: string,
  now: Date,
): Promise<Saved> {
  if (article.publishedRevision === null)
    throw new NewsroomError(`article ${article.id} was never published; there is nothing to withdraw`);
  const document = await headDocument(newsroom, article);
  const withdrawn = { ...document, status: 'withdrawn', withdrawn: { at: toInstant(now), reason } };
  return reviseArticle(newsroom, article, withdrawn, { now, note: `withdrawn: ${reason}`, publish: true });
}

export async function headDocument(newsroom: Database, article: ArticleRow): Promise<ArticleDocument> {
  return parseDocument(await revisionDocument(newsroom, article.number, article.headRevision));
}

type Placed = {
  document: ArticleDocument;
  path: string;
  statements: (number: number, revision: number) => Statement[];
};

/** Gives the document its address: the slug gets a number when the address is or was another article's. */
async function placeArticle(
  newsroom: Database,
  document: ArticleDocument,
  article: ArticleRow | null,
): Promise<Placed> {
  const { site } = await getSettings(newsroom);
  if (!site.sections.some((section) => section.path === document.section))
    throw new NewsroomError(
      `section: the site has no section "${document.section}"; it has ${site.sections.map((s) => s.path).join(', ') || 'none'}`,
    );
  const day = dayIn(document.publishedAt, site.timeZone);
  for (let attempt = 1; ; attempt++) {
    const slug = attempt === 1 ? document.slug : `${document.slug.slice(0, 70)}-${attempt}`;
    const path = canonicalArticlePath(document.section, day, slug);
    const owner = await ownerOfPath(newsroom, path);
    if (owner !== undefined && owner !== article?.number) continue;
    const former = article?.path;
    return {
      document: { ...document, slug },
      path,
      statements: (number, revision) => [
        ...(former && former !== path ? [keepFormerPath(former, number)] : []),
        dropFormerPath(path),
        setPublished(number, revision, path),
      ],
    };
  }
}
