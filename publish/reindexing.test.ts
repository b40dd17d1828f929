import { expect, test } from 'vitest';
import { write } from '../db/client.ts';
import { search } from '../db/content/queries/search.ts';
import { articleById } from '../db/newsroom/queries/articles.ts';
import { createArticle, reviseArticle, withdrawArticle } from '../newsroom/articles.ts';
import { document, now, openTestPress, type TestPress } from './press.fixture.ts';
import { projectPending } from './projector.ts';
import { reindex } from './reindexing.ts';

const minute = (n: number) => new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString().replace('.000', '');

/** A press with `count` articles, every second one published before all that came earlier. */
async function pressOutOfOrder(count: number): Promise<TestPress> {
  const press = await openTestPress();
  for (let n = 0; n < count; n++) {
    const fields = { headline: `大桥 ${n}`, publishedAt: minute(n % 2 === 0 ? 1_000 + n : 1_000 - n) };
    await createArticle(press.newsroom, document(`a${n}`, fields), { now, note: 'test', publish: true });
    if (n % 40 === 39) await projectPending(press);
  }
  await projectPending(press);
  return press;
}

const found = async (press: TestPress, query = '大桥') =>
  (await press.reading((content) => search(content, { query, language: 'zh-Hans', sort: 'newest' }))).results.map(
    ({ card }) => card.path.split('/').at(-1),
  );

/** Articles in the order of their places. */
const inOrder = async ({ content }: TestPress) =>
  (await content.rows<{ at: number }>(write`SELECT at FROM search_places ORDER BY place`)).map(({ at }) => at);

test('places follow publication again, and every article is found as before', async () => {
  const press = await pressOutOfOrder(230);
  const before = await found(press);
  const times = await inOrder(press);
  expect(times).not.toEqual(times.toSorted((a, b) => a - b));
  expect(await reindex(press.content)).toBe(230);
  expect(await inOrder(press)).toEqual(times.toSorted((a, b) => a - b));
  expect(await found(press)).toEqual(before);
  const [parts] = await press.content.rows<{ count: number }>(
    write`SELECT count(DISTINCT segid) AS count FROM search_text_idx`,
  );
  expect(parts?.count).toBe(1);
});

test('what stops it anywhere leaves an index that is whole, and the next run brings it to its end', async () => {
  const press = await pressOutOfOrder(230);
  const newest = await found(press);
  const stopped = reindex(press.content, (done) => {
    if (done === 200) throw new Error('stopped');
  });
  await expect(stopped).rejects.toThrow('stopped');
  expect(await found(press)).toEqual(newest);
  expect((await inOrder(press)).length).toBe(230);
  await reindex(press.content);
  const times = await inOrder(press);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times.length).toBe(230);
});

test('what is published, revised and withdrawn meanwhile is in the index as it is then', async () => {
  const press = await pressOutOfOrder(230);
  const [revised, withdrawn] = ['a7', 'a9'].map(async (slug) => {
    const [row] = await press.newsroom.rows<{ id: string }>(write`SELECT id FROM articles WHERE slug = ${slug}`);
    return articleById(press.newsroom, row?.id ?? '');
  });
  const [first, second] = [await revised, await withdrawn];
  if (!first || !second) throw new Error('not saved');
  let changed = false;
  await reindex(press.content, async () => {
    if (changed) return;
    changed = true;
    await press.publish(document('meanwhile', { headline: '新的隧道', publishedAt: minute(3_000) }));
    await reviseArticle(press.newsroom, first, document('a7', { headline: '渡口' }), {
      ...{ now, note: 'test', publish: true },
    });
    await withdrawArticle(press.newsroom, second, '来源有误', now);
    await projectPending(press);
  });
  expect(await found(press, '隧道')).toEqual(['meanwhile']);
  expect(await found(press, '渡口')).toEqual(['a7']);
  expect(await found(press, '"大桥 9"')).toEqual([]);
  expect((await inOrder(press)).length).toBe(230);
});

test('what stands in the index and is no article is gone afterwards', async () => {
  const press = await pressOutOfOrder(10);
  await press.content.atomic([write`INSERT INTO search_text (rowid, terms) VALUES (${99}, ${'大桥'})`]);
  await reindex(press.content);
  expect(await press.content.rows(write`SELECT id FROM search_text_docsize`)).toHaveLength(10);
});
