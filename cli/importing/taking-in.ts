import type { ArticleDraft } from '../../article/draft.ts';
import { articlePath } from '../../edition/paths.ts';
import { editionOf, type Site } from '../../edition/site.ts';
import type { ImportFormat } from '../../ingest/import.ts';
import { isTaken } from '../../newsroom/articles.ts';
import { NewsroomError } from '../../newsroom/document.ts';
import { type Intake, intakeDraft, knownImport } from '../../newsroom/intake.ts';
import { PictureError } from '../../newsroom/pictures.ts';
import { fileUnder, findSection } from '../../newsroom/sections.ts';
import { getSettings } from '../../newsroom/settings.ts';
import type { Config } from '../../server/config.ts';
import type { Document } from '../documents.ts';
import { fetchPicture } from '../fetch-picture.ts';
import type { OpenPress } from '../press.ts';
import type { Pending } from './chunk.ts';
import { described, type Outcome, summarize } from './outcome.ts';

export type ImportOptions = {
  publish: boolean;
  section: string | null;
  format: ImportFormat;
  fetchImages: boolean;
  dryRun: boolean;
  now: Date;
};

/** Where drafts become articles, and how that was asked for. */
export type Desk = { press: OpenPress; config: Config; options: ImportOptions };

/** In one transaction, which costs what each of them would cost alone; an outcome counts when it has ended. */
export async function takeInTogether(desk: Desk, pending: readonly Pending[]): Promise<Outcome[]> {
  const each = async () => {
    const outcomes: Outcome[] = [];
    for (const item of pending) outcomes.push(await takeIn(desk, item));
    return outcomes;
  };
  if (pending.length < 2 || desk.options.dryRun) return each();
  try {
    return await desk.press.newsroom.exclusively(each);
  } catch (error) {
    // Two of them, or one and an article of another writer, were after the same: each for itself looks again.
    if (!isTaken(error)) throw error;
    return each();
  }
}

async function takeIn(desk: Desk, pending: Pending): Promise<Outcome> {
  const {
    press: { newsroom },
    config,
    options,
  } = desk;
  const { draft, file, format } = pending;
  const { now, dryRun, publish, section: given } = options;
  const about = described(file, format, pending.item);
  try {
    if (dryRun) return await wouldBe(desk, pending, about);
    const { section, added } = given
      ? await fileUnder(newsroom, { path: given, breadcrumb: [], isDeclared: true }, draft.language, now)
      : await fileUnder(newsroom, draft.section, draft.language, now);
    if (!section) return { ...about, ...summarize(draft, null), status: 'refused', error: withoutSection(file) };
    const intake = await intakeDraft(newsroom, draft, {
      ...pending,
      section,
      now,
      publish,
      onlyOnce: wires.has(format),
      readPicture: (src) => readPicture(pending.document, src, options.fetchImages),
    });
    const { site } = await getSettings(newsroom);
    const warnings = [
      ...draft.warnings,
      ...intake.warnings,
      ...added.map((path) => `the site had no section "${path}"; it has now`),
    ];
    return {
      ...about,
      ...summarize(draft, section),
      status: intake.status,
      ...addressOf(intake, draft, site, config),
      ...(intake.held.length > 0 && { held: [...draft.held, ...intake.held] }),
      warnings,
    };
  } catch (error) {
    if (!(error instanceof NewsroomError)) throw error;
    return { ...about, ...summarize(draft, given), status: 'refused', error: `${file}: ${error.message}` };
  }
}

/** What taking it in would lead to. */
async function wouldBe(
  { press: { newsroom }, options }: Desk,
  { draft, file, origin, digest }: Pending,
  about: Pick<Outcome, 'file' | 'format'>,
): Promise<Outcome> {
  const { section: given } = options;
  const { site } = await getSettings(newsroom);
  const declared = draft.section.path ?? (draft.section.isDeclared ? draft.section.breadcrumb.join('/') : null);
  const section = given ?? findSection(site, draft.section) ?? (declared || null);
  if (!section) return { ...about, ...summarize(draft, null), status: 'refused', error: withoutSection(file) };
  const unchanged = await knownImport(newsroom, origin, digest);
  const status = unchanged ? 'unchanged' : draft.held.length > 0 ? 'held' : 'imported';
  return { ...about, ...summarize(draft, section), status };
}

/** Formats by which one story reaches a newsroom several times. */
const wires: ReadonlySet<string> = new Set(['feed', 'ninjs', 'newsml', 'nitf']);

const withoutSection = (file: string) => `${file}: names no section; say which with --section <path>`;

async function readPicture(document: Document, src: string, fetchImages: boolean): Promise<Uint8Array | null> {
  const embedded = /^data:image\/[a-z+]+;base64,([a-z0-9+/=\s]+)$/i.exec(src);
  if (embedded?.[1]) return Buffer.from(embedded[1], 'base64');
  const beside = await document.beside(src).catch((error: Error) => {
    throw new PictureError(`picture ${src}: ${error.message}`);
  });
  if (beside) return beside;
  return fetchImages && /^https?:/i.test(src) ? fetchPicture(src) : null;
}

function addressOf({ saved }: Intake, draft: ArticleDraft, site: Site, config: Config): { id: string; url?: string } {
  const edition = editionOf(site, draft.language) ?? site.editions[0];
  return { id: saved.id, ...(saved.path && edition && { url: config.publicUrl + articlePath(edition, saved.path) }) };
}
