import { expect, test } from 'vitest';
import type { Entry } from './entry.ts';
import { PageCache } from './page-cache.ts';

/** A page that moved: an entry without a document, of some 500 bytes. */
const entry = (key: string, tags: string[] = []): Entry => ({
  key,
  status: 301,
  location: '/',
  document: null,
  themed: {},
  tags,
  freshUntil: 0,
  notAfter: 0,
  article: null,
  staleSince: null,
  retryAt: 0,
  hits: 0,
});

const keys = (cache: PageCache) => cache.entries().map(([key]) => key);

test('the least recently used pages go when the bytes run out', () => {
  const cache = new PageCache(512 * 3);
  for (const key of ['/a', '/b', '/c']) cache.put(entry(key));
  cache.touch('/a');
  cache.put(entry('/d'));
  expect(keys(cache)).toEqual(['/c', '/a', '/d']);
  expect(cache.bytes).toBe(512 * 3);
});

test('bytes an entry gains later are counted, but not those of one that was replaced', () => {
  const cache = new PageCache(512 * 3);
  const [old, current] = [entry('/a'), entry('/a')];
  cache.put(old);
  cache.put(current);
  cache.grow(old, 10_000);
  expect(cache.bytes).toBe(512);
  cache.put(entry('/b'));
  cache.grow(current, 1_000);
  expect(keys(cache)).toEqual(['/b']);
});

test('an entry that is larger than the cache is not kept', () => {
  const cache = new PageCache(100);
  cache.put(entry('/a'));
  expect(cache.size).toBe(0);
});

test('addresses anybody can make up push out only their own kind', () => {
  const cache = new PageCache(1_000_000, 2);
  cache.put(entry('/real'));
  for (const key of ['/x', '/y', '/z']) cache.put(entry(key), { transient: true });
  expect(keys(cache)).toEqual(['/real', '/y', '/z']);
  cache.delete('/y');
  cache.put(entry('/w'), { transient: true });
  expect(keys(cache)).toEqual(['/real', '/z', '/w']);
});

test('what a crawler reads in number takes an eighth of the cache, and no page of readers', () => {
  const cache = new PageCache(512 * 32);
  cache.put(entry('/real'));
  for (let file = 1; file <= 20; file++) cache.put(entry(`/sitemap-${file}.xml`), { transient: true });
  expect(keys(cache)).toEqual(['/real', '/sitemap-17.xml', '/sitemap-18.xml', '/sitemap-19.xml', '/sitemap-20.xml']);
});

test('pages are found by what they were made from, until they are gone', () => {
  const cache = new PageCache(1_000_000);
  cache.put(entry('/a', ['card:1', 'site']));
  cache.put(entry('/b', ['site']));
  expect(cache.keysOf('site')).toEqual(['/a', '/b']);
  cache.put(entry('/a', ['card:2']));
  expect(cache.keysOf('card:1')).toEqual([]);
  expect(cache.keysOf('site')).toEqual(['/b']);
  cache.clear();
  expect(cache.keysOf('card:2')).toEqual([]);
  expect(cache.bytes).toBe(0);
});
