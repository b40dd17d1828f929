import { expect, test } from 'vitest';
import type { Recommendation } from '../article/recommendation.ts';
import { newFill, runFill } from '../db/content/fill-context.ts';
import { findArticle } from '../db/content/queries/articles.ts';
import { type Readership, recommendedFor } from '../db/content/queries/recommended.ts';
import { articleById } from '../db/newsroom/queries/articles.ts';
import { createArticle, type Saved, withdrawArticle } from '../newsroom/articles.ts';
import type { ArticleDocument } from '../newsroom/document.ts';
import { document, now, openTestPress, type TestPress } from './press.fixture.ts';
import { projectPending } from './projector.ts';

type Fields = Partial<ArticleDocument> & { text?: string };
const written = (slug: string, { text = `正文 ${slug}。`, ...fields }: Fields = {}): ArticleDocument =>
  document(slug, {
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
    ...fields,
  });
/** The nth hour of January. */
const hour = (n: number): string => new Date(Date.UTC(2026, 0, 1, n)).toISOString().replace('.000', '');

async function publishAll(press: TestPress, ...documents: ArticleDocument[]): Promise<Saved[]> {
  const saved: Saved[] = [];
  for (const input of documents)
    saved.push(await createArticle(press.newsroom, input, { now, note: 'test', publish: true }));
  await projectPending(press);
  return saved;
}

const find = async (press: TestPress, { path }: Saved) => {
  const found = await press.reading((content) => findArticle(content, path as string));
  if (!found) throw new Error(`${path} is not there`);
  return found;
};

const topics = [
  '潮汐',
  '码头',
  '陶窑',
  '戏台',
  '桥墩',
  '渡船',
  '食堂',
  '路灯',
  '菜场',
  '球场',
  '图书',
  '书店',
  '祠堂',
  '邮局',
];
/** Stories that have nothing in common but the paper they are in. */
const others = (count: number): ArticleDocument[] =>
  Array.from({ length: count }, (_, n) => {
    const topic = topics[n % topics.length] as string;
    return written(`other-${n}`, {
      publishedAt: hour(n),
      headline: `${topic}${n}号`,
      text: `${topic}的事情，${topic}的人，记在第${n}页。`,
      section: n % 3 === 0 ? 'sport' : 'news/city',
    });
  });

const slugs = (items: readonly Recommendation[]) => items.map(({ card }) => card.path.split('/').at(-1));
const reasonOf = (items: readonly Recommendation[], slug: string) =>
  items.find(({ card }) => card.path.endsWith(`/${slug}`))?.reason;
const block = async (paper: TestPress, saved: Saved, readership?: Readership) => {
  const found = await find(paper, saved);
  return paper.reading((content) => recommendedFor(content, found, readership));
};

const said = [
  '工会与港务公司谈了一夜，没有结果。',
  '理货员也停了手，吊机下只有海鸥。',
  '货主把冷藏箱改运到南坡，运费涨了一成。',
  '调解员请双方先说清夜班补贴怎么算。',
  '家属送来热汤，帐篷里有人下棋。',
  '公司愿意补发高温津贴，工人要写进合同。',
  '第一艘船在外锚地掉头，改去邻港。',
  '投票箱摆在食堂门口，由退休的老班长看着。',
];
const strike = (slug: string, n: number, fields: Fields = {}) =>
  written(slug, {
    publishedAt: hour(n),
    headline: `装卸工人罢工：${said[n % said.length]?.slice(0, 8)}`,
    text: `装卸工人仍在罢工。${said[n % said.length]}`,
    ...fields,
  });

test('what is about the same comes before what is newer, and says what both speak of', async () => {
  const paper = await openTestPress();
  const [first] = await publishAll(paper, strike('strike-1', 1));
  await publishAll(paper, ...others(30), strike('strike-2', 2), strike('strike-3', 3));
  const items = await block(paper, first as Saved);
  expect(new Set(slugs(items).slice(0, 2))).toEqual(new Set(['strike-2', 'strike-3']));
  expect(reasonOf(items, 'strike-2')).toEqual({ kind: 'words', name: expect.stringMatching(/罢工|装卸|工人/) });
  expect(items.length).toBeGreaterThanOrEqual(8);
});

test('both scripts are one language: a story is found from its Traditional counterpart', async () => {
  const paper = await openTestPress();
  await publishAll(paper, ...others(20), strike('strike-2', 2));
  const [hant] = await publishAll(
    paper,
    written('hant', { language: 'zh-Hant', headline: '裝卸工人罷工的一天', text: '裝卸工人仍在罷工，工會說。' }),
  );
  expect(slugs(await block(paper, hant as Saved))[0]).toBe('strike-2');
});

test('an old page leads to what came after it', async () => {
  const paper = await openTestPress();
  const [old] = await publishAll(paper, strike('strike-1', 1));
  await publishAll(paper, ...others(40));
  await publishAll(paper, strike('strike-93', 93));
  expect(slugs(await block(paper, old as Saved))[0]).toBe('strike-93');
});

test('the same story from another wire is not recommended, neither beside itself nor twice', async () => {
  const paper = await openTestPress();
  const text = '渡口今晨恢复夜航，首班船载客一百二十人，末班改到零点，票价不变，船员分两班值守，候船室的灯亮到天明。';
  const wire = (slug: string, n: number) => written(slug, { publishedAt: hour(n), headline: '夜航今晨恢复', text });
  const [first, copy] = await publishAll(paper, wire('ferry', 1), wire('ferry-copy', 2));
  const [about] = await publishAll(
    paper,
    written('about', {
      publishedAt: hour(3),
      headline: '夜航恢复以后',
      text: '渡口的夜航恢复以后，候船室里的人多了起来。',
    }),
  );
  await publishAll(paper, ...others(20));
  const besideItself = slugs(await block(paper, first as Saved)).slice(0, 7);
  expect(besideItself).toContain('about');
  expect(besideItself.indexOf('ferry-copy')).not.toBe(0);
  const items = await block(paper, about as Saved);
  const related = items.filter(({ reason }) => reason.kind === 'words' || reason.kind === 'similar');
  expect(slugs(related).filter((slug) => slug?.startsWith('ferry'))).toHaveLength(1);
  expect(copy?.id).not.toBe(first?.id);
});

test('no five items are of one topic as long as there are others', async () => {
  const paper = await openTestPress();
  const tag = { slug: 'strike', name: '罢工' };
  const [first] = await publishAll(paper, strike('strike-0', 0, { tags: [tag] }));
  await publishAll(paper, ...Array.from({ length: 7 }, (_, n) => strike(`strike-${n + 1}`, n + 1, { tags: [tag] })));
  const harbour = { slug: 'harbour', name: '港口' };
  const [both] = await publishAll(
    paper,
    strike('both', 25, { tags: [tag, harbour], headline: '港口的早晨', text: '罢工之后，港口的早晨很静。' }),
  );
  await publishAll(
    paper,
    ...Array.from({ length: 5 }, (_, n) =>
      written(`harbour-${n}`, {
        publishedAt: hour(30 + n),
        tags: [harbour],
        headline: `港口第${n}座${topics[n]}吊机`,
        text: `${topics[n]}旁的港口吊机，${n}号。`,
      }),
    ),
  );
  const items = await block(paper, both as Saved);
  const topicsShown = items.flatMap(({ reason }) => (reason.kind === 'topic' ? [reason.name] : []));
  const counted = Map.groupBy(topicsShown, (name) => name);
  expect([...counted.keys()].sort()).toEqual(['港口', '罢工']);
  for (const [name, shown] of counted) expect(shown.length, name).toBeLessThanOrEqual(4);
  expect(slugs(await block(paper, first as Saved)).length).toBeGreaterThanOrEqual(8);
});

test('a withdrawn article is in no block, a scheduled one from its time on', async () => {
  const paper = await openTestPress();
  const [first, second] = await publishAll(paper, strike('strike-1', 1), strike('strike-2', 2), ...others(20));
  const later = '2026-03-02T00:00:00Z';
  await publishAll(paper, strike('tomorrow', 3, { publishedAt: later }));
  const found = await find(paper, first as Saved);
  const fill = newFill(now);
  expect(slugs(await runFill(fill, () => recommendedFor(paper.content, found)))).not.toContain('tomorrow');
  expect(fill.notAfter).toBe(Date.parse(later));
  const after = newFill(new Date('2026-03-02T00:00:01Z'));
  expect(slugs(await runFill(after, () => recommendedFor(paper.content, found)))).toContain('tomorrow');
  const article = await articleById(paper.newsroom, (second as Saved).id);
  if (!article) throw new Error('not saved');
  await withdrawArticle(paper.newsroom, article, '来源有误', now);
  await projectPending(paper);
  expect(slugs(await block(paper, first as Saved))).not.toContain('strike-2');
});

test('what is read most in the section today has one place, and says so', async () => {
  const paper = await openTestPress();
  const [first] = await publishAll(paper, strike('strike-1', 1));
  const saved = await publishAll(paper, ...others(30));
  const popular = saved[1] as Saved;
  const readership: Readership = {
    readsOfDay: async () => new Map([[popular.id, 500]]),
    mostRead: async (list) => (list === 'zh:section:news' ? ['gone000000', popular.id, (first as Saved).id] : []),
  };
  const gone = { ...readership, mostRead: async () => ['gone000000'] };
  const items = await block(paper, first as Saved, {
    ...readership,
    mostRead: async () => [(first as Saved).id, popular.id],
  });
  expect(reasonOf(items, 'other-1')).toEqual({ kind: 'read' });
  // An article that is gone leaves its place to another.
  expect((await block(paper, first as Saved, gone)).length).toBeGreaterThanOrEqual(8);
});

test('every article is led to by others, however little it has to do with them', async () => {
  const paper = await openTestPress();
  const saved = await publishAll(paper, ...others(60));
  const leads = new Map(saved.map(({ id }) => [id, 0]));
  for (const article of saved) {
    for (const { card } of await block(paper, article)) leads.set(card.id, (leads.get(card.id) ?? 0) + 1);
  }
  expect(Math.min(...leads.values())).toBeGreaterThanOrEqual(1);
  expect([...leads.values()].filter((count) => count < 2).length).toBeLessThanOrEqual(4);
});

test('a publication tells the pages it belongs beside, and no others', async () => {
  const paper = await openTestPress();
  const saved = await publishAll(paper, strike('strike-1', 1), ...others(60), strike('strike-2', 70));
  const told = async (work: () => Promise<unknown>): Promise<string[]> => {
    const [before] = await paper.content.rows<{ seq: number }>({
      text: 'SELECT max(seq) AS seq FROM invalidation',
      values: [],
    });
    await work();
    const rows = await paper.content.rows<{ tag: string }>({
      text: 'SELECT tag FROM invalidation WHERE seq > ?',
      values: [before?.seq ?? 0],
    });
    return rows.map(({ tag }) => tag);
  };
  const tags = await told(() => publishAll(paper, strike('strike-3', 100)));
  const [first, far] = [saved[0] as Saved, saved[20] as Saved];
  const newest = saved.at(-1) as Saved;
  expect(tags).toContain(`around:${first.id}`);
  expect(tags).toContain(`around:${newest.id}`);
  expect(tags).not.toContain(`around:${far.id}`);
  const fill = newFill(now);
  const found = await find(paper, far);
  await runFill(fill, () => recommendedFor(paper.content, found));
  expect(fill.tags).toContain(`around:${far.id}`);
  expect([...fill.tags].filter((tag) => tag.startsWith('list:'))).toEqual([]);
});
