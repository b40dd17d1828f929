import { expect, test } from 'vitest';
import { write } from '../db/client.ts';
import { newFill, runFill } from '../db/content/fill-context.ts';
import { listSitemaps, sitemapCards } from '../db/content/queries/sitemap.ts';
import { articleById } from '../db/newsroom/queries/articles.ts';
import { withdrawArticle } from '../newsroom/articles.ts';
import { document, now, openTestPress, type TestPress } from './press.fixture.ts';
import { projectAll, projectPending } from './projector.ts';

const headlines = async (press: TestPress, file: number, moment?: Date) =>
  (await press.reading((content) => sitemapCards(content, file), moment)).map(({ headline }) => headline);
const files = (press: TestPress, moment?: Date) => press.reading(listSitemaps, moment);
const at = (moment: string | Date) => Math.floor(new Date(moment).getTime() / 1000);

/** The next article gets this number. */
const skipTo = (press: TestPress, number: number) =>
  press.newsroom.atomic([write`UPDATE sqlite_sequence SET seq = ${number - 1} WHERE name = 'articles'`]);

async function withdraw(press: TestPress, id: string, moment: Date): Promise<void> {
  const article = await articleById(press.newsroom, id);
  if (!article) throw new Error(`no article ${id}`);
  await withdrawArticle(press.newsroom, article, '误发', moment);
  await projectPending(press);
}

test('a sitemap file holds five hundred numbers, and a full one never changes with what comes after', async () => {
  const press = await openTestPress();
  await press.publish(document('first'));
  await skipTo(press, 500);
  await press.publish(document('last'));
  const before = await files(press);
  await press.publish(document('next'));
  expect(await headlines(press, 1)).toEqual(['标题 first', '标题 last']);
  expect(await headlines(press, 2)).toEqual(['标题 next']);
  expect(await files(press)).toEqual([...before, { file: 2, changedAt: at(now) }]);
});

test('a withdrawn article leaves its file and moves no other; a file that holds nothing is none', async () => {
  const press = await openTestPress();
  const first = await press.publish(document('first'));
  const second = await press.publish(document('second'));
  const later = new Date('2026-03-02T00:00:00Z');
  await withdraw(press, first.id, later);
  expect(await headlines(press, 1)).toEqual(['标题 second']);
  expect(await files(press, later)).toEqual([{ file: 1, changedAt: at(later) }]);
  await withdraw(press, second.id, later);
  expect(await files(press, later)).toEqual([]);
});

test('a scheduled article comes into its file at its time, and the file changed then', async () => {
  const press = await openTestPress();
  const moment = '2026-03-05T08:00:00Z';
  await press.publish(document('scheduled', { publishedAt: moment }));
  expect(await files(press)).toEqual([]);
  await press.publish(document('out'));
  expect(await headlines(press, 1)).toEqual(['标题 out']);
  expect(await files(press)).toEqual([{ file: 1, changedAt: at(now) }]);
  expect(await headlines(press, 1, new Date(moment))).toEqual(['标题 scheduled', '标题 out']);
  expect(await files(press, new Date(moment))).toEqual([{ file: 1, changedAt: at(moment) }]);

  for (const read of [listSitemaps, (content: typeof press.content) => sitemapCards(content, 1)]) {
    const fill = newFill(now);
    await runFill(fill, () => read(press.content));
    expect(fill.notAfter).toBe(Date.parse(moment));
  }
});

test('a file is tagged as one, and the publication of any of its articles drops it', async () => {
  const press = await openTestPress();
  await press.publish(document('first'));
  const fill = newFill(now);
  await runFill(fill, () => sitemapCards(press.content, 1));
  expect([...fill.tags]).toEqual(['sitemap:1']);
  await press.publish(document('second'));
  const dropped = await press.content.rows<{ tag: string }>(
    write`SELECT tag FROM invalidation WHERE mode = 'hard' AND tag LIKE 'sitemap:%'`,
  );
  expect(dropped.map(({ tag }) => tag)).toEqual(['sitemap:1', 'sitemap:1']);
});

test('made anew, the read model tells the same of its sitemaps', async () => {
  const press = await openTestPress();
  const gone = await press.publish(document('gone'));
  await press.publish(document('scheduled', { publishedAt: '2026-03-05T08:00:00Z' }));
  await skipTo(press, 1_200);
  await press.publish(document('far'));
  await withdraw(press, gone.id, new Date('2026-03-02T00:00:00Z'));
  const rows = () => press.content.rows(write`SELECT * FROM sitemap_files ORDER BY file`);
  const before = await rows();
  expect(before).toHaveLength(2);
  await projectAll(press);
  expect(await rows()).toEqual(before);
});
