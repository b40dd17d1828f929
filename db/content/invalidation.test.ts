import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { InvalidationLog } from './invalidation.ts';
import { openContentWriter } from './writer.ts';

function contentFile(): { file: string; url: string; write: (sql: string) => void } {
  const folder = mkdtempSync(join(tmpdir(), 'invalidation-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'content.db');
  openContentWriter(`file:${file}`).close();
  const writer = new Sqlite(file);
  onTestFinished(() => void writer.close());
  return { file, url: `file:${file}`, write: (sql) => void writer.exec(sql) };
}

function openLog(url: string): InvalidationLog {
  const log = new InvalidationLog(url);
  onTestFinished(() => log.close());
  return log;
}

const insert = (...tags: string[]) =>
  `INSERT INTO invalidation (tag, mode) VALUES ${tags.map((tag) => `('${tag}', 'hard')`).join(', ')}`;

test('a commit of another connection is noticed once', () => {
  const { url, write } = contentFile();
  const log = openLog(url);
  log.changed();
  expect(log.changed()).toBe(false);
  write(insert('site'));
  expect(log.changed()).toBe(true);
  expect(log.changed()).toBe(false);
});

test('what was published after a point is drained in order', () => {
  const { url, write } = contentFile();
  const log = openLog(url);
  write(insert('card:1', 'card:2'));
  expect(log.drain(0)).toEqual({
    head: 2,
    lost: false,
    entries: [
      { seq: 1, tag: 'card:1', mode: 'hard' },
      { seq: 2, tag: 'card:2', mode: 'hard' },
    ],
  });
  expect(log.drain(1).entries).toHaveLength(1);
  expect(log.drain(2)).toEqual({ head: 2, lost: false, entries: [] });
});

test('entries that were pruned before they were read make the history lost', () => {
  const { url, write } = contentFile();
  const log = openLog(url);
  write(insert('a', 'b', 'c'));
  write('DELETE FROM invalidation WHERE seq <= 2');
  expect(log.drain(2).lost).toBe(false);
  expect(log.drain(1).lost).toBe(true);
  write('DELETE FROM invalidation');
  expect(log.drain(2)).toMatchObject({ lost: true, head: 3 });
  expect(log.drain(3).lost).toBe(false);
});

test('a history that ends earlier than ours is another one', () => {
  const { url } = contentFile();
  expect(openLog(url).drain(7).lost).toBe(true);
});

test('another file at the address is noticed, a missing one is not mistaken for it', () => {
  const { file, url } = contentFile();
  const log = openLog(url);
  expect(log.replaced()).toBe(false);
  renameSync(file, `${file}.away`);
  expect(log.replaced()).toBe(false);
  writeFileSync(file, 'x');
  expect(log.replaced()).toBe(true);
});

test('a file that is missing, or no database, or another database, cannot be opened', () => {
  const { file } = contentFile();
  expect(() => new InvalidationLog(`file:${file}.none`)).toThrow();
  writeFileSync(`${file}.text`, 'this is not a database, though it is long enough to be looked at as one'.repeat(20));
  expect(() => new InvalidationLog(`file:${file}.text`)).toThrow('not a database');
  new Sqlite(`${file}.empty`).close();
  expect(() => new InvalidationLog(`file:${file}.empty`)).toThrow();
});
