import { rmSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Card } from '../article/record.ts';
import type { Database } from '../db/client.ts';
import { newFill, runFill } from '../db/content/fill-context.ts';
import { findArticle, findFormerPath } from '../db/content/queries/articles.ts';
import { countsByDay } from '../db/content/queries/days.ts';
import { neighbours, newestCards, pageOfList } from '../db/content/queries/lists.ts';
import { recommendedFor } from '../db/content/queries/recommended.ts';
import { search } from '../db/content/queries/search.ts';
import { suggestedTopics } from '../db/content/queries/suggestions.ts';
import { translationsOf } from '../db/content/queries/translations.ts';
import { openContentWriter } from '../db/content/writer.ts';
import { articleById } from '../db/newsroom/queries/articles.ts';
import { addTopic } from '../db/newsroom/queries/topics.ts';
import { createArticle, headDocument, reviseArticle, withdrawArticle } from '../newsroom/articles.ts';
import type { ArticleDocument } from '../newsroom/document.ts';
import { document, now, openTestPress, type TestPress } from './press.fixture.ts';
import { projectAll, projectPending } from './projector.ts';

/** The year of the tests, in the time zone of the site. */
const span = { from: new Date('2025-12-31T16:00:00Z'), until: new Date('2026-12-31T16:00:00Z') };
const today = { date: '2026-03-01', until: new Date('2026-03-01T16:00:00Z') };
let press: TestPress;
beforeEach(async () => {
  press = await openTestPress();
});
const publish = (input: ArticleDocument) => press.publish(input);
const at = <T>(moment: Date, read: (content: Database) => Promise<T>) => press.reading(read, moment);
const reading = <T>(read: (content: Database) => Promise<T>) => press.reading(read);
const slugs = (cards: readonly Card[]) => cards.map((card) => card.path.split('/').at(-1));
const minute = (n: number) => new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString().replace('.000', '');

test('a published article is found at its path, in its section, the section above and the whole site', async () => {
  await publish(document('bridge', { tags: [{ slug: 'qiao', name: '桥' }] }));
  const found = await reading((content) => findArticle(content, '/news/city/2026/02/01/bridge'));
  expect(found?.record.headline).toBe('标题 bridge');
  for (const list of ['zh:all', 'zh:section:news', 'zh:section:news/city', 'zh:tag:qiao'])
    expect(slugs(await reading((content) => newestCards(content, list, 5)))).toEqual(['bridge']);
  expect(await reading((content) => newestCards(content, 'en:all', 5))).toEqual([]);
});

test('a scheduled article is nowhere before its time and everywhere from then on, without any write', async () => {
  await publish(document('later', { publishedAt: '2026-03-02T00:00:00Z' }));
  const path = '/news/city/2026/03/02/later';
  expect(await reading((content) => findArticle(content, path))).toBeNull();
  expect(await reading((content) => newestCards(content, 'zh:all', 5))).toEqual([]);
  const after = new Date('2026-03-02T00:00:01Z');
  expect((await at(after, (content) => findArticle(content, path)))?.record.headline).toBe('标题 later');
  expect(slugs(await at(after, (content) => newestCards(content, 'zh:all', 5)))).toEqual(['later']);
});

test('the archive does not tell of scheduled articles, neither of today nor of days to come', async () => {
  await publish(document('out', { publishedAt: '2026-03-01T01:00:00Z' }));
  await publish(document('tonight', { publishedAt: '2026-03-01T15:00:00Z' }));
  await publish(document('later', { publishedAt: '2026-03-05T00:00:00Z' }));
  const counts = await reading((content) => countsByDay(content, 'zh', '2026-', span, today));
  expect([...counts]).toEqual([['2026-03-01', 1]]);
});

test('a page that looked at a list is true only until the next scheduled article of that list', async () => {
  await publish(document('later', { publishedAt: '2026-03-02T00:00:00Z' }));
  const fill = newFill(now);
  await runFill(fill, () => newestCards(press.content, 'zh:all', 5));
  expect(fill.notAfter).toBe(Date.parse('2026-03-02T00:00:00Z'));
  expect([...fill.tags]).toContain('list:zh:all');
});

test('a withdrawn article keeps its address and reason, leaves every list and search, and its text is gone', async () => {
  const saved = await publish(document('gone', { standfirst: '秘密导语', tags: [{ slug: 'qiao', name: '桥' }] }));
  const article = await articleById(press.newsroom, saved.id);
  if (!article) throw new Error('not saved');
  await withdrawArticle(press.newsroom, article, '来源有误', now);
  await projectPending(press);
  const found = await reading((content) => findArticle(content, saved.path as string));
  expect(found?.record.status).toBe('withdrawn');
  expect(found?.record.withdrawn?.reason).toBe('来源有误');
  expect(JSON.stringify(found?.record)).not.toContain('秘密导语');
  for (const list of ['zh:all', 'zh:section:news', 'zh:tag:qiao'])
    expect(await reading((content) => newestCards(content, list, 5))).toEqual([]);
  expect((await reading((content) => search(content, { query: '正文', language: 'zh-Hans' }))).results).toEqual([]);
  expect((await reading((content) => countsByDay(content, 'zh', '2026-', span, today))).size).toBe(0);
});

test('every earlier address leads to the current one in one hop, and back again when it returns', async () => {
  const { id, path: first } = await publish(document('one'));
  const change = async (fields: Partial<ArticleDocument>) => {
    const article = await articleById(press.newsroom, id);
    if (!article) throw new Error('not saved');
    const saved = await reviseArticle(
      press.newsroom,
      article,
      { ...(await headDocument(press.newsroom, article)), ...fields },
      { now, note: 'move', publish: true },
    );
    await projectPending(press);
    return saved.path as string;
  };
  const second = await change({ slug: 'two' });
  const third = await change({ section: 'sport' });
  for (const former of [first as string, second])
    expect(await reading((content) => findFormerPath(content, former))).toBe(third);
  expect(await change({ section: 'news/city', slug: 'one' })).toBe(first);
  expect(await reading((content) => findFormerPath(content, first as string))).toBeNull();
  expect(await reading((content) => findFormerPath(content, third))).toBe(first);
});

test('two articles never share an address: the second slug gets a number', async () => {
  expect((await publish(document('same'))).path).toBe('/news/city/2026/02/01/same');
  expect((await publish(document('same'))).path).toBe('/news/city/2026/02/01/same-2');
});

test('numbered pages count from the oldest, cover every article once, and keep their content as the list grows', async () => {
  for (let n = 0; n < 95; n++)
    await createArticle(press.newsroom, document(`a${n}`, { publishedAt: minute(n) }), {
      now,
      note: 'test',
      publish: true,
    });
  await projectPending(press);
  const page = async (number: number | null) => {
    const list = await reading((content) => pageOfList(content, 'zh:section:news', number));
    return list && { ...list, slugs: slugs(list.cards) };
  };
  const front = await page(null);
  expect(front?.slugs).toEqual(Array.from({ length: 30 }, (_, i) => `a${94 - i}`));
  expect(front?.older).toBe(3);
  expect((await page(1))?.slugs).toEqual(Array.from({ length: 30 }, (_, i) => `a${29 - i}`));
  expect(await page(1)).toMatchObject({ older: null, newer: 2 });
  expect(await page(3)).toMatchObject({ older: 2, newer: null });
  expect(await page(4)).toBeNull();
  const before = (await page(2))?.slugs;
  await publish(document('newest', { publishedAt: minute(500) }));
  expect((await page(2))?.slugs).toEqual(before);
});

test('an article that arrives late moves only the pages after its place', async () => {
  for (let n = 0; n < 100; n++)
    await createArticle(press.newsroom, document(`a${n}`, { publishedAt: minute(n) }), {
      now,
      note: 'test',
      publish: true,
    });
  await projectPending(press);
  await publish(document('late', { publishedAt: '2026-01-01T00:45:30Z' }));
  const read = async (number: number) =>
    slugs((await reading((content) => pageOfList(content, 'zh:all', number)))?.cards ?? []);
  expect((await read(1))[0]).toBe('a29');
  expect(await read(2)).toEqual([
    ...Array.from({ length: 13 }, (_, i) => `a${58 - i}`),
    'late',
    ...Array.from({ length: 16 }, (_, i) => `a${45 - i}`),
  ]);
  expect((await read(3)).at(-1)).toBe('a59');
});

test('the neighbours of an article are the ones next to it in time', async () => {
  for (let n = 0; n < 3; n++) await publish(document(`a${n}`, { publishedAt: minute(n) }));
  const middle = await reading((content) => findArticle(content, '/news/city/2026/01/01/a1'));
  if (!middle) throw new Error('not found');
  const place = { id: middle.record.id, at: Date.parse(minute(1)) / 1000, number: middle.number };
  const { previous, next } = await reading((content) => neighbours(content, 'zh:section:news/city', place));
  expect([previous?.path, next?.path]).toEqual(['/news/city/2026/01/01/a0', '/news/city/2026/01/01/a2']);
});

test('recommended items start with the pins, share tags next, and never hold the article itself twice or at all', async () => {
  const tag = { slug: 'qiao', name: '桥' };
  for (let n = 0; n < 12; n++)
    await publish(
      document(`a${n}`, { publishedAt: minute(n), headline: `第${n}件各不相同的事情${'甲乙丙丁戊己庚辛壬癸子丑'[n]}` }),
    );
  await publish(document('tagged', { publishedAt: minute(20), tags: [tag], headline: '桥面合龙以后的夜晚' }));
  await publish(
    document('main', { publishedAt: minute(30), tags: [tag], pinned: ['a3', 'a1'], headline: '完全是另一回事' }),
  );
  const main = await reading((content) => findArticle(content, '/news/city/2026/01/01/main'));
  if (!main) throw new Error('not found');
  const items = await reading((content) => recommendedFor(content, main));
  const recommended = slugs(items.map(({ card }) => card));
  expect(recommended.slice(0, 3)).toEqual(['a3', 'a1', 'tagged']);
  expect(recommended.length).toBeGreaterThanOrEqual(8);
  expect(new Set(recommended).size).toBe(recommended.length);
  expect(recommended).not.toContain('main');
});

test('search finds a word in either script, in headline and body, and a single character', async () => {
  await publish(
    document('union', {
      headline: '湖畔工會的一天',
      language: 'zh-Hant',
      body: {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: '環衛工人在驛站歇腳。' }] }],
      },
    }),
  );
  await publish(document('other'));
  for (const query of ['工会', '工會', '驿站 环卫', '会', '"工会" (', '　工会＊'])
    expect(
      slugs(
        (await reading((content) => search(content, { query, language: 'zh-Hans' }))).results.map(({ card }) => card),
      ),
    ).toEqual(['union']);
  for (const query of ['', '   ', '"', '*', 'NOT', '^', '没有的词', '\u0000', 'a'.repeat(10_000)])
    expect((await reading((content) => search(content, { query, language: 'zh-Hans' }))).results).toEqual([]);
});

test('the read model deleted and projected again is the same, row for row', async () => {
  const { id } = await publish(document('one', { tags: [{ slug: 'qiao', name: '桥' }] }));
  await publish(document('two', { publishedAt: minute(5) }));
  const article = await articleById(press.newsroom, id);
  if (!article) throw new Error('not saved');
  await reviseArticle(
    press.newsroom,
    article,
    { ...(await headDocument(press.newsroom, article)), slug: 'moved' },
    { now, note: 'move', publish: true },
  );
  await projectPending(press);
  const dump = async () => {
    const tables = ['register', 'register_nodes', 'site', 'topics', 'articles', 'article_records', 'redirects'];
    const rows = await Promise.all(
      tables.map((table) => press.content.orm.all(sql`SELECT * FROM ${sql.identifier(table)} ORDER BY 1, 2`)),
    );
    // Lists are numbered as they first come up; what they hold is told by their names.
    const listed = await press.content.orm.all(
      sql`SELECT name, at, number FROM listing JOIN lists ON id = list ORDER BY name, at, number`,
    );
    const counts = await press.content.orm.all(sql`SELECT name, count FROM lists WHERE count <> 0 ORDER BY name`);
    rows.push(listed);
    return JSON.stringify([...rows, counts]);
  };
  const before = await dump();
  await projectAll(press);
  expect(await dump()).toBe(before);
  press.content.close();
  rmSync(`${press.folder}/content.db`);
  press.content = openContentWriter(`file:${press.folder}/content.db`);
  await projectPending(press);
  expect(await dump()).toBe(before);
});

test('an edit that another editor overtook fails whole', async () => {
  const { id } = await publish(document('one'));
  const stale = await articleById(press.newsroom, id);
  if (!stale) throw new Error('not saved');
  const change = (headline: string) =>
    reviseArticle(press.newsroom, stale, document('one', { headline }), { now, note: 'edit', publish: true });
  await change('第一位编辑');
  await expect(change('第二位编辑')).rejects.toThrow();
  await projectPending(press);
  expect((await reading((content) => findArticle(content, '/news/city/2026/02/01/one')))?.record.headline).toBe(
    '第一位编辑',
  );
});

test('a translation is known on both sides, whichever names the other, until one is withdrawn', async () => {
  const chinese = await publish(document('bridge'));
  await publish(document('bridge-en', { language: 'en', translations: ['bridge'] }));
  const translated = async (path: string) => {
    const found = await reading((content) => findArticle(content, path));
    if (!found) throw new Error('not found');
    return slugs(await reading((content) => translationsOf(content, found.record)));
  };
  const [path, english] = ['/news/city/2026/02/01/bridge', '/news/city/2026/02/01/bridge-en'];
  expect([await translated(path), await translated(english)]).toEqual([['bridge-en'], ['bridge']]);
  const fill = newFill(now);
  await runFill(fill, async () => {
    const found = await findArticle(press.content, path);
    if (found) await translationsOf(press.content, found.record);
  });
  expect([...fill.tags]).toContain(`list:translation:${chinese.id}`);
  const article = await articleById(press.newsroom, chinese.id);
  if (!article) throw new Error('not saved');
  await withdrawArticle(press.newsroom, article, '来源有误', now);
  await projectPending(press);
  expect(await translated(english)).toEqual([]);
});

test('a search is narrowed to section, author and days, and ordered by date', async () => {
  const author = { slug: 'lin-yuan', name: '林远' };
  await publish(document('old', { headline: '大桥合龙', publishedAt: '2025-01-05T00:00:00Z', authors: [author] }));
  await publish(document('new', { headline: '大桥通车', publishedAt: '2026-02-05T00:00:00Z' }));
  await publish(document('game', { headline: '大桥杯足球赛', publishedAt: '2026-01-05T00:00:00Z', section: 'sport' }));
  const found = async (request: object) =>
    slugs(
      (await reading((content) => search(content, { query: '大桥', language: 'zh-Hans', ...request }))).results.map(
        ({ card }) => card,
      ),
    );
  expect(await found({ sort: 'newest' })).toEqual(['new', 'game', 'old']);
  expect(await found({ narrowing: { section: 'news' }, sort: 'newest' })).toEqual(['new', 'old']);
  expect(await found({ narrowing: { section: 'sport' } })).toEqual(['game']);
  expect(await found({ narrowing: { author: 'lin-yuan' } })).toEqual(['old']);
  expect(await found({ query: '', narrowing: { author: 'lin-yuan' } })).toEqual(['old']);
  const from = Date.parse('2026-01-01T00:00:00Z') / 1000;
  const until = Date.parse('2026-02-01T00:00:00Z') / 1000;
  expect(await found({ narrowing: { from }, sort: 'newest' })).toEqual(['new', 'game']);
  expect(await found({ narrowing: { from, until } })).toEqual(['game']);
  expect(await found({ query: '大桥 -足球', sort: 'newest' })).toEqual(['new', 'old']);
  expect(await found({ query: '"大桥通车"' })).toEqual(['new']);
  expect(await found({ language: 'en' })).toEqual([]);
});

test('names are suggested by how they are read, in whole or by their initials', async () => {
  const tag = { slug: 'hu-nan-gong-hui', name: '湖南工会' };
  await press.newsroom.atomic([addTopic(press.newsroom, { kind: 'tag', ...tag, role: null, bio: null })]);
  await publish(document('union', { tags: [tag] }));
  const suggested = (query: string) => reading((content) => suggestedTopics(content, query));
  for (const query of ['hunan gonghui', 'hngh', 'HuNan', 'hunangong'])
    expect(await suggested(query)).toEqual(['湖南工会']);
  for (const query of ['工会', 'h', 'xyz', "'; DROP", '']) expect(await suggested(query)).toEqual([]);
});
