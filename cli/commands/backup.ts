import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { databaseFile } from '../../db/client.ts';
import { type Command, print, readArguments } from '../command.ts';

/** Copies a database while others write to it; a process of its own, so that a large one does not hold this one up. */
const copier = `
  const [, file, target] = process.argv;
  const Sqlite = require('better-sqlite3');
  const source = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 30000 });
  source.prepare('VACUUM INTO ?').run(target);
  source.close();
  const copy = new Sqlite(target, { readonly: true });
  const [{ integrity_check: said }] = copy.pragma('integrity_check');
  if (said !== 'ok') { console.error(said); process.exit(1); }`;

export const backupCommand: Command = {
  summary: 'copy the newsroom into one file, while it is being written to',
  help: `usage: npm run dateline -- backup <file> [--with-key]

The file holds newsroom.db: articles with all revisions, pictures, seals, settings. What readers see is made from it again,
and reads that were counted are not in it.

--with-key also copies the private key to <file>.key (0600): whoever has it can sign as the newsroom. Without the key a
restored newsroom goes on under a new one.`,
  async run(args, config) {
    const { values, positionals } = readArguments(args, { 'with-key': { type: 'boolean', default: false } });
    const [given] = positionals;
    if (!given) throw new Error('name the file to write the backup to');
    const target = resolve(given);
    if (existsSync(target)) throw new Error(`${given} is there already; name a new file`);
    const source = databaseFile(config.newsroomDatabaseUrl);
    if (!existsSync(source)) throw new Error(`there is no newsroom at ${source}; set DATA_DIR to its folder`);
    await copy(source, target);
    if (values['with-key']) {
      copyFileSync(resolve(config.keyDir, 'newsroom.key'), `${target}.key`);
      chmodSync(`${target}.key`, 0o600);
    }
    print(`backed up to ${target}${values['with-key'] ? `, the key to ${target}.key` : ', without the key'}`);
    return 0;
  },
};

async function copy(source: string, target: string): Promise<void> {
  const child = spawn(process.execPath, ['-e', copier, source, target], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const [code] = await once(child, 'close');
  if (code === 0) return;
  rmSync(target, { force: true });
  throw new Error(`the backup could not be written: ${said.trim().split('\n').at(-1) ?? `exit ${code}`}`);
}
