import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from '../db/client.ts';
import { openNewsroom } from '../db/newsroom/open.ts';
import { emptySite } from '../edition/site.ts';
import { fileUnder } from './sections.ts';
import { getSettings, saveSettings } from './settings.ts';

const now = new Date('2026-11-24T04:00:00Z');
let newsroom: Database;

beforeEach(async () => {
  newsroom = openNewsroom('file::memory:');
  const sections = [
    { path: 'news', names: { 'zh-Hans': '要闻' } },
    { path: 'news/city', names: { 'zh-Hans': '本市', en: 'City' } },
  ];
  await saveSettings(newsroom, { site: { ...emptySite, sections }, front: [] }, now);
});
afterEach(() => newsroom.close());

const file = (path: string | null, breadcrumb: string[], isDeclared = false) =>
  fileUnder(newsroom, { path, breadcrumb, isDeclared }, 'zh-Hans', now);

test('a section is found by its path, or by its name in either script', async () => {
  expect(await file('news/city', [])).toEqual({ section: 'news/city', added: [] });
  expect(await file(null, ['首页', '要聞'])).toEqual({ section: 'news', added: [] });
  expect(await file(null, ['新闻', 'city'])).toEqual({ section: 'news/city', added: [] });
});

test('words read off a page make no section', async () => {
  expect(await file(null, ['打榜'])).toEqual({ section: null, added: [] });
});

test('a section an export declares is made, with its name and its parent', async () => {
  expect(await file(null, ['港口', '码头'], true)).toEqual({
    section: 'gang-kou/ma-tou',
    added: ['gang-kou', 'gang-kou/ma-tou'],
  });
  expect((await getSettings(newsroom)).site.sections.slice(2)).toEqual([
    { path: 'gang-kou', names: { 'zh-Hans': '港口' } },
    { path: 'gang-kou/ma-tou', names: { 'zh-Hans': '码头' } },
  ]);
});

test('a name that is the address of another page gets one of its own', async () => {
  expect(await file('tag', ['标签'], true)).toMatchObject({ section: 'tag-section' });
  expect(await file('2023', ['2023'], true)).toMatchObject({ section: '2023-section' });
});
