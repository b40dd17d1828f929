import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { emptySite } from '../edition/site.ts';
import { createArticle } from '../newsroom/articles.ts';
import { saveSettings } from '../newsroom/settings.ts';
import { document } from '../publish/press.fixture.ts';
import { projectPending } from '../publish/projector.ts';
import { type Config, readConfig } from '../server/config.ts';
import { backupCommand } from './commands/backup.ts';
import { doctorCommand } from './commands/doctor.ts';
import { restoreCommand } from './commands/restore.ts';
import { openPress } from './press.ts';

async function openPaper(): Promise<{ folder: string; config: Config; publish(slug: string): Promise<number> }> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-backup-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const config = readConfig({ DATA_DIR: join(folder, 'data'), SAMPLE: '0' });
  const work = async <T>(look: (press: ReturnType<typeof openPress>) => Promise<T>): Promise<T> => {
    const press = openPress(config);
    try {
      return await look(press);
    } finally {
      press.close();
    }
  };
  const sections = [
    { path: 'news', names: { 'zh-Hans': '要闻' } },
    { path: 'news/city', names: { 'zh-Hans': '本市' } },
  ];
  await work((press) => saveSettings(press.newsroom, { site: { ...emptySite, sections }, front: [] }, new Date()));
  const publish = (slug: string) =>
    work(async (press) => {
      await createArticle(press.newsroom, document(slug), { now: new Date(), note: 'test', publish: true });
      return projectPending(press);
    });
  return { folder, config, publish };
}

async function paths({ config }: { config: Config }): Promise<string[]> {
  const press = openPress(config);
  const rows = await press.content.orm.all<{ path: string }>(sql`SELECT path FROM articles ORDER BY number`);
  press.close();
  return rows.map(({ path }) => path.split('/').at(-1) as string);
}

test('what was backed up is what readers see after a restore, under a sequence that goes on', async () => {
  const paper = await openPaper();
  await paper.publish('one');
  const file = join(paper.folder, 'backup.db');
  expect(await backupCommand.run([file], paper.config)).toBe(0);
  expect(existsSync(`${file}.key`)).toBe(false);
  const reached = await paper.publish('two');
  expect(await paths(paper)).toEqual(['one', 'two']);
  expect(await restoreCommand.run([file], paper.config)).toBe(0);
  expect(await paths(paper)).toEqual(['one']);
  expect(await paper.publish('three')).toBeGreaterThan(reached);
  expect(await doctorCommand.run(['--json'], paper.config)).toBe(0);
});

test('the key is in a backup only when that was said, and for its owner only', async () => {
  const paper = await openPaper();
  const file = join(paper.folder, 'backup.db');
  await backupCommand.run([file, '--with-key'], paper.config);
  expect(statSync(`${file}.key`).mode & 0o777).toBe(0o600);
  await expect(backupCommand.run([file], paper.config)).rejects.toThrow('is there already');
});

test('a file that is no backup changes nothing', async () => {
  const paper = await openPaper();
  await paper.publish('one');
  const file = join(paper.folder, 'other.db');
  writeFileSync(file, 'no database');
  await expect(restoreCommand.run([file], paper.config)).rejects.toThrow('nothing was changed');
  await expect(restoreCommand.run([join(paper.folder, 'none')], paper.config)).rejects.toThrow('there is no file');
  expect(await paths(paper)).toEqual(['one']);
});

test('the doctor names a row that was changed behind the newsroom’s back', async () => {
  const paper = await openPaper();
  await paper.publish('one');
  const press = openPress(paper.config);
  await press.content.atomic([sql`UPDATE articles SET card = replace(card, '标题', '广告')`]);
  press.close();
  expect(await doctorCommand.run(['--json'], paper.config)).toBe(1);
});
