import { expect, test } from 'vitest';
import { isMet, type Measure, ratioUnit } from './measure.ts';
import { type Result, readable, regressions, table } from './report.ts';

const result = (measures: Measure[]): Result => ({
  at: '2026-03-01T00:00:00Z',
  commit: 'abc1234',
  node: 'v24',
  cpu: 'some',
  articles: 1,
  seconds: 1,
  measures,
  notMeasured: [],
});

test('a value on its bar has met it', () => {
  expect(isMet({ name: 'a', value: 1.5, unit: '', bar: { atMost: 1.5 } })).toBe(true);
  expect(isMet({ name: 'a', value: 1.51, unit: '', bar: { atMost: 1.5 } })).toBe(false);
  expect(isMet({ name: 'a', value: 150, unit: '', bar: { atLeast: 150 } })).toBe(true);
  expect(isMet({ name: 'a', value: 149, unit: '', bar: { atLeast: 150 } })).toBe(false);
  expect(isMet({ name: 'a', value: 1e9, unit: '' })).toBe(true);
});

test('the table says of every bar whether it was met, and what the value was before', () => {
  const now = result([
    { name: 'quick', value: 1.2, unit: '×', bar: { atMost: 1.5 } },
    { name: 'slow', value: 90, unit: '/s', bar: { atLeast: 150 } },
    { name: 'known', value: 7, unit: 'ms' },
  ]);
  const lines = table(now, result([{ name: 'known', value: 8.25, unit: 'ms' }])).split('\n');
  expect(lines[1]).toMatch(/^quick +1\.2 +× +<= 1\.5 +ok$/);
  expect(lines[2]).toMatch(/^slow +90 +\/s +>= 150 +MISSED$/);
  expect(lines[3]).toMatch(/^known +7 +ms +8\.25$/);
});

test('what could not be measured is named with its reason', () => {
  const lines = table({ ...result([]), notMeasured: [{ name: 'speed', reason: 'it does not run' }] }, null);
  expect(lines.split('\n').at(-1)).toBe('speed: not measured: it does not run');
});

test('numbers carry the digits that mean something', () => {
  expect([0.4321, 12.64, 1430.4, 3, 0].map(readable)).toEqual(['0.43', '12.6', '1,430', '3', '0']);
});

test('a ratio that got more than a fifth worse is named; what depends on the machine is not', () => {
  const hit = (value: number): Measure => ({ name: 'hit', value, unit: ratioUnit });
  const renders = (value: number): Measure => ({ name: 'render', value, unit: 'ms' });
  const before = result([hit(1.2), renders(5)]);
  expect(regressions(result([hit(1.44), renders(50)]), before)).toEqual([]);
  expect(regressions(result([hit(1.5)]), before)).toEqual([
    "REGRESSION hit: 1.5 × bare node:http, 25 % more than the baseline's 1.2",
  ]);
  expect(regressions(result([hit(9)]), null)).toEqual([]);
});
