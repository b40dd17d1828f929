import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { type Database, databaseFile, openDatabase } from '../db/client.ts';
import { differences } from '../db/content/comparison.ts';
import { articleById } from '../db/newsroom/queries/articles.ts';
import { saveTopic } from '../db/newsroom/queries/topics.ts';
import { createArticle, reviseArticle, withdrawArticle } from '../newsroom/articles.ts';
import { document } from '../publish/press.fixture.ts';
import { compareReadModel } from './comparing.ts';
import { testNewsroom } from './newsroom.fixture.ts';
import { showReaders } from './press.ts';

const tag = { slug: 'qiao', name: '桥' };
const text = (words: string) => ({
  type: 'doc' as const,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: words }] }],
});

/** A paper of some articles, one moved and corrected, one withdrawn, published one after the other. */
async function openPaper() {
  const newsroom = await testNewsroom();
  onTestFinished(newsroom.close);
  const { press, config } = newsroom;
  const options = { now: new Date('2026-03-01T00:00:00Z'), note: 'test', publish: true };
  await press.newsroom.atomic([saveTopic(press.newsroom, { kind: 'tag', ...tag })]);
  const ids: string[] = [];
  for (let n = 0; n < 70; n++) {
    const fields = { section: 'news', tags: [tag], body: text(`江上的第${n}座桥今天合龙，渡船照常。`) };
    ids.push((await createArticle(press.newsroom, document(`a${n}`, fields), options)).id);
    if (n % 9 === 0) await showReaders(press);
  }
  const [moved, gone] = [
    await articleById(press.newsroom, ids[3] as string),
    await articleById(press.newsroom, ids[4] as string),
  ];
  if (!moved || !gone) throw new Error('not saved');
  const corrections = [{ at: '2026-02-20T00:00:00Z', text: '应为三米。' }];
  const changed = document('moved', { section: 'news', tags: [tag], corrections });
  await reviseArticle(press.newsroom, moved, changed, options);
  await withdrawArticle(press.newsroom, gone, '误发', options.now);
  await showReaders(press);
  press.close();
  const tamper = (statement: string) => {
    const client = new Sqlite(databaseFile(config.contentDatabaseUrl));
    try {
      client.exec(statement);
    } finally {
      client.close();
    }
  };
  return { config, tamper, folder: newsroom.folder };
}

test('a read model that grew publication by publication is what publishing all of it makes, and nothing is left behind', async () => {
  const { config, folder } = await openPaper();
  expect(await compareReadModel(config)).toContain('every row');
  expect(readdirSync(folder).filter((name) => name.includes('twin'))).toEqual([]);
});

const attacks: [table: string, tampering: string][] = [
  ['article_records', "UPDATE article_records SET record = x'00' WHERE number = 9"],
  ['articles', "UPDATE articles SET card = replace(card, '标题', '赌场') WHERE number = 8"],
  ['former_seals', 'DELETE FROM former_seals'],
  ['keyword_postings', 'DELETE FROM keyword_postings WHERE term = (SELECT min(term) FROM keyword_postings)'],
  ['listing', 'DELETE FROM listing WHERE number = 11'],
  ['list_marks', 'UPDATE list_marks SET before = before + 1'],
  ['redirects', "INSERT INTO redirects SELECT '/news/2026/02/01/casino', article, shelf FROM redirects LIMIT 1"],
  ['search_head', 'DELETE FROM search_head WHERE rowid = 12'],
  ['search_places', "UPDATE search_places SET headline = '赌场' WHERE number = 12"],
  ['search_text', 'DELETE FROM search_text WHERE rowid = 13'],
  ['lists', 'UPDATE lists SET count = count + 1'],
  ['sitemap_files', 'DELETE FROM sitemap_files'],
  ['suggestions', 'DELETE FROM suggestions'],
  ['topics', "UPDATE topics SET record = replace(record, '桥', '赌')"],
];

test('whatever was changed since is named by its table and row, the search index included', async () => {
  const { config, tamper, folder } = await openPaper();
  const file = databaseFile(config.contentDatabaseUrl);
  const genuine = join(folder, 'genuine.db');
  copyFileSync(file, genuine);
  for (const [table, tampering] of attacks) {
    copyFileSync(genuine, file);
    tamper(tampering);
    const [content, twin] = [file, genuine].map((name) => openDatabase(`file:${name}`, { readonly: true }));
    const tables = new Set([...differences(content as Database, twin as Database)].map((found) => found.table));
    content?.close();
    twin?.close();
    expect([...tables], tampering).toContain(table);
  }
  await expect(compareReadModel(config)).rejects.toThrow(/^content\.db, table topics, row \d+: changed/);
});
