import { expect, test } from 'vitest';
import { matchingTag } from './conditional.ts';

test.each([
  ['"abc-br"', '"abc-br"'],
  ['W/"abc-br"', 'W/"abc-br"'],
  ['"abc"', '"abc"'],
  ['"abc-gzip"', '"abc-gzip"'],
  ['"x", W/"y" , "abc-br"', '"abc-br"'],
  ['*', '*'],
  [' * ', '*'],
  ['"abcd"', null],
  ['"x-abc"', null],
  ['abc', null],
  ['""', null],
  ['', null],
])('If-None-Match: %s matches abc as %j', (header, tag) => {
  expect(matchingTag(header, 'abc')).toBe(tag);
});
