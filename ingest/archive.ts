import { open as openFile } from 'node:fs/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { ImportError } from '../article/draft.ts';
import { freeBytes, mostBytes, mostRatio } from './unpack.ts';

/** A ZIP archive, read where it lies: nothing of it is ever written to a disk. */
export type Archive = {
  /** Paths of its files, in the order they stand in. */
  paths: readonly string[];
  /** Parts that are no plain file, and why they are left out. */
  refused: readonly { path: string; why: string }[];
  /** Bytes of a file when unpacked, as its directory has them; 0 for one it does not have. */
  sizeOf(path: string): number;
  /** A file; null when the archive has none of that path. @throws ImportError when it is damaged or too large */
  read(path: string): Promise<Uint8Array | null>;
  close(): void;
};

const mostEntries = 100_000;
const mostTotal = 16 * 1024 * 1024 * 1024;

const localHeader = Buffer.from('PK\x03\x04', 'latin1');
const emptyArchive = Buffer.from('PK\x05\x06', 'latin1');

export async function isArchive(file: string): Promise<boolean> {
  const handle = await openFile(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && (buffer.equals(localHeader) || buffer.equals(emptyArchive));
  } finally {
    await handle.close();
  }
}

/** Opens an archive and reads its directory. @throws ImportError when it is damaged, or a bomb by what it says itself */
export async function openArchive(file: string, name: string): Promise<Archive> {
  const fail = (error: unknown): never => {
    if (error instanceof ImportError) throw error;
    throw new ImportError('malformed', `${name} is a damaged or hostile ZIP archive: ${(error as Error).message}`);
  };
  const zip = await openPromise(file, { autoClose: false }).catch(fail);
  try {
    const { entries, refused } = await directoryOf(zip, name);
    return {
      paths: [...entries.keys()],
      refused,
      sizeOf: (path) => entries.get(path)?.uncompressedSize ?? 0,
      read: async (path) => {
        const entry = entries.get(path);
        return entry ? readEntry(zip, entry, `${name}/${path}`).catch(fail) : null;
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    return fail(error);
  }
}

type Directory = { entries: Map<string, Entry>; refused: { path: string; why: string }[] };

/** Names are checked by yauzl: absolute ones, ones with `..` or a backslash make it throw. */
async function directoryOf(zip: ZipFile, name: string): Promise<Directory> {
  if (zip.entryCount > mostEntries)
    throw new ImportError('too-large', `${name} holds ${zip.entryCount} files; an export may have ${mostEntries}`);
  const directory: Directory = { entries: new Map(), refused: [] };
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize;
    if (unpacked > mostTotal || unpacked > Math.max(freeBytes, zip.fileSize * mostRatio))
      throw new ImportError(
        'too-large',
        `${name} is too large: its ${zip.fileSize} bytes unpack to more than ${unpacked}`,
      );
    const why = refusal(entry);
    if (why) directory.refused.push({ path: entry.fileName, why });
    else if (!entry.fileName.endsWith('/') && !litter.test(entry.fileName))
      directory.entries.set(entry.fileName, entry);
  }
  return directory;
}

/** What systems leave behind in archives. */
const litter = /(?:^|\/)(?:__MACOSX\/|\.[^/]+|Thumbs\.db$|desktop\.ini$)/;

function refusal(entry: Entry): string | null {
  // The upper half of the attributes is the mode of the file where it was packed on Unix.
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000) return 'a symbolic link; links are not followed';
  return entry.isEncrypted() ? 'encrypted; unpack it with its password first' : null;
}

/** What an entry says of its size is checked by yauzl while it unpacks. */
async function readEntry(zip: ZipFile, entry: Entry, name: string): Promise<Uint8Array> {
  if (entry.uncompressedSize > mostBytes)
    throw new ImportError(
      'too-large',
      `${name} is too large: ${entry.uncompressedSize} bytes; a document may have ${mostBytes}`,
    );
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
