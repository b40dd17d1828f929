import { expect, test } from 'vitest';
import { changesBetween } from './spelling.ts';

test.each([
  ['tram', 'tram', 0],
  ['tram', 'tarm', 1],
  ['tram', 'trams', 1],
  ['harbor', 'harbour', 1],
  ['colour', 'coluor', 1],
  ['tide', 'tram', 3],
  ['a', 'abcdef', 3],
])('%s and %s are %i apart', (one, other, apart) => {
  expect(changesBetween(one, other)).toBe(apart);
  expect(changesBetween(other, one)).toBe(apart);
});
