import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { termCounts } from '../article/keywords.ts';
import { type Database, openDatabase } from '../db/client.ts';
import { newFill, runFill } from '../db/content/fill-context.ts';
import { cardsByIds, type FoundArticle, findArticle, findFormerPath } from '../db/content/queries/articles.ts';
import { newestCorrections } from '../db/content/queries/corrections.ts';
import { countsByDay } from '../db/content/queries/days.ts';
import { filledLists } from '../db/content/queries/filled-lists.ts';
import { numbersAround, sizesOf } from '../db/content/queries/list-numbers.ts';
import * as lists from '../db/content/queries/lists.ts';
import * as proof from '../db/content/queries/proof.ts';
import { recommendedFor } from '../db/content/queries/recommended.ts';
import { newestRecords, recordsByIds } from '../db/content/queries/records.ts';
import { familyOf, promisingFor } from '../db/content/queries/relatives.ts';
import { newestMatches, type SearchRequest, search } from '../db/content/queries/search.ts';
import { getSite } from '../db/content/queries/site.ts';
import { listSitemaps, sitemapCards } from '../db/content/queries/sitemap.ts';
import { suggestedTopics, suggestionsFor } from '../db/content/queries/suggestions.ts';
import { idsOf, surroundingsOf } from '../db/content/queries/surroundings.ts';
import { findTopic, staff } from '../db/content/queries/topics.ts';
import { namedByTranslations, translationsOf } from '../db/content/queries/translations.ts';
import { addTopic } from '../db/newsroom/queries/topics.ts';
import { createArticle } from '../newsroom/articles.ts';
import { document, now, openTestPress } from './press.fixture.ts';
import { projectPending } from './projector.ts';

const tag = { slug: 'qiao', name: '桥' };
const minute = (n: number) => new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString().replace('.000', '');

type Read = (content: Database, article: FoundArticle) => Promise<unknown>;
const middle = { at: Date.parse(minute(35)) / 1000, number: 36 };
const nowInSeconds = now.getTime() / 1000;

/** Everything pages, feeds, sitemaps and documents ask of the read model, by the function they ask. */
const reads: Readonly<Record<string, Read | readonly Read[]>> = {
  getSite,
  findArticle: (content) => findArticle(content, '/news/city/2026/01/01/a3'),
  findFormerPath: (content) => findFormerPath(content, '/news/city/2026/01/01/none'),
  cardsByIds: (content, { record }) => cardsByIds(content, [record.id]),
  recordsByIds: (content, { record }) => recordsByIds(content, [record.id]),
  newestRecords: (content) => newestRecords(content, 'zh:all', 30),
  newestNumbers: (content) => lists.newestNumbers(content, 'zh:all', 30),
  newestCards: (content) => lists.newestCards(content, 'zh:all', 30),
  cardsBetween: (content) => lists.cardsBetween(content, 'zh:all', new Date('2026-01-01'), new Date('2026-01-02'), 30),
  chosenOf: (content) => lists.chosenOf(content, 'zh:all', (tree) => tree.below(middle, 30)),
  countList: (content) => lists.countList(content, 'zh:all'),
  pageOfList: [
    (content) => lists.pageOfList(content, 'zh:section:news', null),
    (content) => lists.pageOfList(content, 'zh:section:news', 2),
  ],
  neighbours: (content, { record }) => lists.neighbours(content, 'zh:all', { id: record.id, ...middle }),
  filledLists: (content) => filledLists(content, ['zh:all', 'zh:section:news', 'en:all']),
  sizesOf: (content) => sizesOf(content, ['zh:all']),
  numbersAround: (content) =>
    numbersAround(content, { name: 'zh:all' }, middle, { newer: 3, older: 3, newest: 9 }, nowInSeconds),
  countsByDay: (content) =>
    countsByDay(content, 'zh', '2026-', null, { date: '2026-03-01', until: new Date('2026-03-02') }),
  newestCorrections: (content) => newestCorrections(content, 'zh'),
  findTopic: (content) => findTopic(content, 'tag', 'qiao'),
  staff,
  translationsOf: (content, { record }) => translationsOf(content, { ...record, translations: [record.id] }),
  namedByTranslations: (content, { record }) => namedByTranslations(content, [record.id]),
  recommendedFor: (content, found) => recommendedFor(content, found),
  familyOf: (content, found) => familyOf(content, found, nowInSeconds),
  promisingFor: (content, found) =>
    promisingFor(content, found, { terms: termCounts(found.record), wanted: 40, now: nowInSeconds }),
  surroundingsOf: (content, found) => surroundingsOf(content, found, termCounts(found.record)),
  idsOf: (content) => idsOf(content, [1, 2, 3]),
  recordDocument: (content, { record }) => proof.recordDocument(content, record.path),
  registerDocument: proof.registerDocument,
  articlesDocument: (content) => proof.articlesDocument(content, 0),
  topicsDocument: (content) => proof.topicsDocument(content, 0),
  listSitemaps,
  sitemapCards: (content) => sitemapCards(content, 1),
  suggestedTopics: (content) => suggestedTopics(content, 'qiao'),
  suggestionsFor: ['', 'biaoti', 'titel'].map(
    (query): Read =>
      (content) =>
        suggestionsFor(content, query, 'zh-Hans'),
  ),
  newestMatches: (content) => newestMatches(content, '正文', 'zh-Hans', 20),
  search: (
    [
      { query: '正文' },
      { query: '没有的词 xyz' },
      { query: '长长的一串没有的词 和别的', sort: 'newest', before: 80 },
      { query: '正文', before: 80 },
      { query: '文', sort: 'newest', narrowing: { section: 'news' } },
      { query: '标题 不存在', narrowing: { section: 'news', from: 0 } },
    ] satisfies Partial<SearchRequest>[]
  ).map(
    (request): Read =>
      (content) =>
        search(content, { language: 'zh-Hans', ...request }),
  ),
};

const queryFolder = join(import.meta.dirname, '../db/content/queries');
const modules = readdirSync(queryFolder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));

test('every query of the read model is among those looked at here', async () => {
  const queries: string[] = [];
  for (const name of modules)
    for (const [exported, value] of Object.entries(await import(join(queryFolder, name))))
      if (typeof value === 'function' && /^[^(]*\(\s*(?:database|\{ orm)/.test(String(value))) queries.push(exported);
  expect(Object.keys(reads).toSorted()).toEqual(queries.toSorted());
});

test('no statement of a reader page reads more than it shows', async () => {
  const { file, article } = await publishHundred();
  const statements = await prepared(file, async (content) => {
    for (const read of Object.values(reads).flat()) await runFill(newFill(now), () => read(content, article));
  });
  const plans = new Sqlite(file, { readonly: true });
  // What is written out in the queries stands here also where nothing above came to ask it.
  const faults = [...new Set([...statements, ...writtenOut()])].flatMap((text) => {
    const steps = plans.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...unbound(text)) as { detail: string }[];
    return steps.flatMap(({ detail }) => (isUnbounded(detail, text) ? [`${detail}: ${text}`] : []));
  });
  plans.close();
  expect(faults).toEqual([]);
});

async function publishHundred(): Promise<{ file: string; article: FoundArticle }> {
  const press = await openTestPress();
  await press.newsroom.atomic([addTopic(press.newsroom, { kind: 'tag', ...tag, role: null, bio: null })]);
  for (let n = 0; n < 100; n++) {
    const fields = { publishedAt: minute(n), tags: n % 7 === 0 ? [tag] : [] };
    await createArticle(press.newsroom, document(`a${n}`, fields), { now, note: 'test', publish: true });
  }
  await projectPending(press);
  const article = await press.reading((content) => findArticle(content, '/news/city/2026/01/01/a49'));
  if (!article) throw new Error('not published');
  return { file: `${press.folder}/content.db`, article };
}

/** Texts of all statements that work on a reader's connection prepares. */
async function prepared(file: string, work: (content: Database) => Promise<void>): Promise<Set<string>> {
  const statements = new Set<string>();
  const prepare = Sqlite.prototype.prepare;
  const listening = vi.spyOn(Sqlite.prototype, 'prepare').mockImplementation(function (
    this: Sqlite.Database,
    text: string,
  ) {
    statements.add(text);
    return prepare.call(this, text);
  });
  const content = openDatabase(`file:${file}`, { readonly: true });
  try {
    await work(content);
  } finally {
    listening.mockRestore();
    content.close();
  }
  return statements;
}

/** Every statement that the files of queries and search spell out. */
function writtenOut(): string[] {
  const searchFolder = join(queryFolder, '../search');
  const files = [
    ...modules.map((name) => join(queryFolder, name)),
    ...readdirSync(searchFolder).flatMap((name) => (name.endsWith('.test.ts') ? [] : [join(searchFolder, name)])),
  ];
  return files.flatMap((name) =>
    [...readFileSync(name, 'utf8').matchAll(written)].map(([, text = '']) => text.replaceAll(value, '?')),
  );
}

/** What stands between braces in a template, with texts and objects of its own. */
const value = /\$\{(?:[^{}`]|`[^`]*`|\{[^}]*\})*\}/g;
const written = new RegExp(`write\`((?:[^\`$]|${value.source})*)\``, 'g');

const unbound = (text: string): null[] => Array.from({ length: text.split('?').length - 1 }, () => null);

/** Whether a step of a plan reads as much as there is. A statement with a limit is cut off there, unless it sorts first. */
function isUnbounded(step: string, text: string): boolean {
  if (/TEMP B-TREE/.test(step)) return !isShelf(text);
  if (step.startsWith('SCAN')) return !isGiven(step, text) && !isMatch(step, text);
  if (!step.startsWith('SEARCH')) return false;
  return !isSingle(step) && !isStretch(step) && !isShelf(text) && !isUpper(text) && !/\blimit\b|\bmax\(/i.test(text);
}

/** The rows of a shelf: as many as its hash is signed over, some dozens. */
const isShelf = (text: string) => /\bshelf = (?:\?|\(SELECT \?\))/.test(text);

/** What the statement was given, or another step of it found. */
const isGiven = (step: string, text: string) =>
  /^SCAN (?:CONSTANT ROW|\(subquery)/.test(step) ||
  text.includes(`json_each(?) ${/^SCAN (\w+) VIRTUAL TABLE/.exec(step)?.[1]}`);

/** A look-up in the search index, not a walk through it. */
const isMatch = (step: string, text: string) => /VIRTUAL TABLE INDEX \d+:M/.test(step) && /\bLIMIT\b/.test(text);

/** What lies between two ends: chunks, shelves and marks are as long as those who write them made them. */
const isStretch = (step: string) => />.*<\(?\?/.test(step);

/** The upper marks of a list: one in 4,096 articles (list-places.ts). */
const isUpper = (text: string) => /\blist_marks\b.*\blevel = 2\b/.test(text);

/** One row, by its key. */
const isSingle = (step: string) => /INTEGER PRIMARY KEY \(rowid=\?\)/.test(step) || /autoindex/.test(step);
