import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { isSigned, signText } from './signature.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');

test('a signature holds for its text and purpose only', () => {
  const signature = signText('article', '{"a":1}', privateKey);
  expect(isSigned('article', '{"a":1}', signature, publicKey)).toBe(true);
  expect(isSigned('article', '{"a":2}', signature, publicKey)).toBe(false);
  expect(isSigned('card', '{"a":1}', signature, publicKey)).toBe(false);
  expect(isSigned('article', '{"a":1}', signature.subarray(1), publicKey)).toBe(false);
  expect(isSigned('article', '{"a":1}', signature, generateKeyPairSync('ed25519').publicKey)).toBe(false);
});
