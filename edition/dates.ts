import type { Language } from '../article/record.ts';
import type { Day } from './paths.ts';

/** Dates as people of each language write them, in the site's time zone, and as machines read them. */

type Parts = Day & { hour: number; minute: number; second: number; weekday: number };

const formatters = new Map<string, Intl.DateTimeFormat>();

function partsFormatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US-u-hc-h23', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(timeZone, made);
  return made;
}

/** The wall-clock reading of an instant in a time zone. `weekday` counts from Sunday, 0. */
export function wallClock(instant: string | Date, timeZone: string): Parts {
  const date = new Date(instant);
  const offset = offsetOfDay(date, timeZone);
  if (offset === null) return readClock(date, timeZone);
  const shifted = new Date(date.getTime() + offset * 1000);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    weekday: shifted.getUTCDay(),
  };
}

function readClock(date: Date, timeZone: string): Parts {
  const parts = Object.fromEntries(
    partsFormatter(timeZone)
      .formatToParts(date)
      .map((part) => [part.type, Number(part.value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return { year, month, day, hour, minute, second, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() };
}

const dayLength = 86_400_000;
const offsets = new Map<string, number | null>();
const mostOffsets = 10_000;

/**
 * Seconds the zone is ahead of UTC all through the UTC day of an instant; null on a day when its clocks change.
 * Asking the formatter takes 25 µs, and a page or an import asks for the same days again and again.
 */
function offsetOfDay(date: Date, timeZone: string): number | null {
  const day = Math.floor(date.getTime() / dayLength);
  const key = `${day} ${timeZone}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const [first, last] = [day * dayLength, (day + 1) * dayLength].map((moment) => {
    const { year, month, day, hour, minute, second } = readClock(new Date(moment), timeZone);
    return (Date.UTC(year, month - 1, day, hour, minute, second) - moment) / 1000;
  });
  const offset = first === last ? (first ?? null) : null;
  if (offsets.size >= mostOffsets) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

export function dayIn(instant: string | Date, timeZone: string): Day {
  const { year, month, day } = wallClock(instant, timeZone);
  return { year, month, day };
}

/** Minutes the zone is ahead of UTC at that instant. */
export function offsetMinutes(instant: string | Date, timeZone: string): number {
  const date = new Date(instant);
  const { year, month, day, hour, minute, second } = wallClock(date, timeZone);
  return Math.round(
    (Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(date.getTime() / 1000) * 1000) / 60_000,
  );
}

/** The instant at which a wall clock in the zone shows this time; in a skipped hour, the first moment after it. */
export function instantOf(wall: Day & { hour?: number; minute?: number; second?: number }, timeZone: string): Date {
  const naive = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour ?? 0, wall.minute ?? 0, wall.second ?? 0);
  const guess = new Date(naive - offsetMinutes(new Date(naive), timeZone) * 60_000);
  return new Date(naive - offsetMinutes(guess, timeZone) * 60_000);
}

/** First instant of a day in the zone, and first instant after it. */
export function dayBounds(day: Day, timeZone: string): { from: Date; until: Date } {
  const next = new Date(Date.UTC(day.year, day.month - 1, day.day + 1));
  return {
    from: instantOf(day, timeZone),
    until: instantOf({ year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() }, timeZone),
  };
}

const two = (n: number) => String(n).padStart(2, '0');

/** ISO 8601 with the zone's offset: `2023-06-07T15:25:47+08:00`. */
export function machineTime(instant: string | Date, timeZone: string): string {
  const { year, month, day, hour, minute, second } = wallClock(instant, timeZone);
  const offset = offsetMinutes(instant, timeZone);
  const sign = offset < 0 ? '-' : '+';
  const ahead = Math.abs(offset);
  const zone = `${sign}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${zone}`;
}

export const toInstant = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const weekdaysEnglish = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const weekdaysChinese = ['日', '一', '二', '三', '四', '五', '六'];

/** `2023年6月7日` / `7 June 2023`. */
export function formatDay(day: Day, language: Language): string {
  return language === 'en'
    ? `${day.day} ${months[day.month - 1]} ${day.year}`
    : `${day.year}年${day.month}月${day.day}日`;
}

/** `2023年6月` / `June 2023`. */
export const formatMonth = (year: number, month: number, language: Language): string =>
  language === 'en' ? `${months[month - 1]} ${year}` : `${year}年${month}月`;

export const formatYear = (year: number, language: Language): string =>
  language === 'en' ? String(year) : `${year}年`;

/** `2023年6月7日 15:25` / `7 June 2023, 15:25`. */
export function formatDateTime(instant: string | Date, timeZone: string, language: Language): string {
  const wall = wallClock(instant, timeZone);
  return `${formatDay(wall, language)}${language === 'en' ? ', ' : ' '}${two(wall.hour)}:${two(wall.minute)}`;
}

/** `2023年6月7日 星期三` / `Wednesday 7 June 2023`. */
export function formatWeekday(instant: string | Date, timeZone: string, language: Language): string {
  const wall = wallClock(instant, timeZone);
  return language === 'en'
    ? `${weekdaysEnglish[wall.weekday]} ${formatDay(wall, language)}`
    : `${formatDay(wall, language)} 星期${weekdaysChinese[wall.weekday]}`;
}

/** The short form of lists: `06-07 15:25` in the year of `now`, `2022-06-07` before; in English `7 Jun, 15:25` and `7 Jun 2022`. */
export function formatShort(instant: string | Date, timeZone: string, now: Date, language: Language): string {
  const wall = wallClock(instant, timeZone);
  const isThisYear = wall.year === wallClock(now, timeZone).year;
  const clock = `${two(wall.hour)}:${two(wall.minute)}`;
  if (language === 'en') {
    const day = `${wall.day} ${months[wall.month - 1]?.slice(0, 3)}`;
    return isThisYear ? `${day}, ${clock}` : `${day} ${wall.year}`;
  }
  const day = `${two(wall.month)}-${two(wall.day)}`;
  return isThisYear ? `${day} ${clock}` : `${wall.year}-${day}`;
}
