import { expect, test } from 'vitest';
import { write } from '../db/client.ts';
import { type SearchRequest, search } from '../db/content/queries/search.ts';
import { createArticle } from '../newsroom/articles.ts';
import { document, openTestPress } from './press.fixture.ts';
import { projectPending } from './projector.ts';

const published = new Date('2026-03-01T12:00:00Z');
const body = (text: string) => ({
  type: 'doc' as const,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
});
const minute = (n: number) => new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString().replace('.000', '');

/** A press with `count` articles about bridges, a minute apart; the oldest fifty say so in their headlines. */
async function pressWithBridges(count: number) {
  const press = await openTestPress();
  for (let n = 0; n < count; n++) {
    const fields = {
      ...{ publishedAt: minute(n), body: body(`第${n}座大桥。`) },
      ...(n < 50 && { headline: `大桥 ${n}` }),
    };
    await createArticle(press.newsroom, document(`a${n}`, fields), { now: published, note: 'test', publish: true });
  }
  await projectPending(press);
  const find = (request: Partial<SearchRequest>) =>
    press.reading((content) => search(content, { query: '大桥', language: 'zh-Hans', ...request }));
  /** Slugs of all results, page after page. */
  const all = async (request: Partial<SearchRequest>) => {
    const slugs: string[] = [];
    for (let next: { page: number; before: number | null } | null = { page: 1, before: null }; next !== null; ) {
      const { results, older } = await find({ ...request, ...next });
      slugs.push(...results.map(({ card }) => card.path.split('/').at(-1) ?? ''));
      next = older;
    }
    return slugs;
  };
  return { press, find, all };
}

test('every match is reached page by page, each once, however many there are', async () => {
  const { press, find, all } = await pressWithBridges(260);
  const every = Array.from({ length: 260 }, (_, n) => `a${n}`);
  expect(await all({ sort: 'newest' })).toEqual(every.toReversed());
  const ranked = await all({});
  expect(ranked.toSorted()).toEqual(every.toSorted());
  // Those that say it in the headline come first, although they are the oldest.
  expect(ranked.slice(0, 50).every((slug) => Number(slug.slice(1)) < 50)).toBe(true);
  expect(await find({})).toMatchObject({ more: true, count: 250 });

  // A page further down is the same one when newer articles have come, and when the one it follows is gone.
  const { older } = await find({ sort: 'newest', page: 20 });
  const before = older?.before ?? 0;
  const page = async () => (await find({ sort: 'newest', before })).results.map(({ card }) => card.id);
  const then = await page();
  await press.publish(document('newer', { publishedAt: minute(500), body: body('又一座大桥。') }));
  expect(await page()).toEqual(then);
  await press.content.atomic([write`DELETE FROM search_places WHERE number = ${before}`]);
  expect(await page()).toEqual(then);
});

test('what holds all of a query comes before what holds a part, and is counted without it', async () => {
  const press = await openTestPress();
  await press.publish(document('part', { headline: '大桥合龙在即' }));
  await press.publish(document('whole', { headline: '旧闻', body: body('大桥已在去年合龙，隧道也将贯通。') }));
  const { results, count } = await press.reading((content) =>
    search(content, { query: '大桥 隧道', language: 'zh-Hans' }),
  );
  expect(results.map(({ card, whole }) => [card.path.split('/').at(-1), whole])).toEqual([
    ['whole', true],
    ['part', false],
  ]);
  expect(count).toBe(1);
});

test('an article still to come is not found, whatever the index says of it', async () => {
  const press = await openTestPress();
  await press.publish(document('soon', { headline: '大桥通车', publishedAt: '2026-04-01T00:00:00Z' }));
  const found = () => press.reading((content) => search(content, { query: '大桥', language: 'zh-Hans' }));
  expect((await found()).results).toEqual([]);
  await press.content.atomic([write`UPDATE search_places SET at = 0`]);
  expect((await found()).results).toEqual([]);
});

test('where few articles are in another language, they are found in it and nowhere else', async () => {
  const press = await openTestPress();
  for (let n = 0; n < 12; n++) await press.publish(document(`z${n}`, { headline: `Tram 线路 ${n}` }));
  await press.publish(document('english', { headline: 'Tram lines', language: 'en' }));
  const paths = async (language: 'en' | 'zh-Hans') =>
    (await press.reading((content) => search(content, { query: 'tram', language, size: 20 }))).results.map(({ card }) =>
      card.path.split('/').at(-1),
    );
  expect(await paths('en')).toEqual(['english']);
  expect(await paths('zh-Hans')).toHaveLength(12);
});

test.each([
  ['ten thousand characters', '的'.repeat(10_000)],
  ['nothing but quotes', '"'.repeat(500)],
  ['operators', '(a OR b) AND NOT c* NEAR/2 ^d "e'],
  ['control and bidi characters', '\u202e\u200b\u0007\ufeff大桥\u2066'],
  ['phrases never closed', `-${'"大桥'.repeat(40)}`],
  ['terms of the index itself', '§zh §snews ·tra'],
  ['columns', 'rowid:1 terms:x search_text {a b}'],
  ['halves of characters', '\ud800 大桥 \udfff'],
])('%s: answered like any other query', async (_, query) => {
  const press = await openTestPress();
  await press.publish(document('bridge', { headline: '大桥合龙' }));
  for (const sort of ['relevance', 'newest'] as const)
    await expect(
      press.reading((content) => search(content, { query, language: 'zh-Hans', sort })),
    ).resolves.toMatchObject({ older: null });
});
