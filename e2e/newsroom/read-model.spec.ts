import { readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentRows } from '../content-rows.ts';
import { request } from '../request.ts';
import { expect, type OwnSite, test } from '../site.ts';

const article = '/news/districts/2019/03/01/standard-zh-hans';
const seen = ['/', '/en', '/news', article, '/tag/shi-yan-biao-qian'];
const unseen = '/news/districts/2019/03/01/longread-zh-hans';

/** What can happen to the read model behind a running site's back. */
const accidents: Record<string, (file: string) => void> = {
  'is deleted': (file) => rmSync(file),
  'is deleted with its log': (file) => {
    for (const name of [file, `${file}-wal`, `${file}-shm`]) rmSync(name, { force: true });
  },
  'is cut in half': (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
  'is emptied': (file) => truncateSync(file, 0),
  'becomes something else': (file) => writeFileSync(file, 'no database. '.repeat(100_000)),
  'is garbled in the middle': (file) => {
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill('?', 20_000, Math.floor(bytes.length * 0.8)));
  },
};

for (const [what, befall] of Object.entries(accidents)) {
  test(`content.db ${what} while it is served: readers keep the last good pages, and it comes back whole`, async ({
    own,
  }) => {
    const before = contentRows(own.dataDir);
    const pages = await readAll(own, seen);
    befall(join(own.dataDir, 'content.db'));
    expect(await readAll(own, seen)).toEqual(pages);
    expect([200, 500]).toContain((await request(own.url + unseen)).status);
    expect((await request(`${own.url}/healthz`)).status).toBe(200);

    const { code, stderr } = await own.dateline('publish', '--all');
    expect([code, stderr]).toEqual([0, expect.any(String)]);
    expect(contentRows(own.dataDir)).toEqual(before);
    await expect.poll(async () => (await request(own.url + unseen)).status).toBe(200);
    expect((await own.dateline('withdraw', 'standard-zh-hans', '--reason', '试验')).code).toBe(0);
    await expect.poll(async () => (await request(own.url + article)).status).toBe(410);
  });
}

const readAll = (own: OwnSite, paths: readonly string[]) =>
  Promise.all(paths.map(async (path) => [path, (await request(own.url + path)).text]));
