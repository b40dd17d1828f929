import { type ArticleDraft, type DocumentFacts, ImportError, type ImportItem, isBefore } from '../../article/draft.ts';
import { plainText } from '../../article/text.ts';
import { articlePath } from '../../edition/paths.ts';
import { editionOf, type Site } from '../../edition/site.ts';
import { type ImportFormat, importDocument } from '../../ingest/import.ts';
import { isTaken } from '../../newsroom/articles.ts';
import { NewsroomError } from '../../newsroom/document.ts';
import { type Intake, intakeDraft, knownImport } from '../../newsroom/intake.ts';
import { PictureError } from '../../newsroom/pictures.ts';
import { fileUnder, findSection } from '../../newsroom/sections.ts';
import { getSettings } from '../../newsroom/settings.ts';
import { collectGarbage } from '../../publish/memory.ts';
import { tidyIndex } from '../../publish/projector.ts';
import type { Config } from '../../server/config.ts';
import { type Document, type DocumentFile, digestOf, openDocuments } from '../documents.ts';
import { fetchPicture } from '../fetch-picture.ts';
import { openPress, showReaders } from '../press.ts';
import { knownWords } from './known-words.ts';
import { described, type Outcome, summarize } from './outcome.ts';
import { withProgress } from './progress.ts';

export type ImportOptions = {
  publish: boolean;
  section: string | null;
  format: ImportFormat;
  fetchImages: boolean;
  dryRun: boolean;
  now: Date;
};

export type Report = {
  outcome(outcome: Outcome): void;
  /** What a document with many items said about itself. */
  facts?(file: string, format: string, facts: DocumentFacts): void;
};

type Press = ReturnType<typeof openPress>;
type Pending = {
  document: Document;
  file: string;
  format: string;
  item: ImportItem;
  draft: ArticleDraft;
  digest: string;
  origin: string;
};

/** Articles taken in before readers see them: one projection costs about what two articles do. */
const usualChunk = { articles: 200, characters: 1_000_000 };
/** Of a large document, which is imported within 300 MB whatever its size: threads that compose would take 100 of them, chunks of 120 another 60. */
const smallChunk = { articles: 50, characters: 300_000 };
const large = 16 * 1024 * 1024;
/** Megabytes of heap that are worth collecting between two chunks. */
const muchHeap = 64;

/** Imports files one by one, their items in chunks: read, put in order of publication, take in, project. One bad item stops no other. */
export async function importFiles(
  config: Config,
  files: readonly DocumentFile[],
  options: ImportOptions,
  report: Report,
): Promise<void> {
  const press = openPress(config, { cacheMegabytes: 8 });
  try {
    const run = new ImportRun(press, config, options, report);
    for (const file of files) await run.file(file);
    await run.finish();
  } finally {
    press.close();
  }
}

/** Imports one document that is no file: an answer of another server. @throws ImportError when nothing can be read from it */
export async function importAnswer(
  press: Press,
  config: Config,
  document: Document,
  options: ImportOptions,
  report: Report,
): Promise<void> {
  const run = new ImportRun(press, config, options, report);
  await run.document(document);
  await run.finish();
}

class ImportRun {
  readonly #press: Press;
  readonly #config: Config;
  readonly #options: ImportOptions;
  readonly #report: Report;
  #pending: Pending[] = [];
  /** When readers see what was taken in last. */
  #shown: Promise<unknown> = Promise.resolve();
  #known: Promise<ReadonlySet<string> | undefined> | undefined;
  /** Of the document being read; what was asked for until it is known. */
  #format: string;
  #characters = 0;
  /** Documents that were looked at for the newsroom. */
  #taken = 0;

  constructor(press: Press, config: Config, options: ImportOptions, report: Report) {
    this.#press = press;
    this.#config = config;
    this.#options = options;
    this.#report = report;
    this.#format = options.format;
  }

  async file(file: DocumentFile): Promise<void> {
    try {
      for await (const document of openDocuments(file)) {
        if ('source' in document) await this.#documentOrRefusal(document);
        else this.#refuse(document.name, document.error);
      }
    } catch (error) {
      if (!(error instanceof ImportError) && !isFileError(error)) throw error;
      this.#refuse(file.file, error as Error);
    }
  }

  async #documentOrRefusal(document: Document): Promise<void> {
    try {
      await this.document(document);
    } catch (error) {
      if (!(error instanceof ImportError) && !isFileError(error)) throw error;
      this.#refuse(document.source.name, error as Error);
    }
  }

  /** Reads a document and takes in what fills a chunk. @throws ImportError for the document as a whole */
  async document(document: Document): Promise<void> {
    const { newsroom } = this.#press;
    const { site } = await getSettings(newsroom);
    const { name } = document.source;
    this.#known ??= knownWords(newsroom);
    const known = await this.#known;
    const hints = {
      name,
      now: this.#options.now,
      timeZone: site.timeZone,
      beside: document.beside,
      isKnown: async (guid: string, digest: string) => (await knownImport(newsroom, guid, digest)) !== null,
      ...(document.charset && { charset: document.charset }),
      ...(known && { known }),
    };
    this.#format = this.#options.format;
    if (document.source.size >= large) delete this.#press.compose;
    try {
      const { format, items } = await importDocument(withProgress(document.source), hints, this.#options.format);
      this.#format = format;
      let index = 0;
      for await (const item of items) {
        if ('facts' in item) this.#report.facts?.(name, format, item);
        else await this.#item(document, format, item, index++);
      }
    } finally {
      // The pictures of an archive can only be read while it is open.
      if (document.isClosing) await this.#takeInPending();
    }
  }

  #refuse(file: string, error: Error): void {
    this.#report.outcome({ file, format: this.#format, status: 'refused', error: error.message });
  }

  async #item(document: Document, format: string, item: ImportItem, index: number): Promise<void> {
    const file = document.source.name;
    const about = described(file, format, item);
    if ('isKnown' in item.read) {
      this.#report.outcome({ ...about, status: 'unchanged' });
      return;
    }
    const { draft } = item.read;
    if ('error' in item.read) {
      this.#report.outcome({
        ...about,
        ...(draft && summarize(draft, null)),
        status: 'refused',
        error: item.read.error.message,
      });
      return;
    }
    const { draft: read } = item.read;
    const origin = item.guid ?? `${document.origin}#${index}`;
    const digest = item.digest ?? digestOf(item.guid ? JSON.stringify(read) : await document.source.read(), index);
    this.#pending.push({ document, file, format, item, draft: read, digest, origin });
    this.#characters += plainText(read.body).length;
    const { articles, characters } = document.source.size >= large ? smallChunk : usualChunk;
    if (this.#pending.length >= articles || this.#characters > characters) await this.#takeInPending();
  }

  /** Takes in what is left, and sees to it that readers see everything. @throws NotShownYet */
  async finish(): Promise<void> {
    await this.#takeInPending();
    await this.#shown;
    await tidyIndex(this.#press, this.#taken);
  }

  async #takeInPending(): Promise<void> {
    const pending = this.#pending;
    this.#pending = [];
    this.#characters = 0;
    // Numbers grow with the time of publication, which is the order lists and search stand in.
    pending.sort(inOrder);
    for (const together of inTransactions(pending))
      for (const outcome of await this.#takeInTogether(together)) this.#report.outcome(outcome);
    if (pending.length > 0 && !this.#options.dryRun) {
      // Readers see a chunk while the next one is read, and no two wait.
      await this.#shown;
      this.#taken += pending.length;
      this.#shown = showReaders(this.#press);
      this.#shown.catch(() => {});
    }
    pending.length = 0;
    collectGarbage(muchHeap);
  }

  /** In one transaction, which costs what each of them would cost alone; an outcome counts when it has ended. */
  async #takeInTogether(pending: readonly Pending[]): Promise<Outcome[]> {
    const each = async () => {
      const outcomes: Outcome[] = [];
      for (const item of pending) outcomes.push(await this.#takeIn(item));
      return outcomes;
    };
    if (pending.length < 2 || this.#options.dryRun) return each();
    try {
      return await this.#press.newsroom.exclusively(each);
    } catch (error) {
      // Two of them, or one and an article of another writer, were after the same: each for itself looks again.
      if (!isTaken(error)) throw error;
      return each();
    }
  }

  async #takeIn(pending: Pending): Promise<Outcome> {
    const { draft, file, format } = pending;
    const { newsroom } = this.#press;
    const { now, dryRun, publish, section: given } = this.#options;
    const about = described(file, format, pending.item);
    try {
      if (dryRun) return await this.#wouldBe(pending, about);
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
        readPicture: (src) => readPicture(pending.document, src, this.#options.fetchImages),
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
        ...addressOf(intake, draft, site, this.#config),
        ...(intake.held.length > 0 && { held: [...draft.held, ...intake.held] }),
        warnings,
      };
    } catch (error) {
      if (!(error instanceof NewsroomError)) throw error;
      return { ...about, ...summarize(draft, given), status: 'refused', error: `${file}: ${error.message}` };
    }
  }

  async #wouldBe({ draft, file, origin, digest }: Pending, about: Pick<Outcome, 'file' | 'format'>): Promise<Outcome> {
    const { newsroom } = this.#press;
    const { section: given } = this.#options;
    const { site } = await getSettings(newsroom);
    const declared = draft.section.path ?? (draft.section.isDeclared ? draft.section.breadcrumb.join('/') : null);
    const section = given ?? findSection(site, draft.section) ?? (declared || null);
    if (!section) return { ...about, ...summarize(draft, null), status: 'refused', error: withoutSection(file) };
    const unchanged = await knownImport(newsroom, origin, digest);
    const status = unchanged ? 'unchanged' : draft.held.length > 0 ? 'held' : 'imported';
    return { ...about, ...summarize(draft, section), status };
  }
}

/** By publication, states of one story by their versions. */
function inOrder({ draft: a }: Pending, { draft: b }: Pending): number {
  const [first, second] = [a.publishedAt ?? '~', b.publishedAt ?? '~'];
  if (first !== second) return first < second ? -1 : 1;
  if (!a.version || !b.version) return 0;
  return isBefore(a.version, b.version) ? -1 : isBefore(b.version, a.version) ? 1 : 0;
}

/** What is taken in together, in order. An article with pictures stands alone: other writers must not wait for their making. */
function inTransactions(pending: readonly Pending[]): Pending[][] {
  const together: Pending[][] = [];
  for (const [index, item] of pending.entries()) {
    const before = pending[index - 1];
    if (before && !hasPictures(before.draft) && !hasPictures(item.draft)) together.at(-1)?.push(item);
    else together.push([item]);
  }
  return together;
}

const hasPictures = ({ lead, body, history }: ArticleDraft): boolean =>
  lead !== null ||
  body.content.some(({ type }) => type === 'figure') ||
  history.some((state) => hasPictures(state.draft));

/** Formats by which one story reaches a newsroom several times. */
const wires: ReadonlySet<string> = new Set(['feed', 'ninjs', 'newsml', 'nitf']);

const withoutSection = (file: string) => `${file}: names no section; say which with --section <path>`;

export const isFileError = (error: unknown): boolean => error instanceof Error && 'syscall' in error;

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
