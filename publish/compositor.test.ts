import { generateKeyPairSync } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { type Copy, composeHere } from './composing.ts';
import { Compositor } from './compositor.ts';

const { privateKey } = generateKeyPairSync('ed25519');

const copy = (index: number, headline = `标题${index}`): Copy => ({
  document: JSON.stringify({
    slug: `a${index}`,
    status: 'published',
    withdrawn: null,
    language: 'zh-Hans',
    section: 'news',
    layout: 'standard',
    headline,
    kicker: null,
    standfirst: null,
    authors: [],
    source: null,
    publishedAt: '2026-02-01T01:00:00Z',
    updatedAt: null,
    lead: null,
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: `正文${index}。` }] }] },
    tags: [],
    pinned: [],
    translations: [],
    corrections: [],
  }),
  facts: {
    id: `article${String(index).padStart(3, '0')}`,
    revision: 1,
    issuedAt: '2026-02-01T01:00:00Z',
    path: `/news/2026/02/01/a${index}`,
    formerly: [],
    related: [],
    translations: [],
  },
  media: {},
  previous: null,
  sealed: null,
});

function compositor(): Compositor {
  const opened = new Compositor();
  onTestFinished(() => opened.close());
  return opened;
}

test('other threads compose the same as this one, in the same order', async () => {
  const copies = Array.from({ length: 230 }, (_, index) => copy(index));
  const composed = await compositor().compose(copies, privateKey);
  const here = await composeHere(copies, privateKey);
  expect(composed.map(({ cardText }) => cardText)).toEqual(here.map(({ cardText }) => cardText));
  expect(composed[7]?.seal).toEqual(here[7]?.seal);
  expect(Buffer.from(composed[7]?.packed ?? [])).toEqual(here[7]?.packed);
  expect(composed[7]?.terms).toEqual(here[7]?.terms);
  expect(Buffer.from(composed[7]?.signature ?? [])).toEqual(here[7]?.signature);
});

test('a publication that cannot be made fails with its reason, and the threads go on', async () => {
  const opened = compositor();
  await expect(opened.compose([copy(1, '')], privateKey)).rejects.toThrow(/headline/);
  expect((await opened.compose([copy(2)], privateKey))[0]?.record.headline).toBe('标题2');
});
