import { type ArticleDraft, type Dropped, isBefore } from '../article/draft.ts';
import { outboundHosts } from '../article/outbound.ts';
import type { Database, Statement } from '../db/client.ts';
import {
  type ArticleRow,
  addImport,
  articleByNumber,
  type ImportRow,
  importOf,
  keepFormerPath,
  ownerOfPath,
  recordImport,
} from '../db/newsroom/queries/articles.ts';
import { emptyQuarantine, hold, quarantine } from '../db/newsroom/queries/quarantine.ts';
import { toInstant } from '../edition/dates.ts';
import { createArticle, isTaken, reviseArticle, type Saved } from './articles.ts';
import { NewsroomError } from './document.ts';
import { documentOf } from './drafted.ts';
import { hostHolds, withheldHosts } from './hosts.ts';
import { findNearIdentical, fingerprintStatement } from './near-identical.ts';

export type IntakeOptions = {
  now: Date;
  publish: boolean;
  /** Section the article goes to. */
  section: string;
  /** What the document is called for good, and the hash of what it was read from: importing the same again changes nothing. */
  origin: string;
  digest: string;
  format: string;
  /** The bytes of a picture the draft names, null when it is not to be had (not asked for, not there). @throws when refused */
  readPicture: (src: string) => Promise<Uint8Array | null>;
  /** Whether a story the newsroom has from elsewhere, in nearly the same words, is taken for the same. */
  onlyOnce?: boolean;
};

export type Intake = {
  /** `held`: saved, but an editor has to look at it before it is published. */
  status: 'imported' | 'unchanged' | 'held';
  saved: Saved;
  /** Why it is held beside what the draft says itself. */
  held: string[];
  warnings: string[];
};

/** The article a document was imported as, in this very state; null when it is new or has changed. */
export async function knownImport(newsroom: Database, origin: string, digest: string): Promise<Saved | null> {
  const known = await importOf(newsroom, origin, digest);
  const article = known?.digest === digest ? await articleByNumber(newsroom, known.article) : undefined;
  return article
    ? { number: article.number, id: article.id, revision: article.headRevision, path: article.path }
    : null;
}

/**
 * Takes a draft into the newsroom: names become topics, pictures are stored, the slug is made, old addresses lead to it.
 * Drafts and held articles are kept and not published. What was taken out as suspicious is kept in quarantine.
 */
export async function intakeDraft(newsroom: Database, draft: ArticleDraft, options: IntakeOptions): Promise<Intake> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await intakeOnce(newsroom, draft, options);
    } catch (error) {
      // Another writer imported the same, or gave a new topic's slug away: look again.
      if (attempt === 3 || !isTaken(error)) throw error;
    }
  }
}

async function intakeOnce(newsroom: Database, draft: ArticleDraft, options: IntakeOptions): Promise<Intake> {
  const { origin, digest, format, now } = options;
  const unchanged = await knownImport(newsroom, origin, digest);
  if (unchanged) return { status: 'unchanged', saved: unchanged, held: [], warnings: [] };
  const known = await importOf(newsroom, origin, digest);
  if (known && draft.version && isBefore(draft.version, { number: known.version, at: known.versionAt }))
    return superseded(newsroom, known);
  const article =
    (known && (await articleByNumber(newsroom, known.article))) ?? (await withHistory(newsroom, draft, options));
  const { document, statements, warnings } = await documentOf(newsroom, draft, options);
  const at = toInstant(now);
  const twin = options.onlyOnce && !article ? await findNearIdentical(newsroom, document) : null;
  if (twin) return sameStory(newsroom, twin, draft, options);
  const wanted = options.publish && !draft.isDraft;
  const hosts = outboundHosts(document);
  const held = [...draft.held, ...(wanted ? await hostHolds(newsroom, hosts) : [])];
  const publish = wanted && held.length === 0;
  const moved = await formerPathsFor(newsroom, draft.formerPaths, article?.number, warnings);
  const along = (number: number): Statement[] => [
    ...statements,
    ...moved.map((path) => keepFormerPath(path, number)),
    ...fingerprintStatement(number, document),
    ...hold(number, held, at),
    emptyQuarantine(origin),
    ...suspicious(draft.dropped).map((entry) => quarantine({ ...entry, origin, article: number, at })),
    (article ? recordImport : addImport)({
      origin,
      article: number,
      digest,
      format,
      address: draft.address,
      at,
      ...versionOf(draft),
    }),
  ];
  const save = { now, publish, note: `import: ${format}`, along };
  const saved = article
    ? await reviseArticle(newsroom, article, document, save)
    : await createArticle(newsroom, document, save);
  if (publish) warnings.push(...withheldLinks(await withheldHosts(newsroom, hosts)));
  return { status: held.length > 0 ? 'held' : 'imported', saved, held: held.slice(draft.held.length), warnings };
}

/** A state of a story that the newsroom has a later one of: it changes nothing. */
async function superseded(newsroom: Database, { article: number, version, versionAt }: ImportRow): Promise<Intake> {
  const article = await articleByNumber(newsroom, number);
  if (!article) throw new NewsroomError(`article ${number} was deleted while a version of it came in`);
  const { id, headRevision: revision, path } = article;
  const later = [version === null ? '' : `version ${version}`, versionAt ? `of ${versionAt}` : ''].filter(Boolean);
  return {
    status: 'unchanged',
    saved: { number, id, revision, path },
    held: [],
    warnings: [`it is older than what the newsroom has, ${later.join(' ')}`],
  };
}

/** A story that came in by another way before: this way is remembered, the article stays as it is. */
async function sameStory(
  newsroom: Database,
  twin: { number: number; shared: number },
  draft: ArticleDraft,
  options: IntakeOptions,
): Promise<Intake> {
  const { origin, digest, format, now } = options;
  await newsroom.atomic([
    recordImport({
      origin,
      article: twin.number,
      digest,
      format,
      address: draft.address,
      at: toInstant(now),
      ...versionOf(draft),
    }),
  ]);
  const article = await articleByNumber(newsroom, twin.number);
  if (!article) throw new NewsroomError(`article ${twin.number} was deleted while it was compared`);
  return {
    status: 'unchanged',
    saved: { number: article.number, id: article.id, revision: article.headRevision, path: article.path },
    held: [],
    warnings: [`${Math.round(twin.shared * 100)} % of it stands in article ${article.id} already`],
  };
}

const versionOf = ({ version }: ArticleDraft) => ({
  version: version?.number ?? null,
  versionAt: version?.at ?? null,
});

const withheldLinks = (hosts: readonly string[]): string[] =>
  hosts.length === 0
    ? []
    : [
        `links to ${hosts.join(', ')} are not shown until an editor approves: dateline hosts approve ${hosts.join(' ')}`,
      ];

const suspicious = (dropped: readonly Dropped[]) => dropped.filter(({ rule }) => rule.startsWith('spam.'));

/** Addresses that are free to lead to the article; another article's own address stays its own. */
async function formerPathsFor(
  newsroom: Database,
  paths: readonly string[],
  article: number | undefined,
  warnings: string[],
): Promise<string[]> {
  const free: string[] = [];
  for (const path of new Set(paths)) {
    const owner = await ownerOfPath(newsroom, path);
    if (owner === undefined) free.push(path);
    else if (owner !== article)
      warnings.push(`${path}: its old address belongs to another article and does not redirect`);
  }
  return free;
}

/**
 * A new article with its earlier states as revisions. It is on record as imported from the first one on, with a hash no
 * document has: after a crash the next import goes on with it instead of making another.
 */
async function withHistory(
  newsroom: Database,
  draft: ArticleDraft,
  options: IntakeOptions,
): Promise<ArticleRow | undefined> {
  const { origin, format, digest } = options;
  let article: ArticleRow | undefined;
  for (const state of draft.history) {
    const { document, statements } = await documentOf(newsroom, state.draft, options);
    const record = article ? recordImport : addImport;
    const along = (number: number) => [
      ...statements,
      record({
        origin,
        article: number,
        digest: `unfinished ${digest}`,
        format,
        address: draft.address,
        at: state.at,
        version: null,
        versionAt: null,
      }),
    ];
    const save = { now: new Date(state.at), publish: false, note: state.note, along };
    const saved = article
      ? await reviseArticle(newsroom, article, document, save)
      : await createArticle(newsroom, document, save);
    article = await articleByNumber(newsroom, saved.number);
  }
  return article;
}
