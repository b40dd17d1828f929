import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openNewsroom } from '../db/newsroom/open.ts';
import { topicBySlug } from '../db/newsroom/queries/topics.ts';
import { type ArticleDocument, parseDocument } from './document.ts';
import { checkReferences } from './references.ts';

function newsroom() {
  const folder = mkdtempSync(join(tmpdir(), 'newsroom-'));
  const database = openNewsroom(`file:${folder}/newsroom.db`);
  onTestFinished(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });
  return database;
}

const document = (fields: Partial<ArticleDocument>) =>
  parseDocument({
    slug: 'bridge',
    status: 'published',
    withdrawn: null,
    language: 'zh-Hans',
    section: 'news',
    layout: 'standard',
    headline: '桥',
    kicker: null,
    standfirst: null,
    authors: [],
    source: null,
    publishedAt: '2026-01-01T00:00:00Z',
    updatedAt: null,
    lead: null,
    body: { type: 'doc', content: [{ type: 'paragraph' }] },
    tags: [],
    pinned: [],
    corrections: [],
    ...fields,
  });

test('a topic that an editor names for the first time is added, so that its page exists', async () => {
  const database = newsroom();
  const named = document({ tags: [{ slug: 'qiao', name: '桥' }], source: { slug: 'she', name: '社', url: null } });
  await database.atomic(await checkReferences(database, named));
  expect((await topicBySlug(database, 'tag', 'qiao'))?.name).toBe('桥');
  expect((await topicBySlug(database, 'source', 'she'))?.name).toBe('社');
  expect(await checkReferences(database, named)).toEqual([]);
});

test('a second slug for a known name is refused with the right one', async () => {
  const database = newsroom();
  await database.atomic(await checkReferences(database, document({ tags: [{ slug: 'qiao', name: '桥' }] })));
  await expect(checkReferences(database, document({ tags: [{ slug: 'bridge', name: '桥' }] }))).rejects.toThrow(
    'tag "桥" has the slug "qiao", not "bridge"',
  );
});

test('a picture the newsroom does not hold is refused before it can hold up the projection', async () => {
  const database = newsroom();
  const picture = { media: '0123456789abcdef', src: null, alt: '桥', caption: '', credit: '' };
  for (const fields of [{ lead: picture }, { body: { type: 'doc', content: [{ type: 'figure', attrs: picture }] } }])
    await expect(checkReferences(database, document(fields as Partial<ArticleDocument>))).rejects.toThrow(
      'the newsroom holds no picture "0123456789abcdef"',
    );
});

test('a withdrawal without a reason is refused', () => {
  expect(() => document({ status: 'withdrawn' })).toThrow('withdrawn: an article is withdrawn with a time');
});
