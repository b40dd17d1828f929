import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One file to import, and the folder it may read pictures from. */
export type DocumentFile = { file: string; root: string };

/** Files that stand beside articles in a folder: pictures, styles, data. They are not documents. */
const assetExtensions = new Set(
  '.jpg .jpeg .png .gif .webp .avif .svg .ico .bmp .tif .tiff .heic .css .js .mjs .ts .map .json .yaml .yml .woff .woff2 .ttf .mp4 .mp3 .webm'.split(
    ' ',
  ),
);

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
  const files: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await walk(path)));
    else if (entry.isFile() && !assetExtensions.has(extname(entry.name).toLowerCase())) files.push(path);
  }
  return files;
}

export const digestOf = (bytes: Uint8Array, index: number): string =>
  createHash('sha256').update(bytes).update(`\n${index}`).digest('hex');

/**
 * The bytes of a picture that lies beside a document; null when the source is no such file.
 * @throws when the file lies outside the imported folder, links included
 */
export async function readPictureBeside({ file, root }: DocumentFile, src: string): Promise<Uint8Array | null> {
  const embedded = /^data:image\/[a-z+]+;base64,([a-z0-9+/=\s]+)$/i.exec(src);
  if (embedded?.[1]) return Buffer.from(embedded[1], 'base64');
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
