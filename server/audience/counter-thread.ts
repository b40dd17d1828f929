import { existsSync, rmSync, statSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { addReads, forgetReads, type Reads } from '../../db/audience/queries/reads.ts';
import { addSightings, forgetSightings, type Sighting } from '../../db/audience/queries/sightings.ts';
import { openAudienceWriter } from '../../db/audience/writer.ts';
import { type Database, databaseFile } from '../../db/client.ts';
import { type Flaw, flawIn, setAside } from '../../db/files/set-aside.ts';

/** Writes counted reads down, in a thread of its own: a slow or full disk delays nobody's page. */

/** `moment` in seconds. */
export type Batch = { reads: Reads[]; sightings: Sighting[]; moment: number };
/** `reason`: why nothing was written; `replaced`: what was wrong with the file that was there, and where it was put. */
export type Written = { reason: string | null; replaced: { flaw: Flaw; kept: string | null } | null };

const { url } = workerData as { url: string };
const file = databaseFile(url);
const forgetEvery = 3_600;

let open: { audience: Database; inode: number } | null = null;
let forgetAt = 0;

parentPort?.on('message', (batch: Batch) => {
  write(batch).then((written) => parentPort?.postMessage(written));
});

async function write(batch: Batch): Promise<Written> {
  let flaw: Flaw | null;
  try {
    await writeOnce(batch);
    return { reason: null, replaced: null };
  } catch (error) {
    close();
    flaw = flawIn(error);
    if (!flaw) return { reason: reasonOf(error), replaced: null };
  }
  try {
    const kept = setAside(url, flaw);
    await writeOnce(batch);
    return { reason: null, replaced: { flaw, kept } };
  } catch (error) {
    close();
    return { reason: reasonOf(error), replaced: null };
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

function removeLogs(): void {
  for (const part of ['-wal', '-shm']) rmSync(file + part, { force: true });
}

/** The database's own words, not those of what asked it. */
function reasonOf(error: unknown): string {
  let last = error;
  while (last instanceof Error && last.cause instanceof Error) last = last.cause;
  return last instanceof Error ? last.message : String(last);
}
