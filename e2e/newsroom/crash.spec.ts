import { once } from 'node:events';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { contentRows } from '../content-rows.ts';
import { request } from '../request.ts';
import { expect, sampleTemplate, test } from '../site.ts';
import { dateline, newDataDir, removeDataDir, resultOf, startDateline, startSite } from '../site-process.ts';

const perFolder = 8;

test('an importer killed at any instant leaves nothing half done: the next start shows what was published', async ({
  own,
}) => {
  await own.stop();
  const folders: string[] = [];
  for (const instant of [0, 15, 40, 90, 180, 400]) {
    const folder = bulletins(own.dataDir, `killed-${instant}`);
    folders.push(folder);
    await importAndKill(own.dataDir, folder, instant);
  }
  const site = await startSite(own.dataDir);
  expect(outboxOf(own.dataDir)).toMatchObject({ left: 0 });
  for (const path of publishedPaths(own.dataDir, 'killed-'))
    expect((await request(site.url + path)).status, path).toBe(200);

  expect((await own.dateline('import', '--publish', '--section', 'news', ...folders)).code).toBe(0);
  const everything = folders.length * perFolder;
  expect(new Set(publishedPaths(own.dataDir, 'killed-')).size).toBe(everything);
  expect(publishedPaths(own.dataDir, 'killed-')).toHaveLength(everything);
  const asGrown = contentRows(own.dataDir);
  expect((await own.dateline('publish', '--all')).code).toBe(0);
  expect(contentRows(own.dataDir)).toEqual(asGrown);
  await site.stop();
});

test('a first start that was killed while it loaded the sample edition loads the rest at the next', async () => {
  const dataDir = newDataDir();
  cpSync(join(sampleTemplate(), 'media'), join(dataDir, 'media'), { recursive: true });
  const child = startDateline(dataDir, ['prepare']);
  await expect.poll(() => outboxOf(dataDir).last, { timeout: 30_000 }).toBeGreaterThan(20);
  child.kill('SIGKILL');
  await once(child, 'close');
  expect((await dateline(dataDir, 'prepare')).code).toBe(0);
  const ofSample = (folder: string) => slugsOf(folder).filter((slug) => !/-(?:zh-hans|en)$/.test(slug));
  expect(ofSample(dataDir)).toEqual(ofSample(sampleTemplate()));
  removeDataDir(dataDir);
});

for (const [largestFile, where] of [
  [8, 'at once'],
  [160, 'while pictures are stored'],
  [700, 'while renditions are made'],
  [2_500, 'wherever it is'],
] as const) {
  test(`a disk that is full ${where}: the command says so, readers notice nothing, and it can be given again`, async ({
    own,
  }) => {
    const folder = bulletins(own.dataDir, 'full');
    const front = (await request(own.url)).text;
    const command = ['import', '--publish', '--section', 'news', folder];
    const { code, stderr } = await resultOf(startDateline(own.dataDir, command, largestFile));
    if (code !== 0) expect([code, stderr]).toEqual([2, expect.stringMatching(/the disk is full or cannot be written/)]);
    expect((await request(own.url)).text).toBe(front);
    for (const path of publishedPaths(own.dataDir, 'full-'))
      expect([200, 404], path).toContain((await request(own.url + path)).status);

    expect((await own.dateline(...command)).code).toBe(0);
    expect(publishedPaths(own.dataDir, 'full-')).toHaveLength(perFolder);
    for (const path of publishedPaths(own.dataDir, 'full-'))
      await expect.poll(async () => (await request(own.url + path)).status, path).toBe(200);
  });
}

test('SIGTERM lets answers under way finish and ends with 0', async ({ own }) => {
  const answers = Array.from({ length: 40 }, (_, number) =>
    request(`${own.url}/search?q=${number}`).then(
      ({ status, text }) => (text.endsWith('</html>') ? status : 'cut off'),
      (error) => error.code,
    ),
  );
  await Promise.race(answers);
  expect(await own.stop()).toBe(0);
  for (const answer of await Promise.all(answers)) expect([200, 'ECONNREFUSED', 'ECONNRESET']).toContain(answer);
  expect((await Promise.all(answers)).filter((answer) => answer === 200).length).toBeGreaterThan(1);
});

/** Kills the import so many ms after its first publication is in the outbox. */
async function importAndKill(dataDir: string, folder: string, instant: number): Promise<void> {
  const before = outboxOf(dataDir).last;
  const child = startDateline(dataDir, ['import', '--publish', '--section', 'news', folder]);
  const ended = once(child, 'close');
  while (outboxOf(dataDir).last === before && child.exitCode === null) await wait(2);
  await wait(instant);
  child.kill('SIGKILL');
  await ended;
}

function bulletins(dataDir: string, name: string): string {
  const folder = join(dataDir, name);
  mkdirSync(folder);
  const pictures = ['', 'harbor-dawn.jpg', 'night-market.jpg'];
  for (let number = 0; number < perFolder; number++) {
    const picture = pictures[number % 3] as string;
    const lead = number % 3 === 0 ? '' : `lead: { src: ${number}.jpg, alt: 图 }\n`;
    if (lead) cpSync(resolve(import.meta.dirname, '../../sample/pictures', picture), join(folder, `${number}.jpg`));
    const head = `title: ${name}第${number}条\nslug: ${name}-${number}\nlang: zh-Hans\ntags: [急停]\n${lead}`;
    writeFileSync(
      join(folder, `${number}.md`),
      `---\n${head}published: 2026-01-0${number + 1}T00:00:00Z\n---\n\n正文。\n`,
    );
  }
  return folder;
}

/** The last publication, and how many of them readers do not see yet. */
function outboxOf(dataDir: string): { last: number; left: number } {
  const last = ask<number>(dataDir, 'newsroom', 'SELECT coalesce(max(seq), 0) FROM publications')[0] ?? 0;
  const shown = ask<number>(dataDir, 'content', 'SELECT sequence FROM register')[0] ?? 0;
  return { last, left: last - shown };
}

const publishedPaths = (dataDir: string, name: string): string[] =>
  ask<string>(
    dataDir,
    'newsroom',
    `SELECT path FROM articles WHERE path IS NOT NULL AND slug LIKE '${name}%' ORDER BY path`,
  );

const slugsOf = (dataDir: string): string[] =>
  ask<string>(dataDir, 'newsroom', 'SELECT slug FROM articles ORDER BY slug');

/** Nothing while the database is not there yet. */
function ask<T>(dataDir: string, name: string, query: string): T[] {
  try {
    const database = new Sqlite(join(dataDir, `${name}.db`), { readonly: true, fileMustExist: true });
    try {
      return database.prepare(query).pluck().all() as T[];
    } finally {
      database.close();
    }
  } catch (error) {
    if (/SQLITE_(?:CANTOPEN|ERROR|BUSY)/.test(String((error as { code?: string }).code))) return [];
    throw error;
  }
}
