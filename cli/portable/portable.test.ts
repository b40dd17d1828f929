import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { articleBySlug } from '../../db/newsroom/queries/articles.ts';
import { newFeed, saveFeed } from '../../db/newsroom/queries/feeds.ts';
import { readMarkdown } from '../../ingest/markdown.ts';
import { headDocument, reviseArticle, withdrawArticle } from '../../newsroom/articles.ts';
import { chooseNewHosts, decideHost } from '../../newsroom/hosts.ts';
import { getSettings, saveSettings } from '../../newsroom/settings.ts';
import { exportCommand } from '../commands/export.ts';
import { hostsCommand } from '../commands/hosts.ts';
import { importCommand } from '../commands/import.ts';
import { documentFiles } from '../documents.ts';
import { importFiles } from '../importing/run.ts';
import { type TestNewsroom, testNewsroom } from '../newsroom.fixture.ts';
import { showReaders, showReadersAnew } from '../press.ts';
import { exportNewsroom } from './export.ts';
import { importNewsroom, isPortableExport } from './import.ts';

const now = new Date('2026-11-24T08:00:00Z');

const article = (
  slug: string,
  more = '',
  text = '江面在夜里退了一米二，巡堤的人换了[三班](https://tide.example/3)，看[水位](https://gauge.example/)。',
) => `---
title: 夜巡长堤之${slug}
slug: ${slug}
section: news
lang: zh-Hans
authors: [林知远]
source: { name: 望潮日报 }
published: 2026-11-20T08:30:00+08:00
tags: [防汛, 长堤]
lead: { src: levee.png, alt: 长堤, credit: 周野 }
${more}---

${text}

![闸口](levee.png "五号闸 | 周野")
`;

/** A newsroom with an article in every state there is. */
async function busyNewsroom(): Promise<TestNewsroom> {
  const newsroom = await openNewsroom();
  const { press, config, folder } = newsroom;
  const desk = join(folder, 'desk');
  mkdirSync(desk);
  await sharp({ create: { width: 640, height: 360, channels: 3, background: '#357' } })
    .png()
    .toFile(join(desk, 'levee.png'));
  const write = (slug: string, ...more: string[]) => writeFileSync(join(desk, `${slug}.md`), article(slug, ...more));
  write('open', 'related: [moved]\n');
  write('moved');
  write('withdrawn');
  write('scheduled', 'updated: 2027-01-02T08:00:00+08:00\n');
  writeFileSync(join(desk, 'later.md'), article('later').replace('2026-11-20', '2027-11-20'));
  const taking = { section: null, format: 'markdown', fetchImages: false, dryRun: false, now } as const;
  await importFiles(config, await documentFiles([desk]), { ...taking, publish: true }, { outcome: () => {} });
  const drafts = join(folder, 'drafts');
  mkdirSync(drafts);
  copyFileSync(join(desk, 'levee.png'), join(drafts, 'levee.png'));
  writeFileSync(join(drafts, 'draft.md'), article('draft'));
  await importFiles(config, await documentFiles([drafts]), { ...taking, publish: false }, { outcome: () => {} });
  const named = async (slug: string) => {
    const row = await articleBySlug(press.newsroom, slug);
    if (!row) throw new Error(`no article ${slug}`);
    return row;
  };
  const moved = await named('moved');
  const changed = {
    ...(await headDocument(press.newsroom, moved)),
    slug: 'moved-on',
    corrections: [{ at: '2026-11-23T00:00:00Z', text: '闸号有误。' }],
  };
  await reviseArticle(press.newsroom, moved, changed, { now, note: 'correction', publish: true });
  await withdrawArticle(press.newsroom, await named('withdrawn'), '消息来源撤回。', now);
  await decideHost(press.newsroom, 'gauge.example', 'approved', now);
  await chooseNewHosts(press.newsroom, 'hold', now);
  const settings = await getSettings(press.newsroom);
  await saveSettings(press.newsroom, { ...settings, front: [(await named('open')).id] }, now);
  await press.newsroom.atomic([saveFeed({ ...newFeed('https://wire.example/feed'), etag: '"1"' })]);
  await showReaders(press);
  return newsroom;
}

async function openNewsroom(): Promise<TestNewsroom> {
  const newsroom = await testNewsroom();
  onTestFinished(() => newsroom.close());
  return newsroom;
}

/** Every file below a folder with its bytes. */
function bytesBelow(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((file) => [relative(folder, file), readFileSync(file).toString('base64')]),
  );
}

async function exported(newsroom: TestNewsroom): Promise<string> {
  const folder = join(newsroom.folder, 'export');
  await exportNewsroom(newsroom.press, folder);
  return folder;
}

const takeIn = (newsroom: TestNewsroom, folder: string) => importNewsroom(newsroom.press, folder, now, () => {});

test('what was exported, imported and exported again is the same, byte for byte', async () => {
  const from = await busyNewsroom();
  const first = await exported(from);
  const to = await openNewsroom();
  expect(await isPortableExport(first)).toBe(true);
  expect(await takeIn(to, first)).toMatchObject({ articles: 6, pictures: 1 });
  await showReadersAnew(to.press);
  const second = await exported(to);
  expect(bytesBelow(second)).toEqual(bytesBelow(first));
});

test('readers of the imported newsroom get the very records the first one signed', async () => {
  const from = await busyNewsroom();
  const to = await openNewsroom();
  await takeIn(to, await exported(from));
  await showReadersAnew(to.press);
  const seals = ({ press }: TestNewsroom) =>
    press.content.rows({ text: 'SELECT * FROM article_records ORDER BY number', values: [] });
  expect(await seals(to)).toEqual(await seals(from));
});

test('the article to read is one that the Markdown importer takes', async () => {
  const folder = await exported(await busyNewsroom());
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('article.md'),
  );
  expect(files).toHaveLength(6);
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    const draft = readMarkdown(text, { name: file, now, timeZone: 'Asia/Shanghai' });
    expect(draft.authors).toEqual(['林知远']);
    expect(draft.lead?.src).toMatch(/^\.\.\/\.\.\/\.\.\/\.\.\/pictures\/.*\.png$/);
    expect(draft.withdrawn === null).toBe(!file.includes('withdrawn'));
  }
});

/** Changes the first file of an export that ends like this and has what is to be changed. */
function tamper(folder: string, ending: string, change: (text: string) => string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!name.endsWith(ending)) continue;
    const text = readFileSync(join(folder, name), 'utf8');
    if (change(text) === text) continue;
    writeFileSync(join(folder, name), change(text));
    return;
  }
  throw new Error(`nothing to change in ${ending}`);
}

test.each<[string, (folder: string) => void, RegExp]>([
  [
    'a record that was changed',
    (folder) => tamper(folder, 'record-1.json', (text) => text.replace('夜巡', '博彩')),
    /record-1\.json: it is not the record that was signed/,
  ],
  [
    'a seal that was changed',
    (folder) =>
      tamper(folder, 'article.json', (text) => text.replace('"previous": null', `"previous": "${'a'.repeat(64)}"`)),
    /does not follow the one before it/,
  ],
  [
    'a field nobody knows',
    (folder) => tamper(folder, 'revision-1.json', (text) => text.replace('"note"', '"html": "<b>", "note"')),
    /revision-1\.json, the whole: .*html/,
  ],
  [
    'a revision that is missing',
    (folder) =>
      rmSync(
        join(
          folder,
          readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) =>
            name.endsWith('revision-2.json'),
          ) as string,
        ),
      ),
    /revision-2\.json is missing/,
  ],
  ['a picture that was replaced', (folder) => tamper(folder, '.png', (text) => `${text} `), /its bytes are not those/],
  [
    'an article that is missing',
    (folder) => rmSync(join(folder, 'articles', '2027'), { recursive: true }),
    /it is not complete/,
  ],
])('%s is refused by name, and nothing of the export is taken', async (_, damage, said) => {
  const folder = await exported(await busyNewsroom());
  damage(folder);
  const to = await openNewsroom();
  await expect(takeIn(to, folder)).rejects.toThrow(said);
  expect(await to.press.newsroom.rows({ text: 'SELECT * FROM articles', values: [] })).toEqual([]);
  expect((await getSettings(to.press.newsroom)).site.sections).toHaveLength(1);
});

test('a newsroom that holds anything takes no other one, and an export writes over nothing', async () => {
  const newsroom = await busyNewsroom();
  const folder = await exported(newsroom);
  await expect(takeIn(newsroom, folder)).rejects.toThrow('only imported into an empty one');
  await expect(exportNewsroom(newsroom.press, folder)).rejects.toThrow('is there already');
});

test('the commands do it from the line: export, import into an empty newsroom, hosts as they were', async () => {
  const from = await busyNewsroom();
  const folder = join(from.folder, 'moving');
  expect(await exportCommand.run(['--json', folder], from.config)).toBe(0);
  const to = await openNewsroom();
  expect(await importCommand.run(['--json', folder], to.config)).toBe(0);
  expect(await hostsCommand.run(['approve', '--json', 'tide.example'], to.config)).toBe(0);
  await expect(importCommand.run([folder], to.config)).rejects.toThrow('only imported into an empty one');
  await expect(exportCommand.run([folder, 'open'], from.config)).rejects.toThrow('takes no articles');
  await expect(exportCommand.run(['--format', 'pdf', folder], from.config)).rejects.toThrow('choose one of');
});
