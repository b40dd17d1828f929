import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, extname, join, posix, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ImportError } from '../article/draft.ts';
import { type Archive, isArchive, openArchive } from '../ingest/archive.ts';
import { bytesSource, type DocumentSource } from '../ingest/source.ts';
import { isSubstackTable } from '../ingest/substack.ts';

/** One file to import, and the folder it may read pictures from. */
export type DocumentFile = { file: string; root: string };

/** A document in a file or in an archive, and what lies beside it. */
export type Document = {
  source: DocumentSource;
  /** Where it was, for good: an absolute path, in an archive with the path inside behind it. */
  origin: string;
  /** A file of the same folder or archive, by its path from the document; null when there is none. @throws when it may not be read */
  beside(path: string): Promise<Uint8Array | null>;
  /** The last that can still be read: an archive is closed behind it. */
  isClosing: boolean;
  /** Character set the transport claimed. */
  charset?: string;
};

/** A part of an archive that is no document: refused by name. */
export type RefusedPart = { name: string; error: ImportError };

/** Files that stand beside articles in a folder: pictures, styles, scripts. They are not documents. */
const assetExtensions = new Set(
  '.jpg .jpeg .png .gif .webp .avif .svg .ico .bmp .tif .tiff .heic .css .js .mjs .ts .map .woff .woff2 .ttf .mp4 .mp3 .webm .yaml .yml'.split(
    ' ',
  ),
);
const isAsset = (path: string) => assetExtensions.has(extname(path).toLowerCase());

/** Every document below the given files and folders, in path order. Links are not followed. @throws when a path does not exist */
export async function documentFiles(paths: readonly string[]): Promise<DocumentFile[]> {
  const found: DocumentFile[] = [];
  for (const path of paths) {
    const absolute = resolve(path);
    const stats = await lstat(absolute).catch(() => {
      throw new Error(`${path}: there is no such file or folder`);
    });
    if (stats.isDirectory()) for (const file of await walk(absolute)) found.push({ file, root: absolute });
    else found.push({ file: absolute, root: dirname(absolute) });
  }
  return found;
}

async function walk(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  // The pages of a Substack export are read with the table that lists them.
  const hasTable = entries.some(({ name }) => name === 'posts.csv') && (await isTable(join(folder, 'posts.csv')));
  const files: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!(hasTable && entry.name === 'posts')) files.push(...(await walk(path)));
    } else if (entry.isFile() && !isAsset(entry.name)) files.push(path);
  }
  return files;
}

const isTable = async (file: string) => isSubstackTable((await readFile(file, 'utf8')).slice(0, 500));

/** The documents of a file: itself, or those inside when it is an archive. @throws ImportError, or the system's error when it cannot be read */
export async function* openDocuments({ file, root }: DocumentFile): AsyncGenerator<Document | RefusedPart> {
  const name = relative(process.cwd(), file);
  if (await isArchive(file)) {
    yield* archivedDocuments(file, name);
    return;
  }
  const { size } = await stat(file);
  yield {
    source: {
      name,
      size,
      read: () => readFile(file),
      chunks: () => createReadStream(file, { highWaterMark: 256 * 1024 }),
    },
    origin: file,
    beside: (path) => readBeside({ file, root }, path),
    isClosing: false,
  };
}

async function* archivedDocuments(file: string, name: string): AsyncGenerator<Document | RefusedPart> {
  const archive = await openArchive(file, name);
  try {
    for (const { path, why } of archive.refused)
      yield { name: `${name}/${path}`, error: new ImportError('unsupported', `${name}/${path} is ${why}`) };
    const documents = await documentPaths(archive);
    if (documents.length === 0) throw new ImportError('no-article', `${name} holds no document`);
    for (const [index, path] of documents.entries()) {
      const inside = `${name}/${path}`;
      try {
        const bytes = (await archive.read(path)) ?? new Uint8Array();
        const beside = (src: string) => archive.read(posix.join(posix.dirname(path), decodePath(src)));
        yield {
          source: bytesSource(bytes, inside),
          origin: `${file}!${path}`,
          beside,
          isClosing: index === documents.length - 1,
        };
      } catch (error) {
        if (!(error instanceof ImportError)) throw error;
        yield { name: inside, error };
      }
    }
  } finally {
    archive.close();
  }
}

async function documentPaths(archive: Archive): Promise<string[]> {
  const documents = archive.paths.filter((path) => !isAsset(path)).sort();
  const tables: string[] = [];
  for (const path of documents) {
    if (posix.basename(path) !== 'posts.csv') continue;
    const bytes = await archive.read(path);
    if (bytes && isSubstackTable(new TextDecoder().decode(bytes.subarray(0, 500))))
      tables.push(posix.join(posix.dirname(path), 'posts/'));
  }
  return documents.filter((path) => !tables.some((folder) => path.startsWith(folder)));
}

export const digestOf = (content: Uint8Array | string, index: number): string =>
  createHash('sha256').update(content).update(`\n${index}`).digest('hex');

/**
 * The bytes of a file that lies beside a document; null when the source is no such file.
 * @throws when the file lies outside the imported folder, links included
 */
async function readBeside({ file, root }: DocumentFile, src: string): Promise<Uint8Array | null> {
  if (/^[a-z][a-z0-9+.-]*:/i.test(src) && !src.startsWith('file:')) return null;
  const named = src.startsWith('file:') ? fileURLToPath(src) : resolve(dirname(file), decodePath(src));
  const real = await realpath(named).catch(() => null);
  if (!real) return null;
  const inside = relative(await realpath(root), real);
  if (inside.startsWith(`..${sep}`) || inside === '..' || resolve(inside) === inside) return null;
  return readFile(real);
}

function decodePath(src: string): string {
  const path = src.split(/[?#]/, 1)[0] ?? '';
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
