import { expect, test } from 'vitest';
import { parseJson } from './json.ts';

test('JSON is read as it stands, a byte order mark before it too', () => {
  expect(parseJson('\ufeff{"a":["]]]]","\\"[["]}', 'file.json')).toEqual({ a: [']]]]', '"[['] });
});

test('broken JSON is refused by name', () => {
  expect(() => parseJson('{"a":', 'file.json')).toThrow(/file\.json is not valid JSON/);
});

test('nesting without end is refused before it is built', () => {
  expect(() => parseJson('['.repeat(1_000_000), 'file.json')).toThrow(/nested deeper/);
  expect(() => parseJson(`${'{"a":'.repeat(1_000_000)}1${'}'.repeat(1_000_000)}`, 'file.json')).toThrow(
    /nested deeper/,
  );
});
