import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { canonicalJson } from '../article/canonical.ts';
import { sha256 } from '../article/hash.ts';
import { publicKeyOf } from '../article/key-list.ts';
import { leafOfDocument, recordFault, registerFault } from '../article/proof.ts';
import { leafOfCard, topicLeaf } from '../article/register.ts';
import { isSealSigned } from '../article/seal.ts';
import { isSigned } from '../article/signature.ts';
import { articlesDocument, recordDocument, registerDocument, topicsDocument } from '../db/content/queries/proof.ts';
import { articleById } from '../db/newsroom/queries/articles.ts';
import { addTopic } from '../db/newsroom/queries/topics.ts';
import { reviseArticle } from '../newsroom/articles.ts';
import { document, now, openTestPress, type TestPress } from './press.fixture.ts';
import { projectPending } from './projector.ts';

const bytes = (signature: string) => Buffer.from(signature, 'base64url');

async function publishThrice(press: TestPress): Promise<string> {
  const { id, path } = await press.publish(document('one'));
  for (const headline of ['第二稿', '第三稿']) {
    const article = await articleById(press.newsroom, id);
    if (!article) throw new Error('not saved');
    await reviseArticle(press.newsroom, article, document('one', { headline }), { now, note: 'test', publish: true });
    await projectPending(press);
  }
  return path as string;
}

test('an article’s record document holds together, and every seal of its history carries the newsroom’s signature', async () => {
  const press = await openTestPress();
  const path = await publishThrice(press);
  const proof = await press.reading((content) => recordDocument(content, path));
  if (!proof) throw new Error('no document');
  expect(recordFault(proof)).toBeNull();
  expect(proof.history.map(({ seal }) => seal.revision)).toEqual([1, 2]);
  const [key] = press.ring.list.keys;
  for (const { seal, signature } of [...proof.history, proof])
    expect(key && isSealSigned({ seal, key: key.id, signature: bytes(signature) }, publicKeyOf(key))).toBe(true);
});

test('a record document with a changed word, seal or history does not hold together', async () => {
  const press = await openTestPress();
  const path = await publishThrice(press);
  const proof = await press.reading((content) => recordDocument(content, path));
  if (!proof) throw new Error('no document');
  const changed = (change: (copy: NonNullable<typeof proof>) => void) => {
    const copy = structuredClone(proof);
    change(copy);
    return recordFault(copy);
  };
  expect(
    changed((copy) => {
      copy.record.headline = '广告';
    }),
  ).toBe('the seal is of another record');
  expect(
    changed((copy) => {
      copy.seal.revision = 9;
    }),
  ).toBe('the seal does not say what the record says');
  expect(
    changed((copy) => {
      copy.history.shift();
    }),
  ).toContain('does not follow the one before it');
  expect(
    changed((copy) => {
      (copy.history[0] as (typeof copy.history)[0]).seal.issuedAt = '2020-01-01T00:00:00Z';
    }),
  ).toContain('does not follow');
});

test.each([
  ['article_records key', sql`UPDATE article_records SET key = '0123456789abcdef'`],
  ['article_records signature', sql`UPDATE article_records SET signature = zeroblob(64)`],
  ['former_seals seal', sql`UPDATE former_seals SET seal = replace(seal, '"revision":1', '"revision":7')`],
  ['former_seals seal', sql`UPDATE former_seals SET seal = '' WHERE position = 2`],
  ['former_seals seal', sql`UPDATE former_seals SET position = 5 WHERE position = 1`],
  ['former_seals seal', sql`DELETE FROM former_seals`],
])('no record document goes out with another %s', async (refusal, change) => {
  const press = await openTestPress();
  const path = await publishThrice(press);
  await press.content.atomic([change]);
  const [table, field] = refusal.split(' ');
  await expect(press.reading((content) => recordDocument(content, path))).rejects.toMatchObject({
    tampering: { table, field },
  });
});

test('from the register and the chunks everything published can be looked up, and only the newsroom could have signed it', async () => {
  const press = await openTestPress();
  await press.newsroom.atomic([
    addTopic(press.newsroom, { kind: 'tag', slug: 'qiao', name: '桥', role: null, bio: null }),
  ]);
  await press.publish(document('one', { tags: [{ slug: 'qiao', name: '桥' }] }));
  await press.publish(document('later', { publishedAt: '2026-03-05T00:00:00Z' }));
  const register = await press.reading(registerDocument);
  expect(registerFault(register)).toBeNull();
  const [key] = press.ring.list.keys;
  const text = canonicalJson(register.register);
  expect(key && isSigned('register', text, bytes(register.signature), publicKeyOf(key))).toBe(true);

  const articles = await press.reading((content) => articlesDocument(content, 0));
  const leaves = Buffer.alloc(3 * 32);
  for (const place of articles?.places ?? []) {
    const leaf = 'leaf' in place ? Buffer.from(place.leaf, 'hex') : leafOfCard(place);
    leaves.set(leaf, place.number * 32);
  }
  expect(sha256(Buffer.from(sha256(leaves), 'hex'))).toBe(register.chunks.articles[0]);
  expect(articles?.places[1]).toEqual({ number: 2, leaf: expect.stringMatching(/^[0-9a-f]{64}$/) });

  const topics = await press.reading((content) => topicsDocument(content, 0));
  const [topic] = topics?.places ?? [];
  if (!topic) throw new Error('no topic');
  const topicLeaves = Buffer.alloc(2 * 32);
  topicLeaves.set(topicLeaf(topic.kind, topic.slug, topic.record), 32);
  expect(sha256(Buffer.from(sha256(topicLeaves), 'hex'))).toBe(register.chunks.topics[0]);

  const proof = await press.reading((content) => recordDocument(content, '/news/city/2026/02/01/one'));
  expect(proof && leafOfDocument(proof)).toBe(leaves.subarray(32, 64).toString('hex'));
  expect(await press.reading((content) => articlesDocument(content, 1))).toBeNull();
});
