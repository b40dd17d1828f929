import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import type { Database } from '../client.ts';
import { addReads, forgetReads, mostRead, type RankingOrder, readsOfDay } from './queries/reads.ts';
import { openAudienceWriter } from './writer.ts';

const minute = 60;
const hour = 3_600;
const day = 24 * hour;
const now = 1_790_000_000;

function open(): Database {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-audience-'));
  const audience = openAudienceWriter(`file:${folder}/audience.db`);
  onTestFinished(() => {
    audience.close();
    rmSync(folder, { recursive: true });
  });
  return audience;
}

const read = (audience: Database, article: string, count: number, ago: number, lists = ['zh:all']) =>
  audience.atomic([addReads([{ article, lists, count }], now - ago)]);
const top = (audience: Database, order: RankingOrder, list = 'zh:all') => mostRead(audience, list, order, 5, now);

test('a ranking follows the number of reads within its window', async () => {
  const audience = open();
  await read(audience, 'this-morning', 40, 9 * hour);
  await read(audience, 'just-now', 12, 5 * minute);
  await read(audience, 'this-week', 200, 3 * day);
  expect(await top(audience, 'hour')).toEqual(['just-now']);
  expect(await top(audience, 'day')).toEqual(['this-morning', 'just-now', 'this-week']);
  expect(await top(audience, 'week')).toEqual(['this-week', 'this-morning', 'just-now']);
});

test('reads a window ago weigh a quarter of reads now', async () => {
  const audience = open();
  await read(audience, 'yesterday', 40, day);
  await read(audience, 'more', 11, 0);
  await read(audience, 'fewer', 9, 0);
  expect(await top(audience, 'day')).toEqual(['more', 'yesterday', 'fewer']);
});

test('reads added one by one count as much as reads added at once', async () => {
  const audience = open();
  for (let n = 0; n < 40; n++) await read(audience, 'one-by-one', 1, 0);
  await read(audience, 'at-once', 39, 0);
  await read(audience, 'more', 41, 0);
  expect(await top(audience, 'day')).toEqual(['more', 'one-by-one', 'at-once']);
});

test('each list has a ranking of its own', async () => {
  const audience = open();
  await read(audience, 'match', 9, 0, ['zh:all', 'zh:section:sport']);
  await read(audience, 'budget', 20, 0, ['zh:all', 'zh:section:news', 'zh:section:news/city']);
  expect(await top(audience, 'day', 'zh:section:sport')).toEqual(['match']);
  expect(await top(audience, 'day', 'zh:section:news/city')).toEqual(['budget']);
  expect(await top(audience, 'day')).toEqual(['budget', 'match']);
  expect(await top(audience, 'day', 'en:all')).toEqual([]);
});

test('what is read more than it was is rising, whether or not it is read most', async () => {
  const audience = open();
  for (let ago = 24; ago > 0; ago--) await read(audience, 'evergreen', 30, ago * hour);
  await read(audience, 'evergreen', 30, 0);
  await read(audience, 'breaking', 25, 10 * minute);
  await read(audience, 'one-reader', 1, 0);
  expect(await top(audience, 'day')).toEqual(['evergreen', 'breaking', 'one-reader']);
  expect(await top(audience, 'rising')).toEqual(['breaking', 'evergreen']);
});

test('the reads of a day are told per article, as reads of now', async () => {
  const audience = open();
  await read(audience, 'today', 8, 0);
  await read(audience, 'yesterday', 8, day);
  const weights = await readsOfDay(audience, 'zh:all', ['today', 'yesterday', 'unread'], now);
  expect(weights.get('today')).toBeCloseTo(8);
  expect(weights.get('yesterday')).toBeCloseTo(2);
  expect(weights.has('unread')).toBe(false);
});

test('what was hardly read for weeks is forgotten', async () => {
  const audience = open();
  await read(audience, 'long-ago', 3, 40 * day);
  await read(audience, 'last-week', 1, 7 * day);
  await audience.atomic([forgetReads(now)]);
  expect(await top(audience, 'week')).toEqual(['last-week']);
});

test('every ranking is a walk along an index', async () => {
  const audience = open();
  for (const order of ['hour', 'day', 'week', 'rising']) {
    const plan = await audience.orm.all<{ detail: string }>(
      sql`EXPLAIN QUERY PLAN SELECT article, total FROM reads WHERE list = 'zh:all' ORDER BY ${sql.identifier(order)} DESC LIMIT 10`,
    );
    expect(plan.map((step) => step.detail)).toEqual([`SEARCH reads USING INDEX reads_by_${order} (list=?)`]);
  }
});
