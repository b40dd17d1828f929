import { copyFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { type Database, openDatabase } from '../db/client.ts';
import { newFill, runFill } from '../db/content/fill-context.ts';
import { cardsByIds, findArticle, findFormerPath } from '../db/content/queries/articles.ts';
import { newestCorrections } from '../db/content/queries/corrections.ts';
import { countsByDay, neighbours, newestCards, pageOfList } from '../db/content/queries/lists.ts';
import { search } from '../db/content/queries/search.ts';
import { getSite } from '../db/content/queries/site.ts';
import { findTopic, staff } from '../db/content/queries/topics.ts';
import { TamperedRow } from '../db/content/tampered.ts';
import { articleById } from '../db/newsroom/queries/articles.ts';
import { createArticle, headDocument, reviseArticle, withdrawArticle } from '../newsroom/articles.ts';
import { document, now, openTestPress, type TestPress } from './press.fixture.ts';
import { projectPending } from './projector.ts';

const tag = { slug: 'qiao', name: '桥' };
const list = 'zh:section:news';
const minute = (n: number) => new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString().replace('.000', '');
const path = (n: number) => `/news/city/2026/01/01/a${n}`;

/** A hundred articles, the tenth moved and corrected, a tag, an author with a role. */
async function openPaper(): Promise<TestPress & { moved: string; first: string }> {
  const press = await openTestPress();
  const author = { slug: 'lin', name: '林远' };
  let first = '';
  for (let n = 0; n < 100; n++) {
    const fields = { publishedAt: minute(n), tags: n % 7 === 0 ? [tag] : [], authors: n === 0 ? [author] : [] };
    const saved = await createArticle(press.newsroom, document(`a${n}`, fields), { now, note: 'test', publish: true });
    if (n === 0) first = saved.id;
  }
  await projectPending(press);
  await press.newsroom.atomic([
    sql`INSERT INTO topics (kind, slug, name, role) VALUES ('author', 'lin', '林远', '记者'), ('tag', 'qiao', '桥', NULL)`,
  ]);
  const article = await articleById(press.newsroom, first);
  if (!article) throw new Error('not saved');
  const corrections = [{ at: '2026-02-01T00:00:00Z', text: '应为三米。' }];
  const changed = { ...(await headDocument(press.newsroom, article)), slug: 'moved', corrections };
  const { path: moved } = await reviseArticle(press.newsroom, article, changed, { now, note: 'test', publish: true });
  await projectPending(press);
  return { ...press, moved: moved as string, first };
}

/** Everything a reader can be shown: what throws here is rendered nowhere. */
const looks: Record<string, (content: Database, paper: { moved: string; first: string }) => Promise<unknown>> = {
  site: (content) => getSite(content),
  article: (content, { moved }) => findArticle(content, moved),
  'former address': (content) => findFormerPath(content, path(0)),
  list: (content) => newestCards(content, list, 70),
  'tag list': (content) => newestCards(content, 'zh:tag:qiao', 70),
  'list page 1': (content) => pageOfList(content, list, 1),
  'list page 2': (content) => pageOfList(content, list, 2),
  neighbours: (content) => neighbours(content, list, { id: 'any', at: Date.parse(minute(35)) / 1000, number: 36 }),
  'chosen cards': (content, { first }) => cardsByIds(content, [first]),
  tag: (content) => findTopic(content, 'tag', 'qiao'),
  staff: (content) => staff(content),
  corrections: (content) => newestCorrections(content, 'zh'),
  archive: (content) =>
    countsByDay(content, 'zh', '', null, { date: '2026-03-01', until: new Date('2026-03-01T16:00:00Z') }).then(
      (days) => [...days],
    ),
  search: (content) => search(content, { query: '正文', language: 'zh-Hans' }),
};

/** What a look shows; a refusal as `table field`. The database is opened anew, as a process does that starts now. */
async function lookAt(file: string, paper: { moved: string; first: string }, name: string): Promise<string> {
  const content = openDatabase(`file:${file}`, { readonly: true });
  const fill = newFill(now);
  try {
    return JSON.stringify(await runFill(fill, async () => looks[name]?.(content, paper)));
  } catch (error) {
    if (!(error instanceof TamperedRow)) throw error;
    expect(fill.tampered).toEqual([error.tampering]);
    return `${error.tampering.table} ${error.tampering.field}`;
  } finally {
    content.close();
  }
}

type Change = [column: string, look: string, refusal: string, sql: string];
const other = `x'${'07'.repeat(32)}'`;
const idOf = (name: string) => `(SELECT id FROM lists WHERE name = '${name}')`;

/** Every column of every table readers are served from, changed by one statement; the first article is number 1. */
const changes: Change[] = [
  ['register.sequence', 'site', 'register signature', `UPDATE register SET sequence = 9999`],
  ['register.site', 'site', 'register signature', `UPDATE register SET site = ${other}`],
  ['register.articles', 'article', 'register signature', `UPDATE register SET articles = ${other}`],
  ['register.topics', 'tag', 'register signature', `UPDATE register SET topics = ${other}`],
  ['register.key', 'article', 'register key', `UPDATE register SET key = '0123456789abcdef'`],
  ['register.signature', 'article', 'register signature', `UPDATE register SET signature = zeroblob(64)`],
  ['register_chunks.leaves', 'list', 'register_chunks leaves', `UPDATE register_chunks SET leaves = zeroblob(9)`],
  ['register_chunks.chunk', 'list', 'register_chunks chunk', `UPDATE register_chunks SET chunk = chunk + 5`],
  ['register_chunks.family', 'tag', 'register_chunks chunk', `DELETE FROM register_chunks WHERE family = 'topics'`],
  ['site.record', 'site', 'site record', `UPDATE site SET record = replace(record, '要闻', '博彩')`],
  ['site.record, front', 'site', 'site record', `UPDATE site SET record = replace(record, '[]', '["x"]')`],
  ['topics.record', 'tag', 'topics record', `UPDATE topics SET record = replace(record, '桥', '赌')`],
  ['topics.slug', 'staff', 'topics slug', `UPDATE topics SET slug = slug || '-x' WHERE kind = 'author'`],
  ['topics.kind', 'staff', 'topics kind', `UPDATE topics SET kind = 'author' WHERE kind = 'tag'`],
  ['topics.number', 'tag', 'topics number', `UPDATE topics SET number = number + 50`],
  ['articles.number', 'chosen cards', 'articles number', `UPDATE articles SET number = 1001 WHERE number = 1`],
  ['articles.id', 'article', 'articles id', `UPDATE articles SET id = 'aaaaaaaaaa' WHERE number = 1`],
  ['articles.path', 'list page 1', 'articles path', `UPDATE articles SET path = '/sport/x' WHERE number = 2`],
  ['articles.published_at', 'article', 'articles published_at', `UPDATE articles SET published_at = 5`],
  ['articles.listed', 'chosen cards', 'articles listed', `UPDATE articles SET listed = 0`],
  ['articles.card', 'list', 'articles card', `UPDATE articles SET card = replace(card, '标题', '广告')`],
  ['articles.card, no JSON', 'list', 'articles card', `UPDATE articles SET card = ''`],
  ['articles.seal', 'list', 'articles seal', `UPDATE articles SET seal = ${other}`],
  ['article_records.record', 'article', 'article_records record', `UPDATE article_records SET record = zeroblob(20)`],
  ['article_records.number', 'article', 'article_records number', `UPDATE article_records SET number = -number`],
  [
    'listing.list',
    'tag list',
    'listing list, at or number',
    `UPDATE listing SET list = ${idOf('zh:tag:qiao')} WHERE list = ${idOf('zh:all')} AND number = 3`,
  ],
  ['listing.at', 'list', 'listing list, at or number', `UPDATE listing SET at = at + 999 WHERE list = ${idOf(list)}`],
  ['listing.number', 'list page 1', 'listing list, at or number', `UPDATE listing SET number = 4 WHERE number = 3`],
  [
    'lists.name',
    'tag list',
    'listing list, at or number',
    `INSERT OR REPLACE INTO lists SELECT id, 'zh:tag:qiao', count FROM lists WHERE name = 'zh:all'`,
  ],
  ['lists.id', 'list page 1', 'lists count', `UPDATE lists SET id = 100 - id`],
  ['lists.count', 'list page 2', 'lists count', `UPDATE lists SET count = count + 30 WHERE name = '${list}'`],
  ['lists.count of a day', 'archive', 'lists count', `UPDATE lists SET count = 7 WHERE name LIKE 'zh:day:%'`],
  ['list_marks.before', 'list page 2', 'lists count', `UPDATE list_marks SET before = before + 1`],
  ['list_marks.at', 'list page 2', 'lists count', `UPDATE list_marks SET at = at - 600`],
  [
    'redirects.article',
    'former address',
    'redirects article',
    `UPDATE redirects SET article = (SELECT id FROM articles WHERE number = 9)`,
  ],
];

test('every column of every table readers are served from, changed behind the newsroom’s back, is refused by name', async () => {
  const paper = await openPaper();
  paper.content.close();
  const file = `${paper.folder}/content.db`;
  for (const name of Object.keys(looks)) expect(await lookAt(file, paper, name)).toMatch(/^[[{"]/);
  for (const [index, [column, look, refusal, change]] of changes.entries()) {
    const changed = `${paper.folder}/changed-${index}.db`;
    copyFileSync(file, changed);
    const content = openDatabase(`file:${changed}`);
    await content.atomic([sql.raw(change)]);
    content.close();
    expect(await lookAt(changed, paper, look), column).toBe(refusal);
  }
}, 30_000);

test('a row put back as it was before the newsroom corrected or withdrew it is refused, though its seal is genuine', async () => {
  const press = await openTestPress();
  const { id, path } = await press.publish(document('rumour'));
  const tables = ['articles', 'article_records'];
  for (const table of tables)
    await press.content.atomic([sql.raw(`CREATE TABLE kept_${table} AS SELECT * FROM ${table}`)]);
  const article = await articleById(press.newsroom, id);
  if (!article) throw new Error('not saved');
  await withdrawArticle(press.newsroom, article, '来源有误', now);
  await projectPending(press);
  for (const table of tables)
    await press.content.atomic([sql.raw(`INSERT OR REPLACE INTO ${table} SELECT * FROM kept_${table}`)]);
  const read = press.reading((content) => findArticle(content, path as string));
  await expect(read).rejects.toMatchObject({ tampering: { table: 'articles', field: 'card' } });
});

test('two articles whose records changed places are both refused', async () => {
  const press = await openTestPress();
  const { path } = await press.publish(document('one'));
  await press.publish(document('two'));
  await press.content.atomic([
    sql`UPDATE article_records SET record = (SELECT record FROM article_records WHERE number = 2) WHERE number = 1`,
  ]);
  const read = press.reading((content) => findArticle(content, path as string));
  await expect(read).rejects.toMatchObject({ tampering: { table: 'article_records', field: 'record' } });
});

test('an article put into a list of another tag, section or language is shown in none of them', async () => {
  const press = await openTestPress();
  await press.publish(document('one', { tags: [tag] }));
  for (const foreign of ['zh:tag:casino', 'zh:section:sport', 'en:all', 'zh:corrected']) {
    await press.content.atomic([
      sql`INSERT INTO lists (name, count) VALUES (${foreign}, 1)`,
      sql`INSERT INTO listing SELECT (SELECT id FROM lists WHERE name = ${foreign}), at, number FROM listing
          WHERE list = (SELECT id FROM lists WHERE name = 'zh:all')`,
    ]);
    await expect(press.reading((content) => newestCards(content, foreign, 5))).rejects.toMatchObject({
      tampering: { table: 'listing', row: `${foreign} 1` },
    });
  }
});
