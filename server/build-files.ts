import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the renderer runs and what pages are styled with, as it was built: `.next` by name and hash. */
const listFile = '.next/dateline-files.json';
const parts = ['server', 'static'];

/** Somebody changed the build since it was made. */
export class ChangedBuild extends Error {
  override name = 'ChangedBuild';

  constructor(files: readonly string[]) {
    super(
      `${files.slice(0, 5).join(', ')}${files.length > 5 ? ` and ${files.length - 5} more` : ''}: not as built. Nothing is served from it. Find out who changed it, then remove the folder .next and start again: it is built from the sources`,
    );
  }
}

/** Notes every file of the build that was just made. */
export function listBuild(folder: string): void {
  writeFileSync(join(folder, listFile), JSON.stringify(hashesOf(folder)));
}

/** Whether there is a build that was noted. */
export const isListed = (folder: string): boolean => existsSync(join(folder, listFile));

/** Files of a noted build that were changed, added or taken away since it was made, as `.next/server/…`. */
export function changedFiles(folder: string): string[] {
  const listed = JSON.parse(readFileSync(join(folder, listFile), 'utf8')) as Record<string, string>;
  const found = hashesOf(folder);
  return [...new Set([...Object.keys(listed), ...Object.keys(found)])]
    .filter((file) => listed[file] !== found[file])
    .sort();
}

function hashesOf(folder: string): Record<string, string> {
  const build = join(folder, '.next');
  const manifests = readdirSync(build).filter((name) => /\.js(?:on)?$/.test(name) && join('.next', name) !== listFile);
  const files = parts
    .filter((part) => existsSync(join(build, part)))
    .flatMap((part) =>
      readdirSync(join(build, part), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
        .map((entry) => join(entry.parentPath, entry.name).slice(build.length + 1)),
    );
  return Object.fromEntries(
    [...manifests, ...files].map((file) => [
      `.next/${file}`,
      createHash('sha256')
        .update(readFileSync(join(build, file)))
        .digest('hex'),
    ]),
  );
}
