import { expect, test } from 'vitest';
import { write } from '../db/client.ts';
import { suggestionsFor } from '../db/content/queries/suggestions.ts';
import { addTopic } from '../db/newsroom/queries/topics.ts';
import { document, openTestPress } from './press.fixture.ts';

async function pressWithHeadlines() {
  const press = await openTestPress();
  const tag = { slug: 'huan-wei', name: '环卫' };
  await press.newsroom.atomic([addTopic(press.newsroom, { kind: 'tag', ...tag, role: null, bio: null })]);
  await press.publish(
    document('union', { headline: '湖南省總工會：湖南工會開放驛站', language: 'zh-Hant', tags: [tag] }),
  );
  await press.publish(document('tram', { headline: 'Tram 延伸至 Harbour 码头' }));
  await press.publish(document('soon', { headline: '绝密消息', publishedAt: '2026-04-01T00:00:00Z' }));
  const suggested = (query: string, language: 'zh-Hans' | 'en' = 'zh-Hans') =>
    press.reading((content) => suggestionsFor(content, query, language));
  return { press, suggested };
}

test('words of headlines are suggested by how they are read, as they are written there', async () => {
  const { suggested } = await pressWithHeadlines();
  for (const query of ['hunan gonghui', 'HuNanGongHui', 'hngh']) expect(await suggested(query)).toEqual(['湖南工會']);
  expect(await suggested('zonggonghui')).toEqual(['總工會']);
  expect(await suggested('matou')).toEqual(['码头']);
  expect(await suggested('gonghui', 'en')).toEqual([]);
});

test('a Latin word with a wrong letter leads to the one that was meant', async () => {
  const { suggested } = await pressWithHeadlines();
  expect(await suggested('harbuor')).toEqual(['Harbour']);
  expect(await suggested('harbor')).toEqual(['Harbour']);
  expect(await suggested('harbour')).toEqual([]);
});

test('when nothing was typed, what is in the news is', async () => {
  const { suggested } = await pressWithHeadlines();
  expect(await suggested('')).toEqual(['环卫']);
  expect(await suggested('  ')).toEqual(['环卫']);
  expect(await suggested('', 'en')).toEqual([]);
});

test('nothing is suggested that readers may not see yet, nor what was written into the index', async () => {
  const { press, suggested } = await pressWithHeadlines();
  expect(await suggested('juemi')).toEqual([]);
  await press.content.atomic([
    write`UPDATE search_places SET at = 0`,
    write`UPDATE search_places SET headline = ${'伪造的话'}, reading = ${'wei zao de hua'} WHERE headline LIKE ${'%驿站%'}`,
  ]);
  expect(await suggested('juemi')).toEqual([]);
  expect(await suggested('weizao')).toEqual([]);
});

test.each(['"', 'a'.repeat(10_000), 'hu '.repeat(3_000), '\u202exian', "'''''''", 'xian'.repeat(9)])(
  '%# no query is an error',
  async (query) => {
    const { suggested } = await pressWithHeadlines();
    await expect(suggested(query)).resolves.toBeInstanceOf(Array);
  },
);
