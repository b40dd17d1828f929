import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { databaseFile, openDatabase, write } from '../../db/client.ts';
import { readRegister } from '../../db/content/projection.ts';
import { checkNewsroom } from '../../db/newsroom/open.ts';
import { lastPublication } from '../../db/newsroom/queries/outbox.ts';
import { appendSitePublication } from '../../db/newsroom/queries/settings.ts';
import { toInstant } from '../../edition/dates.ts';
import { projectAll } from '../../publish/projector.ts';
import type { Config } from '../../server/config.ts';
import { type Command, print, readArguments } from '../command.ts';
import { openPress } from '../press.ts';

export const restoreCommand: Command = {
  summary: 'put a newsroom back from its backup and make what readers see from it',
  help: `usage: npm run dateline -- restore <file>

The newsroom that is there now is kept beside it, as newsroom.db.before-<time>. Stop whoever writes to it first; readers can
be served meanwhile. The sequence of publications goes on where it was, so that watchers do not take it for an old state.`,
  async run(args, config) {
    const { positionals } = readArguments(args, {});
    const [given] = positionals;
    if (!given) throw new Error('name the file that "backup" wrote');
    const source = resolve(given);
    await checkBackup(source, given);
    const reached = await reachedSequence(config);
    const target = databaseFile(config.newsroomDatabaseUrl);
    const kept = `${target}.before-${toInstant(new Date()).replaceAll(':', '')}`;
    const existed = existsSync(target);
    copyFileSync(source, `${target}.restored`);
    if (existed) renameSync(target, kept);
    for (const suffix of ['-wal', '-shm']) rmSync(target + suffix, { force: true });
    renameSync(`${target}.restored`, target);
    const press = openPress(config);
    try {
      await press.newsroom.atomic([
        write`UPDATE sqlite_sequence SET seq = max(seq, ${reached}) WHERE name = 'publications'`,
        appendSitePublication(press.newsroom, toInstant(new Date())),
      ]);
      const sequence = await projectAll(press);
      print(`restored from ${source}, sequence ${sequence}${existed ? `; what was there is ${kept}` : ''}`);
      return 0;
    } finally {
      press.close();
    }
  },
};

/** @throws when the file is no sound newsroom */
async function checkBackup(file: string, given: string): Promise<void> {
  if (!existsSync(file)) throw new Error(`there is no file ${given}`);
  try {
    const backup = openDatabase(`file:${file}`, { readonly: true });
    try {
      const [sound] = await backup.rows<{ integrity_check: string }>(write`PRAGMA integrity_check`);
      if (sound?.integrity_check !== 'ok') throw new Error(sound?.integrity_check ?? 'it cannot be checked');
      checkNewsroom(backup);
      await lastPublication(backup);
    } finally {
      backup.close();
    }
  } catch (error) {
    throw new Error(`${given} is no sound backup of a newsroom (${(error as Error).message}); nothing was changed`);
  }
}

/** The newest publication readers or the newsroom have seen; 0 when neither can be read. */
async function reachedSequence(config: Config): Promise<number> {
  const read = async (url: string, look: (database: ReturnType<typeof openDatabase>) => Promise<number>) => {
    try {
      const database = openDatabase(url, { readonly: true });
      try {
        return await look(database);
      } finally {
        database.close();
      }
    } catch {
      return 0;
    }
  };
  return Math.max(
    await read(config.contentDatabaseUrl, async (content) => (await readRegister(content))?.sequence ?? 0),
    await read(config.newsroomDatabaseUrl, lastPublication),
  );
}
