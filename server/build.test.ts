import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inTurn } from './build.ts';
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
