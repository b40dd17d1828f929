import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Edition } from '../edition/site.ts';
import { listBuild } from '../server/build-files.ts';
import { checkFeed, checkFeeds } from '../watch/check-feeds.ts';
import { checkCanary, checkNowhere, checkSitemap } from '../watch/check-site.ts';
import { lookAt, passOver } from '../watch/cycle.ts';
import type { Finding } from '../watch/finding.ts';
import { seePage } from '../watch/seen-page.ts';
import { SignedSite } from '../watch/signed-site.ts';
import { Unproven } from '../watch/unproven.ts';
import { besidePages, ofProofs, onArticles, type Pattern } from './hijack-patterns.ts';
import { request } from './request.ts';
import { openProxy } from './rewriting-proxy.ts';
import { expect, sampleTemplate, test } from './site.ts';
import {
  copyDataDir,
  dateline,
  freePort,
  removeDataDir,
  resultOf,
  type SiteProcess,
  startDateline,
  startSite,
} from './site-process.ts';

/**
 * Every pattern of docs/threats.md, done to a running site. What the site cannot prevent the watcher has to tell of, by the
 * rule that stands for it: each is expected by name, so that a check that is gone fails here.
 */
test.describe.configure({ mode: 'serial' });

type Own = { proxy: Awaited<ReturnType<typeof openProxy>>; site: SiteProcess; dataDir: string; alarms: string[] };
let own: Own;
let article = '';

test.beforeAll(async () => {
  const proxy = await openProxy();
  const port = await freePort();
  const dataDir = copyDataDir(sampleTemplate());
  const alarms: string[] = [];
  const site = await startSite(
    dataDir,
    { PUBLIC_URL: proxy.url, PORT: String(port), LOG_LEVEL: 'error' },
    { onLog: (line) => alarms.push(line) },
  );
  proxy.target = `http://127.0.0.1:${port}`;
  own = { proxy, site, dataDir, alarms };
  const feed = JSON.parse((await request(`${proxy.url}/feed.json`)).text) as { items: { url: string }[] };
  article = new URL(feed.items[0]?.url as string).pathname;
});

test.afterAll(async () => {
  own.proxy.close();
  await own.site.stop();
  removeDataDir(own.dataDir);
});

/** Rules by which a look found something. */
async function rulesOf(look: (site: SignedSite) => Promise<Finding[]>): Promise<string[]> {
  const site = new SignedSite(own.proxy.url, null);
  try {
    await site.refresh();
    return (await look(site)).map(({ rule }) => rule);
  } catch (error) {
    if (!(error instanceof Unproven)) throw error;
    return [error.finding.rule];
  }
}

const onArticle = () => rulesOf((site) => lookAt(site, article));
/** The watcher's looks beside the pages, by what their rules begin with. */
const looks: Record<string, (site: SignedSite) => Promise<Finding[]>> = {
  'site.missing': checkNowhere,
  'site.echo': checkCanary,
  sitemap: checkSitemap,
  feed: checkFeeds,
};
const lookFor = (rule: string) => () =>
  rulesOf((looks[rule] ?? looks[rule.split('.', 1)[0] as string]) as (site: SignedSite) => Promise<Finding[]>);

async function expectFound(
  patterns: readonly Pattern[],
  look: (rule: string) => () => Promise<string[]>,
): Promise<void> {
  for (const { name, rule, rewrite } of patterns) {
    own.proxy.rewrite = rewrite;
    expect(await look(rule)(), name).toContain(rule);
  }
  own.proxy.rewrite = null;
}

test('what somebody makes of articles on their way to visitors is found', () =>
  expectFound(onArticles, () => onArticle));

test('what somebody makes of sitemaps, feeds, searches and addresses nobody published is found', () =>
  expectFound(besidePages, lookFor));

test('what somebody makes of the feed of a section or of a tag is found', async () => {
  own.proxy.rewrite = (passing) => {
    if (/^\/(?:news|tag\/[a-z-]+)\/feed\.xml$/.test(passing.path))
      passing.body = passing.body.replace('<item><title>', '<item><title>澳门赌场');
  };
  for (const of of [
    { page: 'section', section: 'news' } as const,
    { page: 'tag', slug: 'tong-jiang-er-qiao' } as const,
  ])
    expect(await rulesOf((site) => checkFeed(site, site.site.editions[0] as Edition, of, 'rss'))).toEqual([
      'feed.words',
    ]);
  own.proxy.rewrite = null;
});

test('keys and registers of others are believed by nobody', () => expectFound(ofProofs, () => onArticle));

test('a healthy site raises nothing, pass after pass, while articles are published', async () => {
  const { proxy, dataDir } = own;
  const site = new SignedSite(proxy.url, null);
  const news = join(dataDir, 'news');
  mkdirSync(news);
  for (const turn of [1, 2]) {
    const file = join(news, `${turn}.md`);
    writeFileSync(
      file,
      `---\ntitle: 桥面今晚封闭${turn}\nslug: closed-${turn}\nsection: news\nlang: zh-Hans\n---\n\n今晚十点起封闭两小时。\n`,
    );
    const [findings, published] = await Promise.all([
      passOver(site, { articles: 3 }),
      dateline(dataDir, 'import', '--publish', file),
    ]);
    expect(published.code, published.stdout).toBe(0);
    expect(findings).toEqual([]);
  }
});

test('the watcher tells within a minute of whatever several hijackers do at once', async () => {
  test.setTimeout(120_000);
  const { proxy, dataDir } = own;
  const began = Date.now();
  // Each of these on its own; those that hide the others are tried by themselves.
  const together = [...onArticles, ...besidePages].filter(({ rule }) =>
    /^(?:page\.words|page\.link|page\.meta|page\.foreign|cloaking\.body|site\.missing|site\.echo|feed\.\w+)$/.test(
      rule,
    ),
  );
  proxy.rewrite = (passing) => {
    for (const { rewrite } of together) rewrite(passing);
  };
  const watcher = startDateline(dataDir, ['watch', proxy.url, '--articles', '2', '--json']);
  const wanted = new Set(together.map(({ rule }) => rule));
  const told = new Set<string>();
  watcher.stdout.on('data', (chunk) => {
    for (const [, rule] of String(chunk).matchAll(/"rule":"([^"]*)"/g)) told.add(rule as string);
    if ([...wanted].every((rule) => told.has(rule))) watcher.kill('SIGTERM');
  });
  const late = setTimeout(() => watcher.kill('SIGTERM'), 60_000);
  await resultOf(watcher);
  clearTimeout(late);
  proxy.rewrite = null;
  expect([...wanted].filter((rule) => !told.has(rule))).toEqual([]);
  expect(Date.now() - began).toBeLessThan(60_000);
});

test('rows that somebody edits in the running site’s database reach nobody, and the alarm names them', async () => {
  const { site, dataDir, alarms } = own;
  const paths = ['/', article, '/news', '/feed.xml', '/sitemap.xml'];
  const genuine = new Map<string, string>();
  for (const path of paths) genuine.set(path, signedPart(path, (await request(site.url + path)).text));
  const client = new Sqlite(join(dataDir, 'content.db'));
  const edits: [table: string, edit: string][] = [
    ['articles', `UPDATE articles SET card = replace(card, '"headline":"', '"headline":"澳门赌场')`],
    ['site', `UPDATE site SET record = replace(record, '望潮', '赌潮')`],
    ['listing', 'DELETE FROM listing WHERE number % 2 = 0'],
  ];
  for (const [table, edit] of edits) {
    alarms.length = 0;
    client.exec(`CREATE TEMP TABLE kept AS SELECT * FROM "${table}"`);
    client.exec(edit);
    client.exec(`INSERT INTO invalidation (tag, mode) VALUES ('*', 'soft')`);
    await new Promise((later) => setTimeout(later, 700));
    for (const path of paths) {
      const { status, text } = await request(site.url + path);
      expect(/澳门赌场|赌潮/.test(text), `${path} after ${edit}`).toBe(false);
      expect(status === 503 || signedPart(path, text) === genuine.get(path), `${path} after ${edit}: ${status}`).toBe(
        true,
      );
    }
    // A list that was proven once is not read again: there is nothing to tell of then.
    if (table !== 'listing') expect(alarms.join('\n'), edit).toContain(`"table":"${table}"`);
    client.exec(`DELETE FROM "${table}"; INSERT INTO "${table}" SELECT * FROM kept; DROP TABLE kept`);
    client.exec(`INSERT INTO invalidation (tag, mode) VALUES ('*', 'hard')`);
  }
  client.close();
  await expect.poll(async () => (await request(`${site.url}/`)).status).toBe(200);
});

test('pages that were built and then changed are not started; and where that check is passed by, the watcher finds the words', async () => {
  test.setTimeout(120_000);
  const folder = copyProgram();
  const dataDir = copyDataDir(sampleTemplate());
  try {
    const touched = changeTemplate(folder);
    await expect(startSite(dataDir, {}, { folder, onLog: (line) => own.alarms.push(line) })).rejects.toThrow();
    expect(own.alarms.join('\n')).toContain(touched);
    expect(own.alarms.join('\n')).toContain('not as built');
    // What only somebody does who knows of the list, and may write it.
    listBuild(folder);
    const site = await startSite(dataDir, {}, { folder });
    const watched = new SignedSite(site.url, null);
    await watched.refresh();
    const found = (await lookAt(watched, article)).map(({ rule, found: text }) => `${rule} ${text}`);
    await site.stop();
    expect(found.join('\n')).toMatch(/page\.(?:words|data) .*赌场/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    removeDataDir(dataDir);
  }
});

/** What readers do not change by reading: pages also show what is read most. */
function signedPart(path: string, text: string): string {
  if (path.endsWith('.xml')) return text;
  const { title, headings, articleText } = seePage(text);
  return JSON.stringify([title, headings, articleText]);
}

const root = resolve(import.meta.dirname, '..');

/** The program with its build under other names: what is changed there changes nothing here. */
function copyProgram(): string {
  const folder = join(root, 'test-results', 'changed-build');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(root)) {
    if (['.git', 'test-results', '.next', 'server', 'package.json'].includes(name)) continue;
    symlinkSync(join(root, name), join(folder, name));
  }
  for (const name of ['server', 'package.json']) cpSync(join(root, name), join(folder, name), { recursive: true });
  mkdirSync(join(folder, '.next'));
  for (const name of readdirSync(join(root, '.next')).filter(
    (entry) => !/^(?:cache|diagnostics|types|trace)/.test(entry),
  ))
    execFileSync('cp', ['-a', join(root, '.next', name), join(folder, '.next')]);
  return folder;
}

/** Puts a word into every template that leads to the front page. Returns the first file it changed. */
function changeTemplate(folder: string): string {
  const chunks = join('.next', 'server', 'chunks');
  const changed: string[] = [];
  for (const name of readdirSync(join(folder, chunks), { recursive: true, encoding: 'utf8' }).sort()) {
    if (!name.endsWith('.js')) continue;
    const file = join(folder, chunks, name);
    const text = readFileSync(file, 'utf8');
    if (!text.includes('front:"首页"')) continue;
    writeFileSync(file, text.replaceAll('front:"首页"', 'front:"赌场"'));
    changed.push(join(chunks, name));
  }
  return changed[0] as string;
}
