import { sectionPathSchema } from '../../article/record.ts';
import { type ImportFormat, importFormats } from '../../ingest/import.ts';
import type { Config } from '../../server/config.ts';
import { type Command, note, print, printJson, readArguments } from '../command.ts';
import { documentFiles } from '../documents.ts';
import { factsLine, printOutcome, Tally } from '../importing/outcome.ts';
import { importFiles } from '../importing/run.ts';
import type { ImportOptions } from '../importing/taking-in.ts';
import { importNewsroom, isPortableExport } from '../portable/import.ts';
import { openPress, showReadersAnew } from '../press.ts';

const help = `usage: npm run dateline -- import [options] <file or folder>...

Reads articles from outside documents into the newsroom: HTML pages, plain text, Markdown, exports of WordPress (WXR), Ghost,
Substack and Medium, feeds (RSS, Atom, JSON Feed), IPTC ninjs, NewsML-G2 and NITF; single files, gzipped ones, ZIP archives
and folders. Each article ends as imported, unchanged, held for an editor, or refused, by name and with a reason. An import
that was interrupted is taken up by giving the same command again; importing the same documents again changes nothing.
A folder that "export" wrote is a whole newsroom: it goes into an empty one, all of it or nothing.

  --publish           make them visible to readers at once; drafts of the other system stay drafts
  --section <path>    the section they go to, e.g. news or news/city; made when the site has none of that path.
                      Without it, each goes where its document files it
  --format <format>   ${importFormats.join(', ')} (default auto)
  --fetch-images      fetch remote pictures, from public addresses only
  --dry-run           read and report, write nothing
  --json              one JSON object per article on stdout, and one with "facts" per document that holds many`;

/** A complete export of another newsroom, into this one while it is empty. */
async function importWhole(
  config: Config,
  folder: string,
  { json, 'dry-run': dryRun }: { json: boolean; 'dry-run': boolean },
): Promise<number> {
  if (dryRun) throw new Error('a whole newsroom is imported or not; --dry-run is for articles');
  const press = openPress(config, { cacheMegabytes: 8 });
  try {
    const moved = await importNewsroom(press, folder, new Date(), (articles) => {
      if (articles % 1_000 === 0) note(`${articles} articles`);
    });
    const sequence = await showReadersAnew(press);
    if (json) printJson({ ...moved, sequence });
    else {
      print(`imported a newsroom of ${moved.articles} articles and ${moved.pictures} pictures, sequence ${sequence}`);
      for (const id of moved.believed) print(`believed for what it signed until now: the key ${id}`);
    }
    return 0;
  } finally {
    press.close();
  }
}

export const importCommand: Command = {
  summary: 'read articles from files of other systems',
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
    const [folder = ''] = positionals;
    if (positionals.length === 1 && (await isPortableExport(folder))) return importWhole(config, folder, values);
    const tally = new Tally();
    await importFiles(config, await documentFiles(positionals), options, {
      outcome: (outcome) => {
        tally.count(outcome);
        if (values.json) printJson(outcome);
        else printOutcome(outcome);
      },
      facts: (file, format, facts) =>
        values.json ? printJson({ file, format, ...facts }) : print(factsLine(file, facts)),
    });
    for (const line of tally.lines()) (values.json ? note : print)(line);
    if (options.dryRun) (values.json ? note : print)('dry run: nothing was written');
    const { refused, held } = tally.total;
    return refused + held > 0 ? 1 : 0;
  },
};
