import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FillContext } from '../../db/content/fill-context.ts';
import { createOutbox, openPages, page, publish, testFolder } from '../site-under-test.ts';
import { PageUnavailable } from './pages.ts';

/** A renderer whose pages say how often they were made, and are tagged with the path they were asked for. */
function counter() {
  const made: string[] = [];
  const render = async (path: string, context: FillContext) => {
    made.push(path);
    context.tags.add(`path:${path}`);
    return { status: 200, type: 'text/html', body: page(`${path} ${made.length}`) };
  };
  return { made, render };
}

const front = 'path:/zh-Hans';

test('a page is made once and then at hand', async () => {
  const folder = testFolder();
  createOutbox(join(folder, 'content.db'));
  const { made, render } = counter();
  const { read, pages } = openPages(render, join(folder, 'content.db'));
  expect(pages.fresh('/')).toBeNull();
  const first = await read('/');
  expect(first).toMatch(/^miss 200/);
  expect(await read('/')).toBe(first.replace('miss', 'hit'));
  expect(pages.fresh('/')?.key).toBe('/');
  expect(made).toEqual(['/zh-Hans']);
});

test('readers who come at once wait for one render', async () => {
  const { made, render } = counter();
  const { read } = openPages(render);
  await Promise.all(Array.from({ length: 50 }, () => read('/')));
  expect(made).toHaveLength(1);
});

test('a hard invalidation drops the page, one of something else does not', async () => {
  const file = join(testFolder(), 'content.db');
  const outbox = createOutbox(file);
  const { render } = counter();
  const { read } = openPages(render, file);
  await read('/');
  publish(outbox, 'path:/en', 'hard');
  expect(await read('/')).toMatch(/^hit/);
  publish(outbox, front, 'hard');
  expect(await read('/')).toMatch(/^miss/);
});

test('after a soft invalidation the page is shown for half a second while it is made anew', async () => {
  const file = join(testFolder(), 'content.db');
  const outbox = createOutbox(file);
  const { made, render } = counter();
  const { read, clock } = openPages(render, file);
  const old = (await read('/')).slice(-6);
  publish(outbox, front, 'soft');
  expect(await read('/')).toBe(`stale 200 ${old}`);
  await expect.poll(() => read('/')).toMatch(/^hit/);
  expect(await read('/')).not.toContain(old);
  expect(made).toHaveLength(2);

  publish(outbox, front, 'soft');
  expect(await read('/news')).toMatch(/^miss/);
  clock.now += 501;
  expect(await read('/')).toMatch(/^miss/);
});

test('the tag * reaches every page', async () => {
  const file = join(testFolder(), 'content.db');
  const outbox = createOutbox(file);
  const { render } = counter();
  const { read, cache } = openPages(render, file);
  await read('/');
  publish(outbox, '*', 'soft');
  expect(await read('/')).toMatch(/^stale/);
  publish(outbox, '*', 'hard');
  expect(await read('/zh-hant')).toMatch(/^miss/);
  expect(cache.size).toBeLessThanOrEqual(2);
});

test('what is published while a page is made makes it be made again', async () => {
  const file = join(testFolder(), 'content.db');
  const outbox = createOutbox(file);
  const { made, render } = counter();
  const { read } = openPages(async (path, context) => {
    if (made.length === 0) publish(outbox, front, 'hard');
    return render(path, context);
  }, file);
  await read('/');
  expect(made).toHaveLength(2);
  expect(await read('/')).toMatch(/^hit/);
});

test('a page that never stands still is shown and not kept', async () => {
  const file = join(testFolder(), 'content.db');
  const outbox = createOutbox(file);
  const { made, render } = counter();
  const { read, cache } = openPages(async (path, context) => {
    publish(outbox, front, 'soft');
    return render(path, context);
  }, file);
  expect(await read('/')).toMatch(/^miss 200/);
  expect(made).toHaveLength(3);
  expect(cache.size).toBe(0);
});

test('a page that was not there is asked for again after any publication', async () => {
  const file = join(testFolder(), 'content.db');
  const outbox = createOutbox(file);
  const there = new Set<string>();
  const { read } = openPages(async (path, context) => {
    if (!there.has(path)) context.status = 404;
    return { status: 200, type: 'text/html', body: page(path) };
  }, file);
  expect(await read('/news/2024/05/06/tram')).toMatch(/^miss 404/);
  expect(await read('/news/2024/05/06/tram')).toMatch(/^hit 404/);
  there.add('/zh-Hans/article/news/2024/05/06/tram');
  publish(outbox, 'article:new', 'hard');
  expect(await read('/news/2024/05/06/tram')).toMatch(/^miss 200/);
});

test('something scheduled appears when its time has come', async () => {
  const file = join(testFolder(), 'content.db');
  createOutbox(file);
  const { made, render } = counter();
  const { read, clock } = openPages(async (path, context) => {
    context.notAfter = context.now.getTime() + 60_000;
    return render(path, context);
  }, file);
  await read('/');
  clock.now += 59_999;
  expect(await read('/')).toMatch(/^hit/);
  clock.now += 502;
  expect(await read('/')).toMatch(/^miss/);
  expect(made).toHaveLength(2);
});

test('an old page is shown once more while it is made anew', async () => {
  const { render } = counter();
  const { read, clock } = openPages(render);
  await read('/');
  clock.now += 300_001;
  expect(await read('/')).toMatch(/^stale/);
  await expect.poll(() => read('/')).toMatch(/^hit/);
});

test('a page that moved is an address and nothing else', async () => {
  const { read } = openPages(async (_path, context) => {
    context.redirect = { status: 301, path: '/news/2024/05/06/new' };
    return { status: 200, type: 'text/html', body: 'whatever' };
  });
  expect(await read('/news/2024/05/06/old')).toBe('miss 301 /news/2024/05/06/new');
});

test('nobody is sent to another site', async () => {
  for (const path of ['//evil.example', '/\\evil.example', 'https://evil.example', '/a\r\nb']) {
    const { read, log } = openPages(async (_path, context) => {
      context.redirect = { status: 301, path };
      return { status: 200, type: 'text/html', body: '' };
    });
    await expect(read('/news')).rejects.toThrow(PageUnavailable);
    expect(log.lines).toContainEqual(expect.objectContaining({ alarm: true, rule: 'address', element: 'redirect' }));
  }
});

test('when a page cannot be made, the last good one is shown and an alarm raised', async () => {
  const file = join(testFolder(), 'content.db');
  const outbox = createOutbox(file);
  const { made, render } = counter();
  let broken: 'no' | 'throws' | '500' | 'refused' = 'no';
  const { read, clock, log } = openPages(async (path, context) => {
    if (broken === 'throws') throw new Error('disk on fire');
    const good = await render(path, context);
    if (broken === '500') return { status: 500, type: '', body: '' };
    return broken === 'refused'
      ? { status: 200, type: 'text/html', body: good.body.replace('<h1>', '<h1 onclick="x">') }
      : good;
  }, file);
  const good = (await read('/')).slice(-6);
  for (broken of ['throws', '500', 'refused'] as const) {
    publish(outbox, front, 'soft');
    expect(await read('/')).toBe(`stale 200 ${good}`);
    clock.now += 2_000;
    expect(await read('/')).toBe(`stale 200 ${good}`);
    expect(await read('/')).toBe(`stale 200 ${good}`);
  }
  expect(log.lines).toContainEqual(
    expect.objectContaining({ alarm: true, path: '/', rule: 'event-handler', servedLast: true }),
  );
  expect(log.lines).toContainEqual(expect.objectContaining({ alarm: true, reason: 'disk on fire' }));
  broken = 'no';
  clock.now += 2_000;
  expect(await read('/')).toMatch(/^miss 200/);
  expect(made.length).toBeGreaterThan(2);
});

test('a page that was dropped is never shown again, whatever fails', async () => {
  const file = join(testFolder(), 'content.db');
  const outbox = createOutbox(file);
  let broken = false;
  const { read } = openPages(async (path, context) => {
    context.tags.add(`path:${path}`);
    return broken ? { status: 500, type: '', body: '' } : { status: 200, type: 'text/html', body: page('a') };
  }, file);
  await read('/');
  broken = true;
  publish(outbox, front, 'hard');
  await expect(read('/')).rejects.toMatchObject({ status: 500 });
});

test('a render that takes too long is given up', async () => {
  const { read, log } = openPages(() => new Promise(() => {}));
  await expect(read('/')).rejects.toThrow('within 1000 ms');
  expect(log.lines).toContainEqual(expect.objectContaining({ rule: 'render' }));
});

test('without a database pages stay as they are, and follow it when it is back', async () => {
  const file = join(testFolder(), 'content.db');
  const outbox = createOutbox(file);
  const { render } = counter();
  const { read, clock, log } = openPages(render, file);
  await read('/');
  outbox.close();
  for (const part of ['', '-wal', '-shm']) renameSync(file + part, `${file}.away${part}`);
  clock.now += 1_000;
  expect(await read('/')).toMatch(/^hit/);
  writeFileSync(file, 'no database at all');
  clock.now += 1_000;
  expect(await read('/')).toMatch(/^hit/);
  expect(log.lines.filter(({ rule }) => rule === 'database')).toHaveLength(1);
  rmSync(file);
  createOutbox(file).close();
  clock.now += 1_000;
  expect(await read('/')).toMatch(/^miss/);
});

test('a file that opens and gives no pages takes no page away', async () => {
  const file = join(testFolder(), 'content.db');
  createOutbox(file);
  let broken = false;
  const { read, clock } = openPages(
    async () => ({ status: broken ? 500 : 200, type: 'text/html', body: page('a') }),
    file,
  );
  const good = (await read('/')).slice(-6);
  for (const part of ['', '-wal', '-shm']) renameSync(file + part, `${file}.away${part}`);
  createOutbox(file);
  broken = true;
  clock.now += 1_000;
  expect(await read('/')).toBe(`stale 200 ${good}`);
  broken = false;
  clock.now += 2_000;
  expect(await read('/')).toBe(`miss 200 ${good}`);
});

test('a history that was pruned before it was read drops everything', async () => {
  const file = join(testFolder(), 'content.db');
  const outbox = createOutbox(file);
  const { render } = counter();
  const { read } = openPages(render, file);
  await read('/');
  publish(outbox, 'a', 'soft');
  publish(outbox, 'b', 'soft');
  outbox.exec('DELETE FROM invalidation');
  expect(await read('/')).toMatch(/^miss/);
});

test('a page made of a row the newsroom did not sign is not sent: the last good one is, or 503, and the alarm names the row', async () => {
  const file = join(testFolder(), 'content.db');
  const outbox = createOutbox(file);
  const row = { table: 'articles', row: '12 (abc)', field: 'card' };
  let touched = false;
  const { read, clock, log } = openPages(async (path, context) => {
    context.tags.add(`path:${path}`);
    // The page hides what it met.
    if (touched) context.tampered.push(row);
    return { status: 200, type: 'text/html', body: page(path) };
  }, file);
  const good = await read('/');
  touched = true;
  publish(outbox, front, 'soft');
  clock.now += 10_000;
  expect(await read('/')).toBe(good.replace('miss', 'stale'));
  await expect(read('/news')).rejects.toMatchObject({ name: 'PageUnavailable', status: 503 });
  expect(log.lines).toContainEqual(expect.objectContaining({ alarm: true, path: '/news', rule: 'record', ...row }));
});
