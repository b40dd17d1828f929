import Sqlite from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { type Database, openDatabase } from '../db/client.ts';
import { newFill, runFill } from '../db/content/fill-context.ts';
import { cardsByIds, findArticle, findFormerPath } from '../db/content/queries/articles.ts';
import { newestCorrections } from '../db/content/queries/corrections.ts';
import { countsByDay } from '../db/content/queries/days.ts';
import { neighbours, newestCards, pageOfList } from '../db/content/queries/lists.ts';
import { search } from '../db/content/queries/search.ts';
import { getSite } from '../db/content/queries/site.ts';
import { suggestedTopics } from '../db/content/queries/suggestions.ts';
import { findTopic } from '../db/content/queries/topics.ts';
import { addTopic } from '../db/newsroom/queries/topics.ts';
import { createArticle } from '../newsroom/articles.ts';
import { document, now, openTestPress } from './press.fixture.ts';
import { projectPending } from './projector.ts';

const tag = { slug: 'qiao', name: '桥' };
const minute = (n: number) => new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString().replace('.000', '');

/** What reader pages ask of the read model. */
const reads: ((content: Database, id: string) => Promise<unknown>)[] = [
  (content) => getSite(content),
  (content) => findArticle(content, '/news/city/2026/01/01/a3'),
  (content) => findFormerPath(content, '/news/city/2026/01/01/none'),
  (content, id) => cardsByIds(content, [id]),
  (content) => newestCards(content, 'zh:all', 30),
  (content) => pageOfList(content, 'zh:section:news', null),
  (content) => pageOfList(content, 'zh:section:news', 2),
  (content, id) => neighbours(content, 'zh:all', { id, at: Date.parse(minute(35)) / 1000, number: 36 }),
  (content) => findTopic(content, 'tag', 'qiao'),
  (content) => newestCorrections(content, 'zh'),
  (content) => countsByDay(content, 'zh', '2026-', null, { date: '2026-03-01', until: new Date('2026-03-02') }),
  (content) => suggestedTopics(content, 'qiao'),
  (content) => search(content, { query: '正文', language: 'zh-Hans' }),
  (content) => search(content, { query: '没有的词 xyz', language: 'zh-Hans' }),
  (content) => search(content, { query: '文', language: 'zh-Hans', sort: 'newest', narrowing: { section: 'news' } }),
];

/** Tables that grow with what is published. A statement that reads one from end to end takes longer every year. */
const growing =
  /^SCAN (?:articles|article_records|listing|lists|list_marks|search_places|suggestions|topics|redirects|register_chunks|a|p|l)\b/;

test('no statement of a reader page reads a growing table from end to end', async () => {
  const press = await openTestPress();
  await press.newsroom.atomic([addTopic(press.newsroom, { kind: 'tag', ...tag, role: null, bio: null })]);
  let id = '';
  for (let n = 0; n < 100; n++) {
    const fields = { publishedAt: minute(n), tags: n % 7 === 0 ? [tag] : [] };
    ({ id } = await createArticle(press.newsroom, document(`a${n}`, fields), { now, note: 'test', publish: true }));
  }
  await projectPending(press);
  const statements = new Set<string>();
  const prepare = Sqlite.prototype.prepare;
  const listening = vi.spyOn(Sqlite.prototype, 'prepare').mockImplementation(function (
    this: Sqlite.Database,
    text: string,
  ) {
    statements.add(text);
    return prepare.call(this, text);
  });
  const content = openDatabase(`file:${press.folder}/content.db`, { readonly: true });
  try {
    for (const read of reads) await runFill(newFill(now), () => read(content, id));
  } finally {
    listening.mockRestore();
    content.close();
  }
  expect(statements.size).toBeGreaterThan(15);
  const plans = new Sqlite(`${press.folder}/content.db`, { readonly: true });
  for (const text of statements) {
    const steps = plans.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...unbound(text)) as { detail: string }[];
    for (const { detail } of steps) expect(detail, text).not.toMatch(growing);
  }
  plans.close();
});

const unbound = (text: string): null[] => Array.from({ length: text.split('?').length - 1 }, () => null);
