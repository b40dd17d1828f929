import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { followsFrom, mayHaveSigned, publicKeyOf } from '../article/key-list.ts';
import { isSealSigned, type Seal, sealHash } from '../article/seal.ts';
import { openDatabase } from '../db/client.ts';
import { newFill, runFill } from '../db/content/fill-context.ts';
import { findArticle } from '../db/content/queries/articles.ts';
import { openContentWriter } from '../db/content/writer.ts';
import { articleById } from '../db/newsroom/queries/articles.ts';
import { reviseArticle } from '../newsroom/articles.ts';
import { getSettings, saveSettings } from '../newsroom/settings.ts';
import { keysFile, openKeyRing, revokeKey, rotateKey } from './keys.ts';
import { document, now, openTestPress, type TestPress } from './press.fixture.ts';
import { projectAll, projectPending } from './projector.ts';

const later = new Date('2026-03-02T12:00:00Z');

async function publishTwice(press: TestPress): Promise<string> {
  const { id, path } = await press.publish(document('one'));
  await revise(press, id, '第二稿');
  return path as string;
}

async function revise(press: TestPress, id: string, headline: string): Promise<void> {
  const article = await articleById(press.newsroom, id);
  if (!article) throw new Error('not saved');
  await reviseArticle(press.newsroom, article, document('one', { headline }), { now, note: 'test', publish: true });
  await projectPending(press);
}

type StoredSeal = { seal: string; key: string; signature: Buffer };
const former = (press: TestPress) =>
  press.content.orm.all<StoredSeal>(sql`SELECT seal, key, signature FROM former_seals ORDER BY number, position`);

test('every published revision is sealed, and each seal names the hash of the one before it', async () => {
  const press = await openTestPress();
  const path = await publishTwice(press);
  const found = await press.reading((content) => findArticle(content, path));
  const [first] = await former(press);
  if (!first || !found) throw new Error('nothing published');
  const seal = JSON.parse(first.seal) as Seal;
  expect(seal).toMatchObject({ revision: 1, previous: null, article: found.record.id });
  expect(found.record).toMatchObject({ revision: 2, previous: sealHash(seal) });
  const [key] = press.ring.list.keys;
  expect(key && isSealSigned({ ...first, seal }, publicKeyOf(key))).toBe(true);
});

/** Every row of the read model, as text. */
async function dump(press: TestPress): Promise<string> {
  const tables = ['register', 'register_nodes', 'site', 'topics', 'articles', 'article_records', 'former_seals'];
  const rows = tables.map((table) => press.content.orm.all(sql`SELECT * FROM ${sql.identifier(table)} ORDER BY 1, 2`));
  return JSON.stringify(await Promise.all(rows));
}

test('after a rotation a projection from nothing is still the same, byte for byte', async () => {
  const press = await openTestPress();
  await publishTwice(press);
  press.ring = rotateKey(press.ring, later);
  await projectAll(press);
  const after = await dump(press);
  press.content.close();
  rmSync(join(press.folder, 'content.db'));
  press.content = openContentWriter(`file:${press.folder}/content.db`);
  await projectPending(press);
  expect(await dump(press)).toBe(after);
  expect(
    new Set((await press.content.orm.all<StoredSeal>(sql`SELECT key FROM article_records`)).map((r) => r.key)),
  ).not.toContain(press.ring.id);
});

test('a pin that appears later does not change what was sealed', async () => {
  const press = await openTestPress();
  const { path } = await press.publish(document('one', { pinned: ['two'] }));
  await press.publish(document('two'));
  const before = await dump(press);
  await projectAll(press);
  expect(await dump(press)).toBe(before);
  expect((await press.reading((content) => findArticle(content, path as string)))?.record.related).toEqual([]);
});

test('after a revocation everything the key signed is sealed anew, and the history goes on', async () => {
  const press = await openTestPress();
  const path = await publishTwice(press);
  const stolen = press.ring.id;
  press.ring = revokeKey(press.ring, stolen, 'stolen', later);
  await expect(press.reading((content) => findArticle(content, path))).rejects.toMatchObject({
    tampering: { table: 'register', field: 'key' },
  });
  await projectPending(press);
  expect((await press.reading((content) => findArticle(content, path)))?.record.headline).toBe('第二稿');
  const [row] = await press.content.orm.all<StoredSeal>(sql`SELECT key FROM article_records`);
  expect(row?.key).toBe(press.ring.id);
  expect((await former(press)).map((seal) => seal.key)).toEqual([stolen, stolen]);
});

test('the private key is its owner’s only, the list is anybody’s, and opening them again changes nothing', async () => {
  const { ring } = await openTestPress();
  expect(statSync(join(ring.folder, 'newsroom.key')).mode & 0o777).toBe(0o600);
  const list = readFileSync(keysFile(ring.folder), 'utf8');
  expect(list).not.toContain('PRIVATE');
  expect(openKeyRing(ring.folder)).toMatchObject({ id: ring.id });
  expect(readFileSync(keysFile(ring.folder), 'utf8')).toBe(list);
});

test('whoever trusts an old key can follow to the new one, but not past a revoked one', async () => {
  const { ring } = await openTestPress();
  const second = rotateKey(ring, later);
  const third = rotateKey(second, later);
  expect(followsFrom(third.list, ring.id, third.id)).toBe(true);
  const afterTheft = revokeKey(third, third.id, 'stolen', later);
  expect(followsFrom(afterTheft.list, ring.id, afterTheft.id)).toBe(false);
  expect(existsSync(join(ring.folder, 'newsroom.key.next'))).toBe(false);
  const byId = (id: string) => afterTheft.list.keys.find((key) => key.id === id);
  expect(mayHaveSigned(byId(ring.id), '2026-03-01T12:00:00Z')).toBe(true);
  expect(mayHaveSigned(byId(ring.id), '2026-03-03T12:00:00Z')).toBe(false);
  expect(mayHaveSigned(byId(third.id), '2026-03-01T12:00:00Z')).toBe(false);
});

test('a lost private key is replaced, and what it signed stands', async () => {
  const press = await openTestPress();
  const path = await publishTwice(press);
  rmSync(join(press.ring.folder, 'newsroom.key'));
  press.ring = openKeyRing(press.ring.folder, later);
  expect(press.ring.list.keys.map((key) => key.status)).toEqual(['retired', 'active']);
  await projectAll(press);
  expect((await press.reading((content) => findArticle(content, path)))?.record.headline).toBe('第二稿');
});

test('a key file that is not the active key is refused with both names', async () => {
  const { ring } = await openTestPress();
  const other = await openTestPress();
  const text = readFileSync(join(other.ring.folder, 'newsroom.key'), 'utf8');
  writeFileSync(join(ring.folder, 'newsroom.key'), text);
  expect(() => openKeyRing(ring.folder)).toThrow(`is the key ${other.ring.id}`);
});

test('a key list somebody changed is not read', async () => {
  const { ring } = await openTestPress();
  const list = readFileSync(keysFile(ring.folder), 'utf8');
  writeFileSync(keysFile(ring.folder), list.replace('"site": null', '"site": "https://evil.example"'));
  expect(() => openKeyRing(ring.folder)).toThrow('does not carry the signature of its active key');
});

test('a read model whose register was touched is made anew at the next publication', async () => {
  const press = await openTestPress();
  const path = await publishTwice(press);
  await press.content.atomic([sql`UPDATE register SET sequence = 999`]);
  await saveSettings(press.newsroom, await getSettings(press.newsroom), now);
  await projectPending(press);
  expect((await press.reading((content) => findArticle(content, path)))?.record.headline).toBe('第二稿');
});

test('an older read model in the place of the newest is refused, though the newsroom signed it', async () => {
  const press = await openTestPress();
  const path = await publishTwice(press);
  const file = join(press.folder, 'content.db');
  const read = async () => {
    const content = openDatabase(`file:${file}`, { readonly: true });
    try {
      return await runFill(newFill(now), () => findArticle(content, path));
    } finally {
      content.close();
    }
  };
  const client = new Sqlite(file);
  await client.backup(`${file}.older`);
  client.close();
  await press.publish(document('later'));
  expect((await read())?.record.headline).toBe('第二稿');
  press.content.close();
  for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
  renameSync(`${file}.older`, file);
  await expect(read()).rejects.toThrow('register');
});
