import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ChangedBuild, changedFiles, isListed, listBuild } from './build-files.ts';
import { type Log, openLog } from './log.ts';

/** What the reader pages are built from, besides the packages that package-lock.json pins. */
const sources = ['app', 'components', 'syndication', 'edition', 'article', 'db', 'next.config.js', 'package-lock.json'];
const stampFile = '.next/dateline-sources';
/** Not in `.next`, which the builder empties first. */
const lockFile = '.dateline-build.lock';

/**
 * Builds the pages if their sources changed since the last build. Two starts at once build once.
 * @throws when the build fails, and ChangedBuild when somebody changed what was built
 */
export async function ensureBuilt(folder: string, log: Log): Promise<void> {
  const wanted = hashSources(folder);
  if (isBuilt(folder, wanted)) return refuseChanged(folder);
  await inTurn(folder, async () => {
    if (isBuilt(folder, wanted)) return refuseChanged(folder);
    log.info('building the pages');
    rmSync(join(folder, stampFile), { force: true });
    await runBuild(folder);
    listBuild(folder);
    writeFileSync(join(folder, stampFile), wanted);
  });
}

function refuseChanged(folder: string): void {
  const changed = changedFiles(folder);
  if (changed.length > 0) throw new ChangedBuild(changed);
}

/** SHA-256 over names and contents of all sources but tests. */
export function hashSources(folder: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const source of sources.flatMap((name) => filesUnder(folder, name)).sort()) {
    hash.update(`\n${source}\n`).update(readFileSync(join(folder, source)));
  }
  return hash.digest('hex');
}

function filesUnder(folder: string, name: string): string[] {
  const path = join(folder, name);
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [name];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((file) => !/\.test\.tsx?$/.test(file));
}

const isBuilt = (folder: string, wanted: string): boolean => {
  const stamp = join(folder, stampFile);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && isListed(folder);
};

/** Does the work while no other process does its own in that folder. A lock whose owner is gone is taken over. */
export async function inTurn<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = join(folder, lockFile);
  while (!takeLock(lock)) {
    if (!ownerLives(lock)) rmSync(lock, { force: true });
    else await wait(200);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function takeLock(lock: string): boolean {
  try {
    const file = openSync(lock, 'wx');
    writeFileSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

function ownerLives(lock: string): boolean {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    // Just created and not written yet.
    if (pid === 0) return Date.now() - statSync(lock).mtimeMs < 5_000;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function runBuild(folder: string): Promise<void> {
  const next = join(folder, 'node_modules/next/dist/bin/next');
  await runChild(process.execPath, [next, 'build'], { folder, what: 'the build of the pages' });
}

/** Runs a program to its end with its output on stderr; SIGTERM and SIGINT reach it. @throws unless it exits with 0 */
export async function runChild(
  program: string,
  args: string[],
  { folder, what }: { folder: string; what: string },
): Promise<void> {
  const child = spawn(program, args, {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGTERM', pass).on('SIGINT', pass);
  try {
    const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
      child.once('error', reject).once('exit', (...end) => resolve(end));
    });
    if (signal === 'SIGTERM' || signal === 'SIGINT') process.exit(0);
    if (code !== 0) throw new Error(`${what} failed (${signal ?? `exit ${code}`}); its output is above`);
  } finally {
    process.off('SIGTERM', pass).off('SIGINT', pass);
  }
}

// Run by itself (`node server/build.ts`), it builds now what the next start would have to.
if (import.meta.main) await ensureBuilt(resolve(import.meta.dirname, '..'), openLog('info'));
