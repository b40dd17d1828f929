import { expect, test } from 'vitest';
import { httpInstant } from './http-dates.ts';

test('dates of mail and RSS are read in their own zone', () => {
  expect(httpInstant('Wed, 07 Jun 2023 15:25:47 +0800')).toBe('2023-06-07T07:25:47Z');
  expect(httpInstant('7 Jun 23 15:25 EST')).toBe('2023-06-07T20:25:00Z');
  expect(httpInstant('Wed, 07 Jun 2023 15:25:47 GMT')).toBe('2023-06-07T15:25:47Z');
  expect(httpInstant('Wednesday, 07-Jun-23 15:25:47 UTC')).toBe('2023-06-07T15:25:47Z');
  expect(httpInstant('Wed, 7 Jun 2023 15:25:47 +08:00 (CST)')).toBe('2023-06-07T07:25:47Z');
});

test('a date without a clock or a zone is midnight, UTC', () => {
  expect(httpInstant('07 Jun 2023')).toBe('2023-06-07T00:00:00Z');
});

test('dates as C prints them are read too', () => {
  expect(httpInstant('Wed Jun  7 15:25:47 2023')).toBe('2023-06-07T15:25:47Z');
  expect(httpInstant('Jun 7, 2023 15:25')).toBe('2023-06-07T15:25:00Z');
});

test('two digits of a year are of the nearer century', () => {
  expect(httpInstant('1 Jan 70 00:00 GMT')).toBe('1970-01-01T00:00:00Z');
  expect(httpInstant('1 Jan 04 00:00 GMT')).toBe('2004-01-01T00:00:00Z');
});

test('what is no date is none', () => {
  for (const text of [
    '',
    'yesterday',
    '32 Jun 2023',
    '7 Xyz 2023',
    '7 Jun 2023 25:00 GMT',
    '7 Jun 2023 10:00 QQQ',
    'x'.repeat(5_000),
  ])
    expect(httpInstant(text)).toBeNull();
});
