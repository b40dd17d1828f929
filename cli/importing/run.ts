import { type DocumentFacts, ImportError, type ImportItem } from '../../article/draft.ts';
import { plainText } from '../../article/text.ts';
import { importDocument } from '../../ingest/import.ts';
import { knownImport } from '../../newsroom/intake.ts';
import { getSettings } from '../../newsroom/settings.ts';
import { collectGarbage } from '../../publish/memory.ts';
import { tidyIndex } from '../../publish/projector.ts';
import type { Config } from '../../server/config.ts';
import { type Document, type DocumentFile, digestOf, openDocuments } from '../documents.ts';
import { type OpenPress, openPress, showReaders } from '../press.ts';
import { inOrderOfPublication, isFull, isLarge, type Pending } from './chunk.ts';
import { knownWords } from './known-words.ts';
import { described, type Outcome, summarize } from './outcome.ts';
import { withProgress } from './progress.ts';
import { type Desk, type ImportOptions, takeInTogether } from './taking-in.ts';

export type Report = {
  outcome(outcome: Outcome): void;
  /** What a document with many items said about itself. */
  facts?(file: string, format: string, facts: DocumentFacts): void;
};

/** Megabytes of heap that are worth collecting between two chunks: a collection takes as long as ten articles. */
const muchHeap = 64;
/** By which it has grown since the last time. */
const grownHeap = 12;

/** Imports files one by one, their items in chunks: read, put in order of publication, take in, project. One bad item stops no other. */
export async function importFiles(
  config: Config,
  files: readonly DocumentFile[],
  options: ImportOptions,
  report: Report,
): Promise<void> {
  const press = openPress(config, { cacheMegabytes: 8 });
  try {
    const run = new ImportRun({ press, config, options }, report);
    for (const file of files) await run.file(file);
    await run.finish();
  } finally {
    press.close();
  }
}

/** Imports one document that is no file: an answer of another server. @throws ImportError when nothing can be read from it */
export async function importAnswer(
  press: OpenPress,
  config: Config,
  document: Document,
  options: ImportOptions,
  report: Report,
): Promise<void> {
  const run = new ImportRun({ press, config, options }, report);
  await run.document(document);
  await run.finish();
}

class ImportRun {
  readonly #desk: Desk;
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

  constructor(desk: Desk, report: Report) {
    this.#desk = desk;
    this.#report = report;
    this.#format = desk.options.format;
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
    const { press, options } = this.#desk;
    const { newsroom } = press;
    const { site } = await getSettings(newsroom);
    const { name } = document.source;
    this.#known ??= knownWords(newsroom);
    const known = await this.#known;
    const hints = {
      name,
      now: options.now,
      timeZone: site.timeZone,
      beside: document.beside,
      isKnown: async (guid: string, digest: string) => (await knownImport(newsroom, guid, digest)) !== null,
      ...(document.charset && { charset: document.charset }),
      ...(known && { known }),
    };
    this.#format = options.format;
    await this.#spareThreads(isLarge(document));
    try {
      const { format, items } = await importDocument(withProgress(document.source), hints, options.format);
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

  /** Threads that compose take 100 MB, which a large document needs; the next one has them back. */
  async #spareThreads(isSparing: boolean): Promise<void> {
    const { press } = this.#desk;
    if (isSparing !== press.isSparing) await this.#shown;
    press.isSparing = isSparing;
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
    if (isFull(document, { articles: this.#pending.length, characters: this.#characters })) await this.#takeInPending();
  }

  /** Takes in what is left, and sees to it that readers see everything. @throws NotShownYet */
  async finish(): Promise<void> {
    await this.#takeInPending();
    await this.#shown;
    await tidyIndex(this.#desk.press, this.#taken);
  }

  async #takeInPending(): Promise<void> {
    const pending = this.#pending;
    this.#pending = [];
    this.#characters = 0;
    for (const together of inOrderOfPublication(pending))
      for (const outcome of await takeInTogether(this.#desk, together)) this.#report.outcome(outcome);
    if (pending.length > 0 && !this.#desk.options.dryRun) {
      // Readers see a chunk while the next one is read, and no two wait.
      await this.#shown;
      this.#taken += pending.length;
      this.#shown = showReaders(this.#desk.press);
      this.#shown.catch(() => {});
    }
    pending.length = 0;
    collectGarbage(muchHeap, grownHeap);
  }
}

export const isFileError = (error: unknown): boolean => error instanceof Error && 'syscall' in error;
