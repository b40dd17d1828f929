import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Block } from '../../article/body.ts';
import type { ArticleDraft, ImportItem } from '../../article/draft.ts';
import type { ArticleRecord } from '../../article/record.ts';
import { articleBySlug } from '../../db/newsroom/queries/articles.ts';
import { emptySite } from '../../edition/site.ts';
import { readNinjs } from '../../ingest/ninjs.ts';
import { createArticle, withdrawArticle } from '../../newsroom/articles.ts';
import { document } from '../../publish/press.fixture.ts';
import { articleNinjs } from '../../syndication/ninjs.ts';
import { testNewsroom } from '../newsroom.fixture.ts';
import { showReaders } from '../press.ts';
import { exportNinjs } from './ninjs.ts';

const now = new Date('2026-11-24T00:00:00Z');
const hints = { name: 'wire.json', now, timeZone: 'Asia/Shanghai' };
const media = 'a'.repeat(16);
const figure = { media, src: null, alt: '五号闸', caption: '凌晨的闸口', credit: '周野' };

const text = (value: string) => ({ type: 'text' as const, text: value });
const blocks: Block[] = [
  {
    type: 'paragraph',
    content: [text('江水'), { ...text('退'), marks: [{ type: 'bold' }] }, { type: 'hardBreak' }, text('了。')],
  },
  { type: 'heading', attrs: { level: 3 }, content: [text('闸口')] },
  {
    type: 'orderedList',
    attrs: { start: 4 },
    content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('第四')] }] }],
  },
  { type: 'quote', attrs: { cite: '林知远' }, content: [{ type: 'paragraph', content: [text('都在。')] }] },
  { type: 'figure', attrs: figure },
  {
    type: 'table',
    content: [
      {
        type: 'tableRow',
        content: [{ type: 'tableHeader', attrs: { colspan: 2, rowspan: 1 }, content: [text('闸')] }],
      },
      {
        type: 'tableRow',
        content: ['五', '六'].map((value) => ({
          type: 'tableCell' as const,
          attrs: { colspan: 1, rowspan: 1 },
          content: [text(value)],
        })),
      },
    ],
  },
  { type: 'embed', attrs: { url: 'https://tide.example/now', title: '潮位', description: '每分钟' } },
  { type: 'divider' },
  { type: 'correction', content: [{ type: 'paragraph', content: [text('闸号有误。')] }] },
  {
    type: 'paragraph',
    content: [
      { ...text('望'), marks: [{ type: 'ruby', attrs: { text: 'wàng' } }] },
      { ...text('后里'), marks: [{ type: 'verbatim', attrs: { lang: null } }] },
    ],
  },
];

const record: ArticleRecord = {
  id: 'record0000',
  revision: 3,
  status: 'published',
  withdrawn: null,
  language: 'zh-Hant',
  path: '/news/city/2026/11/20/night-watch',
  formerly: [],
  issuedAt: '2026-11-23T00:00:00Z',
  previous: null,
  section: 'news/city',
  layout: 'longread',
  headline: '1 < 2 & “夜巡” <b>长堤</b>',
  kicker: '防汛',
  standfirst: '三班人，一夜。',
  authors: [{ slug: 'lin', name: 'Lin, Zhiyuan' }],
  source: { slug: 'wc', name: '望潮日报', url: 'https://source.example/1' },
  publishedAt: '2026-11-20T00:30:00Z',
  updatedAt: '2026-11-22T00:00:00Z',
  lead: figure,
  body: { type: 'doc', content: blocks },
  tags: [{ slug: 'levee', name: '长堤' }],
  related: [],
  translations: [],
  corrections: [{ at: '2026-11-22T00:00:00Z', text: '闸号有误。' }],
  media: { [media]: { width: 1_600, height: 900 } },
};
const home = {
  site: emptySite,
  edition: { language: 'zh-Hant' as const, prefix: '/zh-hant' },
  origin: 'https://news.example',
};
const written = (over: Partial<ArticleRecord> = {}) =>
  articleNinjs({ ...record, ...over }, { pinned: ['levee-2'], translations: ['night-watch-en'] }, home, now);

const itemOf = (ninjs: unknown): ImportItem => [...readNinjs(JSON.stringify(ninjs), hints)][0] as ImportItem;
const draftOf = (ninjs: unknown): ArticleDraft => {
  const { read } = itemOf(ninjs);
  if (!('draft' in read) || !read.draft) throw new Error('no article');
  return read.draft;
};

test('an article comes back from ninjs as it was, every block and field of it', () => {
  const src = `https://news.example/media/${media}-960.jpg`;
  const picture = { ...figure, media: null, src };
  const { headline, kicker, standfirst, language, layout, publishedAt, updatedAt, corrections } = record;
  expect(draftOf(written())).toMatchObject({
    ...{ headline, kicker, standfirst, language, layout, publishedAt, updatedAt, corrections },
    slug: 'night-watch',
    section: { path: 'news/city', isDeclared: true },
    authors: ['Lin, Zhiyuan'],
    tags: ['长堤'],
    source: { name: '望潮日报', url: 'https://source.example/1' },
    lead: picture,
    related: ['levee-2'],
    translations: ['night-watch-en'],
    withdrawn: null,
    held: [],
    body: {
      type: 'doc',
      content: blocks.map((block) => (block.type === 'figure' ? { ...block, attrs: picture } : block)),
    },
  });
});

test('who does not know our part finds headline, text, names and pictures where ninjs has them', () => {
  const { bodies, ...rest } = written() as { bodies: { role: string }[] };
  const draft = draftOf({ ...rest, bodies: bodies.filter(({ role }) => role !== 'carried') });
  expect(draft).toMatchObject({ kicker: '防汛', standfirst: '三班人，一夜。', source: { name: '望潮日报' } });
  expect(draft.body.content.map(({ type }) => type)).toContain('table');
});

test('a withdrawn article says so and why', () => {
  const withdrawn = { at: '2026-11-23T00:00:00Z', reason: '消息来源撤回。' };
  const ninjs = written({ status: 'withdrawn', withdrawn });
  expect(ninjs).toMatchObject({ pubStatus: 'canceled', edNote: '消息来源撤回。' });
  expect(draftOf(ninjs).withdrawn).toEqual(withdrawn);
});

test.each([
  [
    'a body no schema allows',
    (carried: Record<string, unknown>) => ({
      ...carried,
      body: { type: 'doc', content: [{ type: 'html', value: '<script>' }] },
    }),
    /body/,
  ],
  ['a field nobody knows', (carried: Record<string, unknown>) => ({ ...carried, script: 'x' }), /script/],
])('%s is refused by name', (_, change, said) => {
  const ninjs = written() as { bodies: { role: string; value: string }[] };
  const bodies = ninjs.bodies.map((body) =>
    body.role === 'carried' ? { ...body, value: JSON.stringify(change(JSON.parse(body.value))) } : body,
  );
  const { read } = itemOf({ ...ninjs, bodies });
  expect('error' in read && read.error.message).toMatch(said);
});

test('what is out goes into a folder, one file to an article, or into one list', async () => {
  const newsroom = await testNewsroom();
  onTestFinished(() => newsroom.close());
  const { press, folder } = newsroom;
  const saving = { now, note: 'test', publish: true };
  const input = (slug: string) => ({ ...document(slug), section: 'news' });
  for (const slug of ['out', 'gone']) await createArticle(press.newsroom, input(slug), saving);
  await createArticle(press.newsroom, input('kept'), { ...saving, publish: false });
  await createArticle(press.newsroom, { ...input('later'), publishedAt: '2027-02-01T01:00:00Z' }, saving);
  const gone = await articleBySlug(press.newsroom, 'gone');
  if (gone) await withdrawArticle(press.newsroom, gone, '撤回', now);
  await showReaders(press);
  const place = { publicUrl: 'https://news.example', now };
  expect(await exportNinjs(press.newsroom, join(folder, 'out'), [], place)).toBe(2);
  expect(
    readdirSync(join(folder, 'out'))
      .map((name) => name.replace(/-\w+\.json$/, ''))
      .sort(),
  ).toEqual(['gone', 'out']);
  expect(await exportNinjs(press.newsroom, join(folder, 'out.json'), [], place)).toBe(2);
  expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))).toHaveLength(2);
  await expect(exportNinjs(press.newsroom, join(folder, 'out'), [], place)).rejects.toThrow('is there already');
});
