import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentTypes } from '../../edition/data-paths.ts';
import { createOutbox, openPages, publish, testFolder } from '../site-under-test.ts';
import type { Renderer } from './fill.ts';

const path = '/manifest.webmanifest';
const manifest = (name: string) => ({ status: 200, type: contentTypes.manifest, body: JSON.stringify({ name }) });

/** A document whose words can be changed, with the outbox that tells of it. */
function openDocument() {
  const file = join(testFolder(), 'content.db');
  const outbox = createOutbox(file);
  const words: { name: string; changedAt: number | null } = { name: 'a', changedAt: null };
  const render: Renderer = async (_path, context) => {
    context.tags.add('site');
    context.changedAt = words.changedAt;
    return manifest(words.name);
  };
  const opened = openPages(render, file);
  const since = async () => {
    await opened.read(path);
    return opened.cache.get(path)?.document?.since;
  };
  return { ...opened, outbox, words, since };
}

test('a document is made once, kept under its address and dropped like a page', async () => {
  const { read, cache, outbox } = openDocument();
  expect(await read(path)).toMatch(/^miss 200/);
  expect(await read(`${path}?from=feed&utm_source=x`)).toMatch(/^hit 200/);
  expect(cache.get(path)?.document?.common).toContain(contentTypes.manifest);
  publish(outbox, 'site', 'hard');
  expect(await read(path)).toMatch(/^miss 200/);
});

test('a document is dated by when its content came, to the second', async () => {
  const { clock, outbox, words, since } = openDocument();
  clock.now = 1_700_000_000_900;
  expect(await since()).toBe(1_700_000_000_000);
  publish(outbox, 'site', 'soft');
  clock.now += 5_000;
  expect(await since(), 'made anew and the same').toBe(1_700_000_000_000);
  words.name = 'b';
  publish(outbox, 'site', 'soft');
  await since();
  clock.now += 5_000;
  expect(await since()).toBe(1_700_000_010_000);
});

test('what follows from one article is dated by its last change, unless the words changed without it', async () => {
  const { clock, outbox, words, since } = openDocument();
  clock.now = 1_700_000_000_900;
  words.changedAt = 1_500_000_000_000;
  expect(await since()).toBe(1_500_000_000_000);
  Object.assign(words, { name: 'b', changedAt: 1_600_000_000_000 });
  publish(outbox, 'site', 'hard');
  expect(await since()).toBe(1_600_000_000_000);
  words.name = 'c';
  publish(outbox, 'site', 'hard');
  expect(await since()).toBe(1_700_000_000_000);
});

test('two contents of one second have two dates', async () => {
  const { clock, outbox, words, since } = openDocument();
  const first = (await since()) as number;
  words.name = 'b';
  publish(outbox, 'site', 'hard');
  clock.now += 100;
  expect(await since()).toBe(first + 1_000);
});

test('a document that is not there is a line of text, and nothing else in its place', async () => {
  const { read, cache } = openPages(async () => ({ status: 404, type: contentTypes.text, body: '404\n' }));
  expect(await read('/tag/a/feed.xml')).toMatch(/^miss 404/);
  expect(cache.get('/tag/a/feed.xml')?.document?.since).toBeNull();
});

test('a page in the place of a document, or the other way round, is refused', async () => {
  const { read, log } = openPages(async (asked) =>
    asked.endsWith('/manifest') ? { status: 200, type: 'text/html', body: '{}' } : manifest('a'),
  );
  await expect(read(path)).rejects.toThrow();
  await expect(read('/')).rejects.toThrow();
  expect(log.lines.map((line) => line.rule).filter((rule) => rule !== 'database')).toEqual([
    'content-type',
    'content-type',
  ]);
});
