import { copyFileSync, rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type Database, openDatabase } from '../db/client.ts';
import { newFill, runFill } from '../db/content/fill-context.ts';
import { listId } from '../db/content/list-tree.ts';
import { cardsByIds, findArticle, findFormerPath } from '../db/content/queries/articles.ts';
import { newestCorrections } from '../db/content/queries/corrections.ts';
import { countsByDay } from '../db/content/queries/days.ts';
import { neighbours, newestCards, pageOfList } from '../db/content/queries/lists.ts';
import { articlesDocument, recordDocument, registerDocument, topicsDocument } from '../db/content/queries/proof.ts';
import { recommendedFor } from '../db/content/queries/recommended.ts';
import { search } from '../db/content/queries/search.ts';
import { getSite } from '../db/content/queries/site.ts';
import { listSitemaps, sitemapCards } from '../db/content/queries/sitemap.ts';
import { suggestedTopics } from '../db/content/queries/suggestions.ts';
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
async function openPaper(): Promise<TestPress & Paper> {
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

type Paper = { moved: string; first: string };

/** Everything a reader can be shown: what throws here is rendered nowhere. */
const looks: Record<string, (content: Database, paper: Paper) => Promise<unknown>> = {
  site: (content) => getSite(content),
  article: (content, { moved }) => findArticle(content, moved),
  'another article': (content) => findArticle(content, path(5)),
  'no article': (content) => findArticle(content, '/news/city/2026/01/01/none'),
  'former address': (content) => findFormerPath(content, path(0)),
  list: (content) => newestCards(content, list, 70),
  'tag list': (content) => newestCards(content, 'zh:tag:qiao', 70),
  'list page 1': (content) => pageOfList(content, list, 1),
  'list page 2': (content) => pageOfList(content, list, 2),
  neighbours: (content) => neighbours(content, list, { id: 'any', at: Date.parse(minute(35)) / 1000, number: 36 }),
  'chosen cards': (content, { first }) => cardsByIds(content, [first]),
  recommended: async (content) => {
    const found = await findArticle(content, path(40));
    return found && recommendedFor(content, found);
  },
  tag: (content) => findTopic(content, 'tag', 'qiao'),
  staff: (content) => staff(content),
  corrections: (content) => newestCorrections(content, 'zh'),
  archive: (content) => countsByDay(content, 'zh', '', null, today).then((days) => [...days]),
  suggestions: (content) => suggestedTopics(content, 'qi'),
  sitemaps: (content) => listSitemaps(content),
  sitemap: (content) => sitemapCards(content, 1),
  'record document': (content, { moved }) => recordDocument(content, moved),
  register: (content) => registerDocument(content),
  'places of articles': (content) => articlesDocument(content, 0),
  'places of topics': (content) => topicsDocument(content, 0),
};
/** A search may find less: the index is not signed. What it shows is. */
const found = async (content: Database) =>
  (await search(content, { query: '正文', language: 'zh-Hans' })).results.map(({ card }) => JSON.stringify(card));

const today = { date: '2026-03-01', until: new Date('2026-03-01T16:00:00Z') };

/** What each look shows; a refusal as a list of `table field`. The database is opened anew, as a process does that starts now. */
async function lookAt(
  file: string,
  paper: Paper,
): Promise<{ shown: Map<string, string | string[]>; results: string[] }> {
  const shown = new Map<string, string | string[]>();
  const content = openDatabase(`file:${file}`, { readonly: true });
  for (const [name, look] of Object.entries(looks)) {
    const fill = newFill(now);
    try {
      shown.set(name, JSON.stringify(await runFill(fill, () => look(content, paper))) ?? 'nothing');
    } catch (error) {
      if (!(error instanceof TamperedRow)) throw error;
      shown.set(
        name,
        fill.tampered.map(({ table, row, field }) => `${table}, row ${row}, field ${field}`),
      );
    }
  }
  const results = await runFill(newFill(now), () => found(content)).catch((error: Error) => [error.name]);
  content.close();
  return { shown, results };
}

/**
 * What no page says anything of: the log for caches, and the index that finds articles. What is found there is checked
 * like everything else; that nothing is missing from it is for the watcher to see.
 */
const unsigned = new Set(['invalidation', '__drizzle_migrations', 'search_places', 'search_head', 'search_text']);
/** Columns that only say in what order or on what shelf rows lie. What is found in another way is shown as it is. */
const bySide = new Set(['former_seals.position', 'articles.shelf']);

type Column = { table: string; name: string; type: string };

/** Every column of the schema as it is: one that is added tomorrow is in here. */
function columnsOf(file: string): Column[] {
  const client = new Sqlite(file, { readonly: true });
  const columns = client
    .prepare(
      `SELECT t.name AS "table", c.name, c.type FROM pragma_table_list t JOIN pragma_table_info(t.name) c
       WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY t.name, c.cid`,
    )
    .all() as Column[];
  client.close();
  return columns.filter(({ table }) => !unsigned.has(table));
}

const changedValue: Record<string, (column: string) => string> = {
  INTEGER: (column) => `${column} + 7`,
  TEXT: (column) => `substr(${column}, 1, 3) || 'x' || substr(${column}, 4)`,
  BLOB: (column) => `CASE length(${column}) WHEN 0 THEN x'07' ELSE zeroblob(length(${column})) END`,
};

/** Ways of changing a table behind the newsroom's back, each a statement. */
function attacks(columns: readonly Column[]): { name: string; table: string; sql: string }[] {
  const updates = columns.map(({ table, name, type }) => ({
    name: `${table}.${name} changed`,
    table,
    sql: `UPDATE OR REPLACE "${table}" SET "${name}" = ${changedValue[type]?.(`"${name}"`)}`,
  }));
  const tables = [...new Set(columns.map(({ table }) => table))];
  const deletes = tables.map((table) => ({ name: `${table} emptied`, table, sql: `DELETE FROM "${table}"` }));
  return [...updates, ...deletes];
}

async function attack(file: string, changed: string, statement: string): Promise<boolean> {
  copyFileSync(file, changed);
  const client = new Sqlite(changed);
  client.pragma('ignore_check_constraints = ON');
  const { changes } = client.prepare(statement).run();
  client.close();
  return changes > 0;
}

test('every column of every table, changed behind the newsroom’s back, shows readers nothing but what was signed, and is named', async () => {
  const paper = await openPaper();
  paper.content.close();
  const file = `${paper.folder}/content.db`;
  const genuine = await lookAt(file, paper);
  expect(genuine.results.length).toBeGreaterThan(5);
  for (const [name, shown] of genuine.shown) expect(shown, name).toMatch(/^[[{"n]/);
  const columns = columnsOf(file);
  expect(columns.length).toBeGreaterThan(50);
  for (const [index, { name, table, sql: statement }] of attacks(columns).entries()) {
    const changed = `${paper.folder}/changed-${index}.db`;
    expect(await attack(file, changed, statement), `${name}: ${statement}`).toBe(true);
    const { shown, results } = await lookAt(changed, paper);
    const refusals = [...shown.values()].flatMap((look) => (typeof look === 'string' ? [] : look));
    for (const [look, given] of shown)
      if (typeof given === 'string') expect(given, `${name}, looking at: ${look}`).toBe(genuine.shown.get(look));
    for (const result of results) expect([...genuine.results, 'TamperedRow'], name).toContain(result);
    if (!bySide.has(name.split(' ')[0] as string))
      expect(refusals.join('\n'), name).toMatch(new RegExp(`\\b${table}\\b`));
    rmSync(changed);
  }
}, 60_000);

/** Hashes that differ count as equal. Nothing but a test that holds the code in its hands can do this. */
function switchOffHashes(): void {
  const { equals } = Buffer.prototype;
  const isHash = (bytes: Uint8Array) => bytes.length === 32 && bytes.some((byte) => byte !== 0);
  const spy = vi.spyOn(Buffer.prototype, 'equals').mockImplementation(function (this: Buffer, ...[other]: unknown[]) {
    return equals.call(this, other as Buffer) || (isHash(this) && isHash(other as Buffer));
  });
  onTestFinished(() => spy.mockRestore());
}

test('without the comparison of hashes the same changes are shown: it is what stands before readers', async () => {
  const paper = await openPaper();
  paper.content.close();
  const file = `${paper.folder}/content.db`;
  const genuine = await lookAt(file, paper);
  switchOffHashes();
  const shownTables = new Set<string>();
  for (const { table, sql: statement } of attacks(columnsOf(file))) {
    const changed = `${paper.folder}/unguarded.db`;
    await attack(file, changed, statement);
    const { shown } = await lookAt(changed, paper).catch(() => ({ shown: new Map<string, string | string[]>() }));
    for (const [look, given] of shown)
      if (typeof given === 'string' && given !== genuine.shown.get(look)) shownTables.add(table);
    rmSync(changed);
  }
  for (const table of ['site', 'topics', 'articles', 'listing', 'lists', 'redirects', 'suggestions', 'sitemap_files'])
    expect([...shownTables]).toContain(table);
  expect([...shownTables]).toContain('article_keywords');
}, 60_000);

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
      sql`INSERT INTO lists (id, name, count, marks, tail)
          SELECT ${listId(foreign)}, ${foreign}, count, marks, tail FROM lists WHERE name = 'zh:all'`,
      sql`INSERT INTO listing SELECT ${listId(foreign)}, at, number FROM listing
          WHERE list = (SELECT id FROM lists WHERE name = 'zh:all')`,
    ]);
    await expect(press.reading((content) => newestCards(content, foreign, 5))).rejects.toMatchObject({
      tampering: { table: 'lists', row: foreign },
    });
  }
});

test('an article that is taken out of everything, and all that is counted with it, is missed', async () => {
  const press = await openTestPress();
  const { id, path: gone } = await press.publish(document('gone'));
  const { number } = (await articleById(press.newsroom, id)) as { number: number };
  await press.publish(document('left'));
  await press.content.atomic([
    ...['articles', 'article_records', 'listing', 'article_keywords', 'search_places'].map(
      (table) => sql`DELETE FROM ${sql.identifier(table)} WHERE number = ${number}`,
    ),
    sql`UPDATE lists SET count = count - 1`,
  ]);
  const reading: ((content: Database) => Promise<unknown>)[] = [
    (content) => findArticle(content, gone as string),
    (content) => newestCards(content, 'zh:all', 5),
    (content) => cardsByIds(content, [id]),
    (content) => sitemapCards(content, 1),
  ];
  for (const read of reading) await expect(press.reading(read)).rejects.toThrow('not as the newsroom signed it');
});

test('what somebody changed is not signed with what is published next: the read model is made anew', async () => {
  const press = await openTestPress();
  await press.publish(document('one'));
  await press.publish(document('two'));
  await press.content.atomic([sql`DELETE FROM listing WHERE number = 1`, sql`UPDATE lists SET count = count - 1`]);
  await press.publish(document('three'));
  const cards = await press.reading((content) => newestCards(content, 'zh:all', 5));
  expect(cards.map(({ headline }) => headline)).toEqual(['标题 three', '标题 two', '标题 one']);
});
