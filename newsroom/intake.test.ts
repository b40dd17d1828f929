import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ArticleDraft } from '../article/draft.ts';
import type { Database } from '../db/client.ts';
import { openNewsroom } from '../db/newsroom/open.ts';
import { articleById, formerPathsOf, revisionDocument } from '../db/newsroom/queries/articles.ts';
import { publicationsAfter } from '../db/newsroom/queries/outbox.ts';
import { heldArticles, quarantineEntries } from '../db/newsroom/queries/quarantine.ts';
import { emptySite } from '../edition/site.ts';
import { publishHead } from './articles.ts';
import { chooseNewHosts, decideHost } from './hosts.ts';
import { type IntakeOptions, intakeDraft } from './intake.ts';
import { saveSettings } from './settings.ts';

const now = new Date('2026-11-24T04:00:00Z');
let newsroom: Database;

beforeEach(async () => {
  newsroom = openNewsroom('file::memory:');
  await saveSettings(
    newsroom,
    { site: { ...emptySite, sections: [{ path: 'news', names: { 'zh-Hans': '要闻' } }] }, front: [] },
    now,
  );
});
afterEach(() => newsroom.close());

const draft = (fields: Partial<ArticleDraft> = {}): ArticleDraft => ({
  headline: '夜渡加开',
  kicker: null,
  standfirst: null,
  language: 'zh-Hans',
  layout: 'standard',
  section: { path: null, breadcrumb: [], isDeclared: false },
  authors: [],
  source: null,
  publishedAt: '2026-11-20T01:00:00Z',
  updatedAt: null,
  slug: null,
  tags: [],
  lead: null,
  body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '今晚开船。' }] }] },
  related: [],
  corrections: [],
  withdrawn: null,
  address: null,
  isDraft: false,
  formerPaths: [],
  history: [],
  held: [],
  dropped: [],
  warnings: [],
  ...fields,
});
const take = (fields: Partial<ArticleDraft> = {}, options: Partial<IntakeOptions> = {}) =>
  intakeDraft(newsroom, draft(fields), {
    now,
    publish: true,
    section: 'news',
    origin: 'wxr:1',
    digest: 'd1',
    format: 'wxr',
    readPicture: async () => null,
    ...options,
  });
const articlePublications = async () =>
  (await publicationsAfter(newsroom, 0, 100)).filter(({ kind }) => kind === 'article');

test('the same document again changes nothing, from elsewhere too; a changed one is the next revision', async () => {
  const first = await take();
  expect(first).toMatchObject({ status: 'imported', saved: { revision: 1, path: '/news/2026/11/20/ye-du-jia-kai' } });
  expect(await take()).toMatchObject({ status: 'unchanged', saved: { id: first.saved.id } });
  expect(await take({}, { origin: 'elsewhere' })).toMatchObject({ status: 'unchanged', saved: { id: first.saved.id } });
  expect(await take({ headline: '夜渡再加开' }, { digest: 'd2' })).toMatchObject({
    status: 'imported',
    saved: { id: first.saved.id, revision: 2 },
  });
});

test('a draft is kept and never published by the import', async () => {
  const { saved, status } = await take({ isDraft: true });
  expect(status).toBe('imported');
  expect(saved.path).toBeNull();
  expect(await articlePublications()).toEqual([]);
});

test('a held article waits for an editor, with the reasons; publishing it ends the wait', async () => {
  const { saved, status } = await take({ held: ['half of it is advertising'] });
  expect(status).toBe('held');
  expect(await articlePublications()).toEqual([]);
  const everything = { before: 1_000, limit: 10 };
  expect(await heldArticles(newsroom, everything)).toMatchObject([
    { articleId: saved.id, headline: '夜渡加开', reasons: ['half of it is advertising'] },
  ]);
  const row = await articleById(newsroom, saved.id);
  if (!row) throw new Error('the article is gone');
  await publishHead(newsroom, row, now);
  expect(await heldArticles(newsroom, everything)).toEqual([]);
  expect(await articlePublications()).toHaveLength(1);
});

test('what was taken out as suspicious is kept in quarantine, page furniture is not; a new state brings its own', async () => {
  const farm = { text: '甲|乙|丙', rule: 'spam.link-farm', where: 'line 9' } as const;
  const { saved } = await take({ dropped: [farm, { text: '首页', rule: 'boilerplate.navigation', where: 'line 1' }] });
  const entries = () => quarantineEntries(newsroom, { before: 1_000, limit: 10 });
  expect(await entries()).toMatchObject([
    {
      articleId: saved.id,
      headline: '夜渡加开',
      rule: 'spam.link-farm',
      place: 'line 9',
      text: '甲|乙|丙',
      origin: 'wxr:1',
    },
  ]);
  await take({ dropped: [] }, { digest: 'd2' });
  expect(await entries()).toEqual([]);
});

test('old addresses lead to the article, unless they are another one’s own', async () => {
  const { saved } = await take({ formerPaths: ['/2011/01/18/old', '/p/old'] });
  expect(await formerPathsOf(newsroom, saved.number)).toEqual(['/2011/01/18/old', '/p/old']);
  const other = await take(
    { headline: '别的', formerPaths: ['/news/2026/11/20/ye-du-jia-kai', '/p/other'] },
    { origin: 'wxr:2', digest: 'd9' },
  );
  expect(await formerPathsOf(newsroom, other.saved.number)).toEqual(['/p/other']);
  expect(other.warnings).toContain(
    '/news/2026/11/20/ye-du-jia-kai: its old address belongs to another article and does not redirect',
  );
});

test('earlier states become earlier revisions, and only the last is published', async () => {
  const history = [
    { at: '2026-11-20T01:00:00Z', note: 'first', draft: draft({ headline: '初稿' }) },
    { at: '2026-11-20T02:00:00Z', note: 'second', draft: draft({ headline: '二稿' }) },
  ];
  const { saved } = await take({ history });
  expect(saved.revision).toBe(3);
  expect(await revisionDocument(newsroom, saved.number, 1)).toMatchObject({ headline: '初稿' });
  expect(await revisionDocument(newsroom, saved.number, 3)).toMatchObject({ headline: '夜渡加开' });
  expect(await articlePublications()).toMatchObject([{ revision: 3 }]);
  expect(await take({ history })).toMatchObject({ status: 'unchanged' });
});

const tagsOf = async (number: number) => {
  const { tags } = (await revisionDocument(newsroom, number, 1)) as { tags: { slug: string; name: string }[] };
  return tags.map(({ slug, name }) => `${slug} ${name}`);
};

test('tags that sound alike are two tags, those that differ only in script are one', async () => {
  const { saved } = await take({ tags: ['工会', '公会', '工會'] });
  expect(await tagsOf(saved.number)).toEqual(['gong-hui 工会', 'gong-hui-2 公会']);
  const later = await take({ tags: ['公会'] }, { origin: 'wxr:2', digest: 'd2' });
  expect(await tagsOf(later.saved.number)).toEqual(['gong-hui-2 公会']);
});

/** A lead picture is looked at when tags are resolved already: what is written then comes in between. */
const lead = { media: null, src: 'picture.jpg', alt: '', caption: '', credit: '' };
const meanwhile = (write: () => Promise<unknown>): Partial<IntakeOptions> => {
  let done = false;
  const readPicture = async () => {
    if (!done) await write();
    done = true;
    return null;
  };
  return { readPicture };
};

test('a slug that another writer gave away meanwhile is not shared', async () => {
  const other = () => take({ tags: ['公会'] }, { origin: 'wxr:2', digest: 'd2' });
  const { saved } = await take({ tags: ['工会'], lead }, meanwhile(other));
  expect(await tagsOf(saved.number)).toEqual(['gong-hui-2 工会']);
});

test('a document that another writer imported meanwhile does not become two articles', async () => {
  let first: string | undefined;
  const other = async () => {
    first = (await take()).saved.id;
  };
  const { saved, status } = await take({ lead }, meanwhile(other));
  expect([status, saved.id]).toEqual(['unchanged', first]);
});

test('an older version of a wire story never takes the place of a newer one', async () => {
  const wire = (number: number | null, at: string | null, headline: string, digest: string) =>
    take({ headline, version: { number, at } }, { origin: 'newsml:1', digest, format: 'newsml' });
  const { saved } = await wire(3, '2026-11-24T03:00:00Z', '三版', 'd3');
  const late = await wire(2, '2026-11-24T02:00:00Z', '二版', 'd2');
  expect(late).toMatchObject({ status: 'unchanged', saved: { revision: 1 } });
  expect(late.warnings[0]).toContain('older than what the newsroom has, version 3 of 2026-11-24T03:00:00Z');
  expect(await wire(null, '2026-11-24T02:59:59Z', '无号', 'd0')).toMatchObject({ status: 'unchanged' });
  expect(await wire(4, null, '四版', 'd4')).toMatchObject({ status: 'imported', saved: { id: saved.id, revision: 2 } });
});

test('with the setting to hold, an article waits for its hosts, and their approval publishes it', async () => {
  await chooseNewHosts(newsroom, 'hold', now);
  const link = (href: string) => ({
    type: 'text' as const,
    text: href,
    marks: [{ type: 'link' as const, attrs: { href } }],
  });
  const content = [
    { type: 'paragraph' as const, content: [link('https://tide.example/1'), link('https://gauge.example/2')] },
  ];
  const taken = await take({ body: { type: 'doc', content } });
  expect(taken).toMatchObject({
    status: 'held',
    held: [
      'it links to gauge.example, a host no editor has approved',
      'it links to tide.example, a host no editor has approved',
    ],
  });
  expect(await decideHost(newsroom, 'tide.example', 'approved', now)).toMatchObject({ released: 0 });
  expect((await articleById(newsroom, taken.saved.id))?.publishedRevision).toBe(null);
  expect(await decideHost(newsroom, 'gauge.example', 'approved', now)).toMatchObject({ released: 1 });
  expect((await articleById(newsroom, taken.saved.id))?.publishedRevision).toBe(1);
  expect(await heldArticles(newsroom, { before: 1_000, limit: 10 })).toEqual([]);
});
