import { dayIn, instantOf, toInstant } from '../edition/dates.ts';

type Wall = { year: number; month: number; day: number; hour?: number; minute?: number; second?: number };

/** The instant of a wall clock, `2023-06-07T07:25:47Z`; null when no calendar or clock shows it. */
export function instantAt(wall: Wall, timeZone: string): string | null {
  const { year, month, day, hour = 0, minute = 0, second = 0 } = wall;
  const naive = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const isReal =
    year >= 1000 &&
    year <= 9999 &&
    naive.getUTCFullYear() === year &&
    naive.getUTCMonth() === month - 1 &&
    naive.getUTCDate() === day &&
    naive.getUTCHours() === hour &&
    naive.getUTCMinutes() === minute &&
    second < 60;
  return isReal ? toInstant(instantOf(wall, timeZone)) : null;
}

const stamp =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/i;

/** ISO 8601 (RFC 3339 and its usual relaxations). Without an offset it is a wall clock of the zone; null when it is no moment. */
export function isoInstant(text: string, timeZone: string): string | null {
  const match = stamp.exec(text.trim());
  if (!match) return null;
  const [, year, month, day, hour, minute, second, offset] = match;
  const wall = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
  };
  if (offset === undefined || hour === undefined) return instantAt(wall, timeZone);
  const utc = instantAt(wall, 'UTC');
  return utc && toInstant(new Date(Date.parse(utc) - offsetMinutes(offset) * 60_000));
}

function offsetMinutes(offset: string): number {
  const match = /^([+-])(\d\d):?(\d\d)?$/.exec(offset);
  if (!match) return 0;
  return (Number(match[2]) * 60 + Number(match[3] ?? 0)) * (match[1] === '-' ? -1 : 1);
}

const relative = /^([+-])(\d{1,5})(m|h|d)(?:\s+(\d{1,2}):(\d\d))?$/;

/**
 * A moment counted from the import: `-40m`, `-2h`, or a day with an optional wall clock of the zone, `-3d 08:30`.
 * Null when it is none.
 */
export function relativeInstant(text: string, now: Date, timeZone: string): string | null {
  const match = relative.exec(text.trim());
  if (!match) return null;
  const [, sign, count, unit, hour, minute] = match;
  const amount = Number(count) * (sign === '-' ? -1 : 1);
  if (unit !== 'd') {
    if (hour !== undefined) return null;
    return toInstant(new Date(now.getTime() + amount * (unit === 'h' ? 3_600_000 : 60_000)));
  }
  const shifted = new Date(now.getTime() + amount * 86_400_000);
  if (hour === undefined) return toInstant(shifted);
  const local = dayIn(shifted, timeZone);
  return instantAt({ ...local, hour: Number(hour), minute: Number(minute) }, timeZone);
}
