import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inTurn } from './build.ts';
import { ChangedBuild, changedFiles, isListed, listBuild } from './build-files.ts';
import { testFolder } from './site-under-test.ts';

const lockIn = (folder: string) => join(folder, '.dateline-build.lock');

test('two builds in one folder run one after the other', async () => {
  const folder = testFolder();
  const events: string[] = [];
  const build = (name: string) =>
    inTurn(folder, async () => {
      events.push(`${name} starts`);
      await new Promise((resolve) => setImmediate(resolve));
      events.push(`${name} ends`);
    });
  await Promise.all([build('one'), build('two')]);
  expect(events).toEqual(['one starts', 'one ends', 'two starts', 'two ends']);
  expect(existsSync(lockIn(folder))).toBe(false);
});

test('the lock of a process that was killed holds nobody up, and a failed build holds none', async () => {
  const folder = testFolder();
  // More than any system gives out.
  writeFileSync(lockIn(folder), '2147483646');
  const failing = inTurn(folder, async () => {
    throw new Error('no such page');
  });
  await expect(failing).rejects.toThrow('no such page');
  expect(await inTurn(folder, async () => 'built')).toBe('built');
});

test('a file of the build that was changed, added or taken away is named, and what the builder keeps for itself is not', () => {
  const folder = testFolder();
  const put = (file: string, text: string) => writeFileSync(join(folder, '.next', file), text);
  for (const name of ['server/app', 'static', 'cache']) mkdirSync(join(folder, '.next', name), { recursive: true });
  for (const file of ['server/app/page.js', 'server/other.js', 'static/a.css', 'routes-manifest.json', 'cache/x'])
    put(file, 'as built');
  expect(isListed(folder)).toBe(false);
  listBuild(folder);
  put('cache/x', 'another');
  put('trace', 'a line');
  expect(changedFiles(folder)).toEqual([]);
  put('static/a.css', 'as built ');
  put('server/app/extra.js', '');
  rmSync(join(folder, '.next/server/other.js'));
  expect(changedFiles(folder)).toEqual(['.next/server/app/extra.js', '.next/server/other.js', '.next/static/a.css']);
  expect(new ChangedBuild(changedFiles(folder)).message).toContain('remove the folder .next');
});
