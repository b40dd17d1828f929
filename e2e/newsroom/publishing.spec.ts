import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hammer } from '../hammer.ts';
import { request } from '../request.ts';
import { expect, type OwnSite, test } from '../site.ts';

/** Shares its tag and section with the story, so that it recommends it. */
const companion = '/transit/rail/2026/01/02/companion';
const day = '/transit/rail/2026/01/03';
const story = `${day}/story`;
/** Everywhere a story of that section, tag, author, source and day is seen, its own page aside. */
const places = [
  '/transit',
  '/transit/rail',
  '/tag/hui-sheng-biao-qian',
  '/author/hui-sheng-ji-zhe',
  '/source/hui-sheng-she',
  '/archive/2026/01/03',
  `${day}`,
  '/search?q=%E5%9B%9E%E5%A3%B0%E6%B8%85%E6%99%B0',
  companion,
  '/zh-hant/transit/rail',
];
const headline = '回声清晰可闻';

const written = (slug: string, title: string, more = '') => `---
title: ${title}
slug: ${slug}
section: transit/rail
lang: zh-Hans
authors: [回声记者]
source: { name: 回声社 }
tags: [回声标签]
published: 2026-01-0${slug === 'story' ? 3 : 2}T12:00:00+08:00
${more}
---

正文里也有回声清晰四个字。
`;

/** Imports both, with every place read before: what was not there was cached as not there. */
async function publishStory(own: OwnSite): Promise<void> {
  await importText(own, 'companion', written('companion', '先来的一篇'));
  for (const place of [...places, story, '/']) await request(own.url + place);
  await importText(own, 'story', written('story', headline));
}

async function importText(own: OwnSite, name: string, text: string): Promise<void> {
  const file = join(own.dataDir, `${name}.md`);
  writeFileSync(file, text);
  const { code, stdout, stderr } = await own.dateline('import', '--publish', file);
  expect(code, stdout + stderr).toBe(0);
}

const read = (own: OwnSite, path: string) => request(own.url + path);
/** Which of the places name the words. A search marks what it looked for, also in the middle of a headline. */
async function placesNaming(own: OwnSite, words: string, among = places): Promise<string[]> {
  const texts = await Promise.all(
    among.map(async (place) => (await read(own, place)).text.replaceAll(/<\/?mark>/g, '')),
  );
  return among.filter((_, index) => texts[index]?.includes(words));
}

test('a published story is on its page and everywhere it belongs, under load', async ({ own }) => {
  const load = hammer(own.url, [...places, story, '/', '/en', companion]);
  await publishStory(own);
  await expect.poll(async () => (await read(own, story)).status).toBe(200);
  await expect
    .poll(() => placesNaming(own, headline))
    .toEqual(places.map((place) => (place.startsWith('/zh-hant') ? '' : place)).filter(Boolean));
  await expect.poll(() => placesNaming(own, '回聲清晰可聞')).toEqual(['/zh-hant/transit/rail']);
  await own.dateline('front', 'story');
  await expect.poll(async () => (await read(own, '/')).text).toContain(headline);
  expect(await load.stop()).toEqual([]);
});

test('an edited headline replaces the old one everywhere, under load', async ({ own }) => {
  await publishStory(own);
  const load = hammer(own.url, [...places, story, companion]);
  const file = join(own.dataDir, 'changes.json');
  writeFileSync(file, JSON.stringify({ headline: '改过的题目' }));
  expect((await own.dateline('edit', 'story', '--json', file)).code).toBe(0);
  await expect.poll(() => placesNaming(own, headline, [...places, story])).toEqual([]);
  const stillFound = places.filter((place) => !place.startsWith('/zh-hant'));
  await expect.poll(() => placesNaming(own, '改过的题目', stillFound)).toEqual(stillFound);
  expect(await load.stop()).toEqual([]);
});

test('a withdrawn story answers 410 with its reason and is gone everywhere, under load', async ({ own }) => {
  await publishStory(own);
  await own.dateline('front', 'story');
  const load = hammer(own.url, [...places, story, companion, '/']);
  expect((await own.dateline('withdraw', 'story', '--reason', '消息有误')).code).toBe(0);
  await expect.poll(async () => (await read(own, story)).status).toBe(410);
  expect((await read(own, story)).text).toContain('消息有误');
  await expect.poll(() => placesNaming(own, headline, [...places, '/'])).toEqual([]);
  for (const gone of ['/tag/hui-sheng-biao-qian', companion]) expect((await read(own, gone)).status).toBe(200);
  expect(await load.stop()).toEqual([]);
});

test('a retagged story leaves its old tag and stands under the new one', async ({ own }) => {
  await publishStory(own);
  await read(own, '/tag/xin-biao-qian');
  expect((await own.dateline('retag', 'story', '新标签')).code).toBe(0);
  await expect.poll(async () => (await read(own, '/tag/xin-biao-qian')).text).toContain(headline);
  await expect.poll(async () => (await read(own, '/tag/hui-sheng-biao-qian')).text).not.toContain(headline);
  await expect.poll(async () => (await read(own, story)).text).toContain('新标签');
});

test('a story that moved twice is one hop away from each earlier address, in every edition', async ({ own }) => {
  await publishStory(own);
  await own.dateline('move', 'story', '--section', 'news/city');
  await own.dateline('move', 'story', '--slug', 'echo');
  const last = '/news/city/2026/01/03/echo';
  for (const former of [story, '/news/city/2026/01/03/story'])
    for (const prefix of ['', '/zh-hant'])
      for (const spelling of [former, `${former}/`, former.toUpperCase()])
        await expect
          .poll(async () => {
            const { status, headers } = await read(own, prefix + spelling);
            return [status, headers.location];
          })
          .toEqual([301, prefix + last]);
  await expect.poll(async () => (await read(own, '/news/city')).text).toContain(headline);
  await expect.poll(async () => (await read(own, '/transit/rail')).text).not.toContain(headline);
  expect((await read(own, last)).status).toBe(200);

  await own.dateline('move', 'echo', '--section', 'transit/rail', '--slug', 'story');
  await expect.poll(async () => (await read(own, story)).status).toBe(200);
  expect((await read(own, last)).headers.location).toBe(story);
});

test('a scheduled story is nowhere before its time and everywhere from then on', async ({ own }) => {
  const began = Date.now();
  await importText(own, 'companion', written('companion', '先来的一篇'));
  // Long enough to be imported, and to be looked for in vain, however busy the machine is.
  const wait = Math.max(5_000, 4 * (Date.now() - began));
  const at = new Date(Date.now() + wait);
  const path = `/transit/rail/${beijingDay(at)}/later`;
  const text = written('later', '到点才有的消息').replace(/published: .*/, `published: ${at.toISOString()}`);
  await importText(own, 'later', text);
  const where = ['/', '/transit/rail', '/tag/hui-sheng-biao-qian', '/search?q=%E5%88%B0%E7%82%B9%E6%89%8D'];
  const early = [(await read(own, path)).status, await placesNaming(own, '到点才有的消息', where)];
  expect(new Date() < at, 'the import took longer than the story had to wait').toBe(true);
  expect(early).toEqual([404, []]);
  await expect.poll(async () => (await read(own, path)).status, { timeout: wait + 20_000 }).toBe(200);
  await expect.poll(() => placesNaming(own, '到点才有的消息', where)).toEqual(where);
});

const beijingDay = (moment: Date) =>
  new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '/');
