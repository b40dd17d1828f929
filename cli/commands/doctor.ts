import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { databaseFile, openDatabase, write } from '../../db/client.ts';
import { newFill, runFill } from '../../db/content/fill-context.ts';
import { articlesDocument, registerDocument, topicsDocument } from '../../db/content/queries/proof.ts';
import { checkSchema, type Family } from '../../db/files/migrations.ts';
import { lastPublication } from '../../db/newsroom/queries/outbox.ts';
import { readKeyList } from '../../publish/keys.ts';
import { changedFiles, isListed } from '../../server/build-files.ts';
import { asEnvironment, type Config } from '../../server/config.ts';
import { type Command, print, printJson, readArguments } from '../command.ts';
import { compareReadModel } from '../comparing.ts';

type Check = { name: string; ok: boolean; found: string; advice?: string };

export const doctorCommand: Command = {
  summary: 'look whether databases, keys, signatures and the built pages are in order',
  help: `usage: npm run dateline -- doctor [--compare] [--json]

--compare  also publishes the whole newsroom once more into a file of its own, which it removes again, and compares what readers
           are served from with it: every row and every term of the search index. Takes as long as "publish --all"; for
           the night.

Changes nothing. Exit 0 when everything is in order, 1 when something is not; each fault comes with what to do.`,
  async run(args, config) {
    const { values } = readArguments(args, {
      compare: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    });
    Object.assign(process.env, asEnvironment(config));
    const checks = [
      await sound('newsroom', config.newsroomDatabaseUrl, 'put it back with "dateline restore <file>"'),
      await sound('content', config.contentDatabaseUrl, 'make it anew with "dateline publish --all"'),
      ...keyChecks(config),
      await attempt('sequence', 'dateline publish --all', () => sequences(config)),
      await attempt('build', 'remove the folder .next and start again; it is built from the sources', builtPages),
      await attempt('signatures', 'dateline publish --all', () => signatures(config)),
      ...(values.compare
        ? [await attempt('comparison', 'dateline publish --all', () => compareReadModel(config))]
        : []),
    ];
    for (const check of checks) {
      if (values.json) printJson(check);
      else print(`${check.ok ? 'ok ' : 'BAD'}  ${check.name}: ${check.found}${check.ok ? '' : `; ${check.advice}`}`);
    }
    return checks.every(({ ok }) => ok) ? 0 : 1;
  },
};

async function attempt(name: string, advice: string, look: () => Promise<string>): Promise<Check> {
  try {
    return { name, ok: true, found: await look() };
  } catch (error) {
    return { name, ok: false, found: (error as Error).message, advice };
  }
}

const sound = (family: Family, url: string, advice: string): Promise<Check> =>
  attempt(`${family}.db`, advice, () =>
    reading(url, async (database) => {
      const [row] = await database.rows<{ integrity_check: string }>(write`PRAGMA integrity_check`);
      if (row?.integrity_check !== 'ok') throw new Error(row?.integrity_check ?? 'cannot be checked');
      checkSchema(database, family);
      return `sound, ${statSync(databaseFile(url)).size} bytes`;
    }),
  );

async function reading<T>(url: string, look: (database: ReturnType<typeof openDatabase>) => Promise<T>): Promise<T> {
  if (!existsSync(databaseFile(url))) throw new Error(`${databaseFile(url)} is not there`);
  const database = openDatabase(url, { readonly: true });
  try {
    return await look(database);
  } finally {
    database.close();
  }
}

function keyChecks({ keyDir }: Config): Check[] {
  const file = join(keyDir, 'newsroom.key');
  if (!existsSync(file))
    return [
      {
        name: 'key',
        ok: false,
        found: `${file} is not there`,
        advice: 'bring it back, or the next command makes a new one',
      },
    ];
  const mode = statSync(file).mode & 0o777;
  const name = 'key';
  const advice = `chmod 600 ${file}`;
  if ((mode & 0o077) !== 0) return [{ name, ok: false, found: `others may read ${file}`, advice }];
  return [{ name, ok: true, found: `${readKeyList(keyDir).signedBy} in ${keyDir}, its owner's only` }];
}

/** Readers see everything that was published. */
const sequences = (config: Config): Promise<string> =>
  reading(config.contentDatabaseUrl, async (content) => {
    const { register } = await looking(() => registerDocument(content));
    const newest = await reading(config.newsroomDatabaseUrl, lastPublication);
    if (register.sequence !== newest)
      throw new Error(`readers see publication ${register.sequence}, the newsroom is at ${newest}`);
    return `readers see publication ${newest}, the newest there is`;
  });

const folder = resolve(import.meta.dirname, '../..');

/** The program's pages are as they were built. */
async function builtPages(): Promise<string> {
  if (!isListed(folder)) return 'not built yet; the next start does it';
  const changed = changedFiles(folder);
  if (changed.length > 0) throw new Error(`${changed.slice(0, 5).join(', ')}: not as built`);
  return 'the pages are as they were built';
}

/** Every row of articles and topics has its place in the signed register. */
const signatures = (config: Config): Promise<string> =>
  reading(config.contentDatabaseUrl, async (content) => {
    const { chunks } = await looking(() => registerDocument(content));
    let places = 0;
    for (const index of chunks.articles.keys())
      places += (await looking(() => articlesDocument(content, index)))?.places.length ?? 0;
    for (const index of chunks.topics.keys())
      places += (await looking(() => topicsDocument(content, index)))?.places.length ?? 0;
    return `${places} articles and topics are as the newsroom signed them`;
  });

const looking = <T>(look: () => Promise<T>): Promise<T> => runFill(newFill(), look);
