import { expect, test } from 'vitest';
import { negotiate } from './negotiation.ts';

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['GZIP', 'gzip'],
  ['x-gzip', 'gzip'],
  ['deflate', 'identity'],
  ['br;q=0.5, gzip;q=0.8', 'gzip'],
  ['br;q=0, gzip;q=0', 'identity'],
  ['identity;q=1, br;q=0.5', 'identity'],
  ['gzip;q=0.5', 'gzip'],
  ['*', 'br'],
  ['br;q=0, *', 'gzip'],
  ['*;q=0', null],
  ['identity;q=0', null],
  ['identity;q=0, gzip', 'gzip'],
  ['identity;q=0, deflate', null],
  ['*;q=0, identity', 'identity'],
  ['br;q=0.000', 'identity'],
  ['br; q = 0', 'identity'],
  ['br;q=banana', 'br'],
])('Accept-Encoding: %j gets %j', (header, encoding) => {
  expect(negotiate(header)).toBe(encoding);
  expect(negotiate(header)).toBe(encoding);
});

test('any number of different headers is decided', () => {
  for (let index = 0; index < 1_000; index++) expect(negotiate(`br, x-${index}`)).toBe('br');
});
