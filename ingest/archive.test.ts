import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isArchive, openArchive } from './archive.ts';
import { type ZipPart, zipOf } from './zip.fixture.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-archive-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const written = (bytes: Uint8Array): string => {
  const file = join(folder, 'export.zip');
  writeFileSync(file, bytes);
  return file;
};
const opened = (...parts: ZipPart[]) => openArchive(written(zipOf(parts)), 'export.zip');

test('the files of an archive are read by their paths; what systems leave in it is not listed', async () => {
  const archive = await opened(
    { path: 'posts/', content: '' },
    { path: 'posts/甲.html', content: '<p>字</p>' },
    { path: '__MACOSX/posts/甲.html', content: 'x' },
    { path: 'posts/.DS_Store', content: 'x' },
  );
  expect(archive.paths).toEqual(['posts/甲.html']);
  expect(Buffer.from((await archive.read('posts/甲.html')) ?? []).toString()).toBe('<p>字</p>');
  expect(await archive.read('posts/乙.html')).toBeNull();
  archive.close();
});

test('paths that lead out of an archive make it hostile', async () => {
  for (const path of ['../evil.html', 'a/../../evil.html', '/etc/passwd', 'C:\\evil.html'])
    await expect(opened({ path: 'good.html', content: 'x' }, { path, content: 'x' })).rejects.toThrow(
      /damaged or hostile ZIP archive/,
    );
});

test('links and encrypted files are left out by name', async () => {
  const archive = await opened(
    { path: 'a.html', content: '/etc/passwd', mode: 0o120777 },
    { path: 'b.html', content: 'x', isEncrypted: true },
    { path: 'c.html', content: 'x' },
  );
  expect(archive.paths).toEqual(['c.html']);
  expect(archive.refused).toEqual([
    { path: 'a.html', why: 'a symbolic link; links are not followed' },
    { path: 'b.html', why: 'encrypted; unpack it with its password first' },
  ]);
  archive.close();
});

test('a bomb is refused by what it says of itself, and a lying one when it is unpacked', async () => {
  await expect(opened({ path: 'a.html', content: Buffer.alloc(20_000_000) })).rejects.toThrow(/too large/);
  const archive = await opened({ path: 'a.html', content: Buffer.alloc(3_000_000), claims: 10 });
  await expect(archive.read('a.html')).rejects.toThrow(/damaged or hostile/);
  archive.close();
});

test('a damaged archive is refused, another file is none', async () => {
  const bytes = zipOf([{ path: 'a.html', content: 'x'.repeat(500) }]);
  await expect(openArchive(written(bytes.subarray(0, bytes.length - 30)), 'export.zip')).rejects.toThrow(
    /damaged or hostile/,
  );
  expect(await isArchive(written(bytes))).toBe(true);
  expect(await isArchive(written(Buffer.from('<html>')))).toBe(false);
  expect(await isArchive(written(Buffer.alloc(0)))).toBe(false);
});
