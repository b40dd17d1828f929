import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical.ts';
import { parseKeyList } from './key-list.ts';
import { recordDocumentSchema, recordFault, registerDocumentSchema, registerFault } from './proof.ts';

/** The vectors of docs/record-format.md, checked as that page says and with nothing of ours but canonical JSON. */
const vectors = JSON.parse(readFileSync(new URL('../docs/record-format.vectors.json', import.meta.url), 'utf8'));
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const hex = (data: string | Buffer) => sha256(data).toString('hex');

type Key = { id: string; publicKey: string };
const keyOf = (id: string): Key => vectors.keys.keys.find((key: Key) => key.id === id);

function isSigned(purpose: string, text: string, signature: string, key: Key): boolean {
  const object = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key.publicKey }, format: 'jwk' });
  const signed = Buffer.concat([Buffer.from(`dateline:1:${purpose}\n`), sha256(text)]);
  return verify(null, signed, object, Buffer.from(signature, 'base64url'));
}

test('the key list is signed by its active key, which the key before it endorsed', () => {
  const { keys, site, format, signedBy, signature } = vectors.keys;
  for (const key of keys) expect(hex(Buffer.from(key.publicKey, 'base64url')).slice(0, 16)).toBe(key.id);
  expect(isSigned('keys', canonicalJson({ format, site, keys }), signature, keyOf(signedBy))).toBe(true);
  const { id, publicKey, from, endorsement } = keyOf(signedBy) as Key & {
    from: string;
    endorsement: Key & { key: string; signature: string };
  };
  expect(isSigned('key', canonicalJson({ id, publicKey, from }), endorsement.signature, keyOf(endorsement.key))).toBe(
    true,
  );
  expect(parseKeyList(JSON.stringify(vectors.keys), 'vectors').signedBy).toBe(signedBy);
});

test('the record has the hash its seal names, and the seals are one signed chain', () => {
  const { document, record, seals } = vectors;
  expect(canonicalJson(document.record)).toBe(record.canonical);
  expect(hex(record.canonical)).toBe(record.sha256);
  expect(document.seal.record).toBe(record.sha256);
  const chain = [...document.history, document];
  for (const [index, { seal, key, signature }] of chain.entries()) {
    expect(canonicalJson(seal)).toBe(seals[index].canonical);
    expect(isSigned('seal', canonicalJson(seal), signature, keyOf(key))).toBe(true);
    expect(seal.previous).toBe(index === 0 ? null : hex(canonicalJson(chain[index - 1].seal)));
  }
  expect(recordFault(recordDocumentSchema.parse(document))).toBeNull();
});

test('the places make the chunks, and the chunks the register that is signed', () => {
  const { places, leaf, topics, register, document, seals } = vectors;
  const [place] = places.places;
  const lines = ['article', place.id, place.path, '1', place.seal, place.card];
  expect(hex(lines.join('\n'))).toBe(leaf);
  expect([place.seal, place.card]).toEqual([seals[1].sha256, document.place.card]);
  // A row of two places, a chunk of one row, a volume of one chunk.
  const chunk = (leafBytes: Buffer) => sha256(Buffer.concat([Buffer.alloc(32), leafBytes]));
  expect(hex(chunk(Buffer.from(leaf, 'hex')))).toBe(register.chunks.articles[0]);
  const [topic] = topics.places;
  const topicLeaf = sha256(['topic', topic.kind, topic.slug, topic.record].join('\n'));
  expect(hex(chunk(topicLeaf))).toBe(register.chunks.topics[0]);
  expect(hex(sha256(Buffer.from(register.chunks.articles.join(''), 'hex')))).toBe(register.register.articles);
  expect(hex(canonicalJson(register.site))).toBe(register.register.site);
  expect(isSigned('register', canonicalJson(register.register), register.signature, keyOf(register.key))).toBe(true);
  expect(registerFault(registerDocumentSchema.parse(register))).toBeNull();
});
