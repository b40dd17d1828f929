import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { InvalidationLog } from '../db/content/invalidation.ts';
import { emptySite } from '../edition/site.ts';
import { Stylesheets } from './firewall/stylesheets.ts';
import { readTarget } from './http/address.ts';
import { securityHeaders } from './http/headers.ts';
import type { Log } from './log.ts';
import type { Renderer } from './pages/fill.ts';
import { Freshness } from './pages/freshness.ts';
import { PageCache } from './pages/page-cache.ts';
import { Pages } from './pages/pages.ts';

/** A folder of its own for a test, removed afterwards. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'server-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A read model that holds nothing but the outbox of invalidations, and the connection a projector would have. */
export function createOutbox(file: string): Sqlite.Database {
  const database = new Sqlite(file);
  database.pragma('journal_mode = WAL');
  database.exec(
    'CREATE TABLE invalidation (seq INTEGER PRIMARY KEY AUTOINCREMENT, tag TEXT NOT NULL, mode TEXT NOT NULL)',
  );
  onTestFinished(() => void database.close());
  return database;
}

export const publish = (outbox: Sqlite.Database, tag: string, mode: 'hard' | 'soft'): void =>
  void outbox.prepare('INSERT INTO invalidation (tag, mode) VALUES (?, ?)').run(tag, mode);

export type Line = Record<string, unknown>;

/** A log that can be read. */
export function recordingLog(): Log & { lines: Line[] } {
  const lines: Line[] = [];
  const write = (line: unknown) => void lines.push(line as Line);
  const log = { lines, error: write, warn: write, info: write, debug: write, isLevelEnabled: () => true };
  return log as unknown as Log & { lines: Line[] };
}

/** A page as the renderer would send it. */
export const page = (text: string): string =>
  `<!DOCTYPE html><html lang="zh-Hans"><head><title>${text}</title></head><body><main><h1>${text}</h1></main></body></html>`;

export const noStylesheets = new Stylesheets(new Map());

/** Pages over a real outbox, with a clock that stands still until it is moved. */
export function openPages(render: Renderer, file = join(testFolder(), 'content.db')) {
  const clock = { now: 1_000_000 };
  const log = recordingLog();
  const cache = new PageCache(1_000_000);
  const now = () => clock.now;
  const freshness = new Freshness({ open: () => new InvalidationLog(`file:${file}`), cache, log, now });
  onTestFinished(() => freshness.close());
  const pages = new Pages({
    render,
    stylesheets: noStylesheets,
    publicUrl: 'https://news.example',
    security: securityHeaders('https://news.example'),
    freshness,
    cache,
    log,
    now,
    timeLimit: 1_000,
    lifetime: 300_000,
    operatorsLinks: new Set(),
  });
  /** What a reader of the path gets: `state status text`. */
  const read = async (path: string): Promise<string> => {
    freshness.check();
    const target = readTarget(emptySite.editions, path);
    if (target.kind !== 'page') throw new Error(`${path} is no page`);
    const { entry, state } = await pages.get(target.address);
    return `${state} ${entry.status} ${entry.location ?? entry.document?.hash.slice(0, 6)}`;
  };
  return { clock, log, cache, freshness, pages, read };
}
