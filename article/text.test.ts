import { expect, test } from 'vitest';
import { shorten } from './text.ts';

test('a text is cut at a character, and in words of other scripts between words', () => {
  expect(shorten('长江大桥今晨合龙', 5)).toBe('长江大桥…');
  expect(shorten('The western half and the rest', 24)).toBe('The western half and…');
  expect(shorten('The western half', 12)).toBe('The western…');
  expect(shorten('大桥 Constantinopolitanism', 16)).toBe('大桥 Constantinop…');
  expect(shorten('short', 5)).toBe('short');
});
