import { existsSync, renameSync, rmSync } from 'node:fs';
import { databaseFile, ForeignProgram } from '../client.ts';
import { OtherSchema } from './migrations.ts';

/** Why a file that can be made anew is not gone on with. */
export type Flaw = 'damaged' | 'of another version';

/** What is wrong with the file, if an error says that something is: it is not, or not any more, a database of ours. */
export function flawIn(error: unknown): Flaw | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof OtherSchema || cause instanceof ForeignProgram) return 'of another version';
    if ('code' in cause && /^SQLITE_(?:CORRUPT|NOTADB|IOERR_SHORT_READ)/.test(String(cause.code))) return 'damaged';
  }
  return null;
}

/**
 * Clears the way for a new file. Readers who have the old one open keep it; its log must not be taken for the new one's.
 * Returns the name under which the old one is kept, for whoever wonders; null when there was none.
 */
export function setAside(url: string, flaw: Flaw): string | null {
  const file = databaseFile(url);
  const kept = existsSync(file) ? `${file}.${flaw === 'damaged' ? 'damaged' : 'other-version'}` : null;
  if (kept) renameSync(file, kept);
  for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
  return kept;
}
