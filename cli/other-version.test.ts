import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openAudienceWriter } from '../db/audience/writer.ts';
import { createArticle } from '../newsroom/articles.ts';
import { document } from '../publish/press.fixture.ts';
import { testNewsroom } from './newsroom.fixture.ts';
import { showReaders } from './press.ts';

/** A data folder with one published article and counted reads, whose files an earlier version is then said to have made. */
async function dataFolder() {
  const { press, folder, config, close } = await testNewsroom();
  onTestFinished(close);
  const options = { now: new Date(), note: 'test', publish: true };
  await createArticle(press.newsroom, document('one', { section: 'news' }), options);
  await showReaders(press);
  press.close();
  openAudienceWriter(config.audienceDatabaseUrl).close();
  const inFile = <T>(name: string, look: (client: Sqlite.Database) => T): T => {
    const client = new Sqlite(join(folder, name));
    try {
      return look(client);
    } finally {
      client.close();
    }
  };
  const dateline = (...args: string[]) =>
    spawnSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'main.ts'), ...args],
      { encoding: 'utf8', env: { ...process.env, DATA_DIR: folder, SAMPLE: '0' } },
    );
  return { folder, inFile, dateline };
}

test('what readers see is made anew when another version made it, and the log says so', async () => {
  const { folder, inFile, dateline } = await dataFolder();
  inFile('content.db', (client) => client.exec('ALTER TABLE articles DROP COLUMN seal'));
  const { status, stderr } = dateline('prepare');
  expect([status, stderr]).toEqual([
    0,
    `content.db was of another version; it is made anew, and the old one kept as ${folder}/content.db.other-version\n`,
  ]);
  expect(inFile('content.db', (client) => client.prepare('SELECT count(*) FROM articles').pluck().get())).toBe(1);
  expect(dateline('prepare')).toMatchObject({ status: 0, stderr: '' });
});

test('what readers see is made anew when somebody put a program into it', async () => {
  const { inFile, dateline } = await dataFolder();
  inFile('content.db', (client) =>
    client.exec('CREATE TRIGGER spam AFTER INSERT ON invalidation BEGIN UPDATE articles SET listed = 0; END'),
  );
  expect(dateline('prepare')).toMatchObject({ status: 0, stderr: expect.stringContaining('it is made anew') });
  const triggers = "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'";
  expect(inFile('content.db', (client) => client.prepare(triggers).pluck().get())).toBe(0);
});

test('reads are counted anew when another version counted them, and the log says so', async () => {
  const { folder, inFile, dateline } = await dataFolder();
  inFile('audience.db', (client) => client.exec('DROP TABLE sightings'));
  expect(dateline('mirrors')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining(`${folder}/audience.db was made by another version of Dateline: sightings in it`),
  });
  expect(dateline('prepare')).toMatchObject({
    status: 0,
    stderr: `audience.db was of another version; reads are counted anew, and the old file kept as ${folder}/audience.db.other-version\n`,
  });
  expect(dateline('mirrors')).toMatchObject({ status: 0, stdout: expect.stringContaining('nobody was seen') });
});

test('a newsroom of another version is left as it is, and so is the one a backup of it was to replace', async () => {
  const { folder, inFile, dateline } = await dataFolder();
  const [file, backup] = [join(folder, 'newsroom.db'), join(folder, 'backup.db')];
  copyFileSync(file, backup);
  inFile('backup.db', (client) => client.exec('ALTER TABLE articles DROP COLUMN created_at'));
  const refused = dateline('restore', backup);
  expect(refused.status).toBe(2);
  expect(refused.stderr).toMatch(
    /backup\.db is no sound backup of a newsroom \(.*another version.*nothing was changed/,
  );
  expect(dateline('prepare').status).toBe(0);

  inFile('newsroom.db', (client) => client.exec('ALTER TABLE articles DROP COLUMN created_at'));
  const before = readFileSync(file);
  for (const command of [['prepare'], ['publish', '--all']]) {
    const { status, stderr } = dateline(...command);
    expect([status, stderr.split('\n').length]).toEqual([2, 2]);
    expect(stderr).toMatch(
      /newsroom\.db was made by another version of Dateline: articles in it is not .* Nothing was changed\. Start the version/,
    );
  }
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(existsSync(`${file}.other-version`)).toBe(false);
});
