import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { addReads, forgetReads, type Reads } from '../../db/audience/queries/reads.ts';
import { addSightings, forgetSightings, type Sighting } from '../../db/audience/queries/sightings.ts';
import { openAudienceWriter } from '../../db/audience/writer.ts';
import { type Database, databaseFile } from '../../db/client.ts';

/** Writes counted reads down, in a thread of its own: a slow or full disk delays nobody's page. */

/** `moment` in seconds. */
export type Batch = { reads: Reads[]; sightings: Sighting[]; moment: number };
/** `reason`: why nothing was written; `damaged`: where a file that was no counter file was put. */
export type Written = { reason: string | null; damaged: string | null };

const { url } = workerData as { url: string };
const file = databaseFile(url);
const forgetEvery = 3_600;

let open: { audience: Database; inode: number } | null = null;
let forgetAt = 0;

parentPort?.on('message', (batch: Batch) => {
  write(batch).then((written) => parentPort?.postMessage(written));
});

async function write(batch: Batch): Promise<Written> {
  try {
    await writeOnce(batch);
    return { reason: null, damaged: null };
  } catch (error) {
    close();
    if (!isDamage(error)) return { reason: reasonOf(error), damaged: null };
  }
  try {
    const damaged = setAside();
    await writeOnce(batch);
    return { reason: null, damaged };
  } catch (error) {
    close();
    return { reason: reasonOf(error), damaged: null };
  }
}

async function writeOnce({ reads, sightings, moment }: Batch): Promise<void> {
  const { audience } = currentFile();
  const statements = [addReads(reads, moment), addSightings(sightings, moment)];
  const forgets = moment >= forgetAt;
  if (forgets) statements.push(forgetReads(moment), forgetSightings(moment));
  await audience.atomic(statements);
  if (forgets) forgetAt = moment + forgetEvery;
}

/** Somebody may have deleted or replaced the file; what is open would then be written to nowhere. */
function currentFile(): { audience: Database; inode: number } {
  if (open && statSync(file, { throwIfNoEntry: false })?.ino !== open.inode) close();
  if (open) return open;
  // The log of a file that is gone must not be played into a new one.
  if (!existsSync(file)) removeLogs();
  const audience = openAudienceWriter(url);
  open = { audience, inode: statSync(file).ino };
  return open;
}

function close(): void {
  open?.audience.close();
  open = null;
}

/** Keeps one damaged file, for whoever wonders, and makes room for a new one. */
function setAside(): string {
  const damaged = `${file}.damaged`;
  renameSync(file, damaged);
  removeLogs();
  return damaged;
}

function removeLogs(): void {
  for (const part of ['-wal', '-shm']) rmSync(file + part, { force: true });
}

function isDamage(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ('code' in cause && /^SQLITE_(?:NOTADB|CORRUPT)/.test(String(cause.code))) return true;
  return false;
}

/** The database's own words, not those of what asked it. */
function reasonOf(error: unknown): string {
  let last = error;
  while (last instanceof Error && last.cause instanceof Error) last = last.cause;
  return last instanceof Error ? last.message : String(last);
}
