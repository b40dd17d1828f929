import { readFile, stat } from 'node:fs/promises';
import { relative } from 'node:path';
import { type ArticleDraft, ImportError } from '../../article/draft.ts';
import { sectionPathSchema } from '../../article/record.ts';
import { bodyLinks, plainText } from '../../article/text.ts';
import { articlePath } from '../../edition/paths.ts';
import { editionOf, type Site } from '../../edition/site.ts';
import { type ImportFormat, importDocument, importFormats } from '../../ingest/import.ts';
import { NewsroomError } from '../../newsroom/document.ts';
import { type Intake, intakeDraft } from '../../newsroom/intake.ts';
import { PictureError } from '../../newsroom/pictures.ts';
import { ensureSection, getSettings } from '../../newsroom/settings.ts';
import { projectPending } from '../../publish/projector.ts';
import type { Config } from '../../server/config.ts';
import { type Command, note, print, printJson, readArguments } from '../command.ts';
import { type DocumentFile, digestOf, documentFiles, readPictureBeside } from '../documents.ts';
import { fetchPicture } from '../fetch-picture.ts';
import { openPress } from '../press.ts';

const help = `usage: npm run dateline -- import [options] <file or folder>...

Reads articles from outside documents into the newsroom. Each ends as imported, unchanged or refused, by name and with a reason.

  --publish           make them visible to readers at once
  --section <path>    the section they go to, e.g. news or news/city; made when the site has none of that path
  --format <format>   ${importFormats.join(', ')} (default auto)
  --fetch-images      fetch remote pictures, from public addresses only
  --dry-run           read and report, write nothing
  --json              one JSON object per document on stdout`;

export type ImportOptions = {
  publish: boolean;
  section: string | null;
  format: ImportFormat;
  fetchImages: boolean;
  dryRun: boolean;
  now: Date;
};

/** What became of one document; the shape `--json` prints. */
export type Outcome = {
  file: string;
  format: string;
  status: 'imported' | 'unchanged' | 'held' | 'refused';
  id?: string;
  url?: string;
  error?: string;
  [field: string]: unknown;
};

export const importCommand: Command = {
  summary: 'read articles from HTML pages, text or Markdown files',
  help,
  async run(args, config) {
    const { values, positionals } = readArguments(args, {
      publish: { type: 'boolean', default: false },
      section: { type: 'string' },
      format: { type: 'string', default: 'auto' },
      'fetch-images': { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    });
    if (positionals.length === 0) throw new Error(`name at least one file or folder\n\n${help}`);
    if (!importFormats.includes(values.format as ImportFormat))
      throw new Error(`--format ${values.format}: choose one of ${importFormats.join(', ')}`);
    if (values.section !== undefined && !sectionPathSchema.safeParse(values.section).success)
      throw new Error(`--section ${values.section}: a section is one or two lower-case slugs, like news or news/city`);
    const options: ImportOptions = {
      publish: values.publish,
      section: values.section ?? null,
      format: values.format as ImportFormat,
      fetchImages: values['fetch-images'],
      dryRun: values['dry-run'],
      now: new Date(),
    };
    const counts = { imported: 0, unchanged: 0, held: 0, refused: 0 };
    await importFiles(config, await documentFiles(positionals), options, (outcome) => {
      counts[outcome.status]++;
      if (values.json) printJson(outcome);
      else printOutcome(outcome);
    });
    const summary = `${counts.imported} imported, ${counts.unchanged} unchanged, ${counts.held} held, ${counts.refused} refused`;
    (values.json ? note : print)(options.dryRun ? `${summary} (dry run: nothing was written)` : summary);
    return counts.refused + counts.held > 0 ? 1 : 0;
  },
};

function printOutcome({ status, file, url, headline, error, warnings }: Outcome): void {
  print(
    `${status.padEnd(9)} ${file}${headline ? `  ${headline}` : ''}${url ? `  ${url}` : ''}${error ? `  ${error}` : ''}`,
  );
  for (const warning of (warnings as string[] | undefined) ?? []) print(`          ${warning}`);
}

type Read = { source: DocumentFile; file: string; format: string; digest: string; origin: string; draft: ArticleDraft };

const chunkSize = 200;

/** Imports files in chunks: read, put in order of publication, take in, project. One bad file stops no other. */
export async function importFiles(
  config: Config,
  files: readonly DocumentFile[],
  options: ImportOptions,
  report: (outcome: Outcome) => void,
): Promise<void> {
  const press = openPress(config);
  try {
    for (let start = 0; start < files.length; start += chunkSize) {
      const { site } = await getSettings(press.newsroom);
      const read: Read[] = [];
      for (const source of files.slice(start, start + chunkSize))
        await readDocument(source, site, options, read, report);
      // Numbers grow with the time of publication, which is the order lists and search stand in.
      read.sort((a, b) => ((a.draft.publishedAt ?? '~') < (b.draft.publishedAt ?? '~') ? -1 : 1));
      for (const document of read) report(await takeIn(press, config, document, options));
      if (!options.dryRun) await projectPending(press);
    }
  } finally {
    press.close();
  }
}

const maxFileBytes = 64 * 1024 * 1024;

async function readDocument(
  source: DocumentFile,
  site: Site,
  options: ImportOptions,
  read: Read[],
  report: (outcome: Outcome) => void,
): Promise<void> {
  const file = relative(process.cwd(), source.file);
  try {
    const { size } = await stat(source.file);
    if (size > maxFileBytes) throw new ImportError('too-large', `${size} bytes; a document may have ${maxFileBytes}`);
    const bytes = await readFile(source.file);
    const { format, drafts } = importDocument(
      bytes,
      { name: file, now: options.now, timeZone: site.timeZone },
      options.format,
    );
    for (const [index, draft] of drafts.entries())
      read.push({ source, file, format, digest: digestOf(bytes, index), origin: `${source.file}#${index}`, draft });
  } catch (error) {
    if (!(error instanceof ImportError) && !isFileError(error)) throw error;
    report({ file, format: options.format, status: 'refused', error: (error as Error).message });
  }
}

const isFileError = (error: unknown) => error instanceof Error && 'syscall' in error;

async function takeIn(
  press: ReturnType<typeof openPress>,
  config: Config,
  document: Read,
  options: ImportOptions,
): Promise<Outcome> {
  const { draft, file, format } = document;
  const section = options.section ?? draft.section.path;
  const described = { file, format, ...summarize(draft, section) };
  if (!section)
    return { ...described, status: 'refused', error: `${file}: names no section; say which with --section <path>` };
  if (options.dryRun) return { ...described, status: 'imported' };
  try {
    const added = await ensureSection(press.newsroom, section, options.now);
    const intake = await intakeDraft(press.newsroom, draft, {
      ...document,
      section,
      now: options.now,
      publish: options.publish,
      readPicture: (src) => readPicture(document.source, src, options.fetchImages),
    });
    const { site } = await getSettings(press.newsroom);
    const warnings = [
      ...draft.warnings,
      ...intake.warnings,
      ...added.map((path) => `the site had no section "${path}"; it has now`),
    ];
    return { ...described, status: intake.status, ...address(intake, draft, site, config), warnings };
  } catch (error) {
    if (!(error instanceof NewsroomError)) throw error;
    return { ...described, status: 'refused', error: `${file}: ${error.message}` };
  }
}

async function readPicture(source: DocumentFile, src: string, fetchImages: boolean): Promise<Uint8Array | null> {
  const beside = await readPictureBeside(source, src).catch((error: Error) => {
    throw new PictureError(`picture ${src}: ${error.message}`);
  });
  if (beside) return beside;
  return fetchImages && /^https?:/i.test(src) ? fetchPicture(src) : null;
}

function address({ saved }: Intake, draft: ArticleDraft, site: Site, config: Config): { id: string; url?: string } {
  const edition = editionOf(site, draft.language) ?? site.editions[0];
  return { id: saved.id, ...(saved.path && edition && { url: config.publicUrl + articlePath(edition, saved.path) }) };
}

function summarize(draft: ArticleDraft, section: string | null) {
  const figures = [
    ...(draft.lead ? [draft.lead] : []),
    ...draft.body.content.flatMap((block) => (block.type === 'figure' ? [block.attrs] : [])),
  ];
  return {
    headline: draft.headline,
    standfirst: draft.standfirst,
    authors: draft.authors,
    source: draft.source,
    publishedAt: draft.publishedAt,
    updatedAt: draft.updatedAt,
    language: draft.language,
    section: section ?? draft.section.breadcrumb.join(' > '),
    tags: draft.tags,
    bodyText: plainText(draft.body),
    figures: figures.map(({ src, caption, credit }) => ({ src, caption, credit })),
    links: bodyLinks(draft.body),
    dropped: draft.dropped,
    warnings: draft.warnings,
  };
}
