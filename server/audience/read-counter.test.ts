import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { clientAddress } from '../http/client-address.ts';
import { recordingLog, testFolder } from '../site-under-test.ts';
import { ReadCounter, type ReadPage } from './read-counter.ts';

const article = { id: 'abcdefghij', lists: ['zh:all', 'zh:section:news'] };
const pages: Record<string, ReadPage> = { '/article': { article }, '/front': { article: null } };
const reader = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
};

/** A counter behind a real listener. `visit` asks for the article's page as somebody with these headers. */
async function openCounter(file = join(testFolder(), 'audience.db')) {
  const log = recordingLog();
  const clock = { now: Date.now() };
  const counter = new ReadCounter({
    url: `file:${file}`,
    addressOf: clientAddress(['loopback']),
    host: 'news.example',
    pageAt: (key) => pages[key],
    log,
    now: () => clock.now,
  });
  const server = createServer((asked, response) => {
    response.end();
    counter.note(asked, pages[asked.url as string] ?? null);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  onTestFinished(async () => {
    server.close();
    server.closeAllConnections();
    await counter.stop();
  });
  const visit = (headers: IncomingHttpHeaders, { method = 'GET', path = '/article' } = {}) =>
    new Promise<void>((resolve, reject) => {
      request({ port, host: '127.0.0.1', method, path, headers }, (response) => response.resume().on('end', resolve))
        .on('error', reject)
        .end();
    });
  const from = (address: string) => visit({ ...reader, 'x-forwarded-for': address });
  const counted = () => {
    const database = new Sqlite(file, { readonly: true });
    const rows = database.prepare('SELECT list, total FROM reads ORDER BY list').raw().all();
    database.close();
    return Object.fromEntries(rows as [string, number][]);
  };
  return { counter, clock, log, file, visit, from, counted };
}

test('readers are counted in every list of the article, each of them once', async () => {
  const { counter, from, counted } = await openCounter();
  await from('203.0.113.7');
  await from('203.0.113.7');
  await from('203.0.113.8');
  await counter.write();
  expect(counted()).toEqual({ 'zh:all': 2, 'zh:section:news': 2 });
  await from('203.0.113.9');
  await counter.write();
  expect(counted()['zh:all']).toBe(3);
});

test('programs, requests ahead of time, parts of pages and pages that are no article count nothing', async () => {
  const { counter, from, visit, counted } = await openCounter();
  await from('203.0.113.7');
  const uncounted: IncomingHttpHeaders[] = [
    { ...reader, 'user-agent': 'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)' },
    { ...reader, 'user-agent': 'curl/8.14.1' },
    { ...reader, 'user-agent': 'x'.repeat(5_000) },
    { accept: reader.accept },
    { 'user-agent': reader['user-agent'] },
    { ...reader, accept: '*/*' },
    { ...reader, 'sec-purpose': 'prefetch' },
    { ...reader, 'sec-purpose': 'prefetch;prerender' },
    { ...reader, purpose: 'prefetch' },
    { ...reader, 'x-moz': 'prefetch' },
    { ...reader, 'sec-fetch-dest': 'empty' },
  ];
  for (const [n, headers] of uncounted.entries()) await visit({ ...headers, 'x-forwarded-for': `198.51.100.${n + 1}` });
  await visit({ ...reader, 'x-forwarded-for': '192.0.2.1' }, { method: 'HEAD' });
  await visit({ ...reader, 'x-forwarded-for': '192.0.2.2' }, { path: '/front' });
  await counter.write();
  expect(counted()['zh:all']).toBe(1);
});

test('a page that was fetched ahead counts when it is on the screen: its pictures and the next page are asked for in its name', async () => {
  const { counter, visit, counted } = await openCounter();
  const ahead = { ...reader, 'x-forwarded-for': '203.0.113.7' };
  await visit({ ...ahead, 'sec-purpose': 'prefetch;prerender', referer: 'https://news.example/front' });
  const picture = { ...ahead, accept: 'image/avif,image/webp,*/*', 'sec-fetch-dest': 'image' };
  const inItsName = { referer: 'https://news.example/article', 'sec-fetch-site': 'same-origin' };
  await visit({ ...picture, ...inItsName, 'sec-purpose': 'prefetch;prerender' }, { path: '/media/1.avif' });
  await counter.write();
  expect(counted).toThrow();
  await visit({ ...picture, ...inItsName }, { path: '/media/1.avif' });
  await visit({ ...ahead, ...inItsName }, { path: '/front' });
  await visit({ ...ahead, ...inItsName, 'x-forwarded-for': '203.0.113.8' }, { path: '/front' });
  await visit(
    { ...ahead, ...inItsName, 'x-forwarded-for': '203.0.113.9', 'sec-fetch-site': 'cross-site' },
    { path: '/front' },
  );
  await counter.write();
  expect(counted()['zh:all']).toBe(2);
});

test('what was counted last is written when the server stops', async () => {
  const { counter, from, counted } = await openCounter();
  await from('203.0.113.7');
  await counter.stop();
  expect(counted()['zh:all']).toBe(1);
});

test('a counter file that is deleted is begun anew', async () => {
  const { counter, from, counted, file, log } = await openCounter();
  await from('203.0.113.7');
  await counter.write();
  rmSync(file);
  await from('203.0.113.8');
  await counter.write();
  expect(counted()['zh:all']).toBe(1);
  expect(log.lines).toEqual([]);
});

test('a damaged counter file is set aside, told once, and counting goes on', async () => {
  const { counter, from, counted, file, log } = await openCounter();
  writeFileSync(file, 'no database at all, and long enough to be read as one'.repeat(100));
  await from('203.0.113.7');
  await counter.write();
  expect(counted()['zh:all']).toBe(1);
  expect(log.lines).toEqual([{ flaw: 'damaged', kept: `${file}.damaged` }]);
});

test('a counter file of another version is set aside, told once, and counting goes on', async () => {
  const { counter, from, counted, file, log } = await openCounter();
  const other = new Sqlite(file);
  other.exec('CREATE TABLE reads (article TEXT PRIMARY KEY, total INTEGER NOT NULL) STRICT');
  other.close();
  await from('203.0.113.7');
  await counter.write();
  expect(counted()['zh:all']).toBe(1);
  expect(log.lines).toEqual([{ flaw: 'of another version', kept: `${file}.other-version` }]);
});

test('while nothing can be written reads are kept, the reason is told once, and later they are written', async () => {
  const file = join(testFolder(), 'audience.db');
  mkdirSync(file);
  const { counter, from, counted, log } = await openCounter(file);
  await from('203.0.113.7');
  await counter.write();
  await from('203.0.113.8');
  await counter.write();
  expect(log.lines).toEqual([expect.objectContaining({ rule: 'audience' })]);
  rmSync(file, { recursive: true });
  await counter.write();
  expect(counted()['zh:all']).toBe(2);
});

test('sites that show our pictures or are asked for in our place are counted by name, and nothing else of the request is kept', async () => {
  const { counter, visit, file } = await openCounter();
  const bot = { 'user-agent': 'copier/1.0' };
  for (let n = 0; n < 3; n++)
    await visit({ ...bot, host: 'news.example', referer: 'https://mirror.example/a?b' }, { path: '/media/x' });
  await visit({ ...reader, host: 'other.example', 'x-forwarded-for': '203.0.113.7' });
  await visit({ ...reader, host: 'news.example', referer: 'https://search.example/' });
  await counter.write();
  const database = new Sqlite(file, { readonly: true });
  const rows = database.prepare('SELECT host, signal, count FROM sightings ORDER BY host').raw().all();
  database.close();
  expect(rows).toEqual([
    ['mirror.example', 'picture', 3],
    ['other.example', 'host', 1],
  ]);
});
