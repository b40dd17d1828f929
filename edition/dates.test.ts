import { expect, test } from 'vitest';
import {
  dayBounds,
  formatDateTime,
  formatShort,
  formatWeekday,
  instantOf,
  machineTime,
  offsetMinutes,
} from './dates.ts';

const instant = '2023-06-07T07:25:47Z';

test('dates stand as people of each language write them, in the site’s time zone', () => {
  expect(formatDateTime(instant, 'Asia/Shanghai', 'zh-Hans')).toBe('2023年6月7日 15:25');
  expect(formatDateTime(instant, 'Asia/Taipei', 'zh-Hant')).toBe('2023年6月7日 15:25');
  expect(formatDateTime(instant, 'Europe/London', 'en')).toBe('7 June 2023, 08:25');
  expect(formatWeekday(instant, 'Asia/Shanghai', 'zh-Hans')).toBe('2023年6月7日 星期三');
});

test('lists leave out the year while it is this one', () => {
  const [sameYear, nextYear] = [new Date('2023-12-31T15:59:59Z'), new Date('2023-12-31T16:00:00Z')];
  const short = (now: Date, language: 'zh-Hant' | 'en') => formatShort(instant, 'Asia/Shanghai', now, language);
  expect([short(sameYear, 'zh-Hant'), short(nextYear, 'zh-Hant')]).toEqual(['06-07 15:25', '2023-06-07']);
  expect([short(sameYear, 'en'), short(nextYear, 'en')]).toEqual(['7 Jun, 15:25', '7 Jun 2023']);
});

test('machines get the same second with its offset, half-hour zones and years before 1900 included', () => {
  expect(machineTime(instant, 'Asia/Shanghai')).toBe('2023-06-07T15:25:47+08:00');
  expect(machineTime(instant, 'Asia/Kolkata')).toBe('2023-06-07T12:55:47+05:30');
  expect(machineTime(instant, 'America/New_York')).toBe('2023-06-07T03:25:47-04:00');
  expect(Date.parse(machineTime(instant, 'Australia/Lord_Howe'))).toBe(Date.parse(instant));
});

test('a wall clock reads back to its instant, in summer and in winter', () => {
  for (const month of [1, 7]) {
    const wall = { year: 2024, month, day: 15, hour: 12, minute: 30, second: 5 };
    expect(machineTime(instantOf(wall, 'Europe/Paris'), 'Europe/Paris')).toMatch(
      new RegExp(`^2024-0${month}-15T12:30:05`),
    );
  }
  expect(offsetMinutes('2024-07-01T00:00:00Z', 'Europe/Paris')).toBe(120);
});

test('a day with a clock change has 23 or 25 hours', () => {
  const hours = (month: number, day: number) => {
    const { from, until } = dayBounds({ year: 2024, month, day }, 'Europe/Paris');
    return (until.getTime() - from.getTime()) / 3_600_000;
  };
  expect([hours(3, 31), hours(10, 27), hours(12, 31)]).toEqual([23, 25, 24]);
});
