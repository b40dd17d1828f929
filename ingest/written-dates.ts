import { instantAt, isoInstant } from './moments.ts';

/** A moment written for people, and where in the text it stood. */
export type WrittenMoment = { instant: string; hasClock: boolean; hasSeconds: boolean; start: number; end: number };

const numeric =
  /(?<!\d)((?:19|20)\d{2})\s?[-/.年]\s?(1[0-2]|0?[1-9])\s?[-/.月]\s?(3[01]|[12]\d|0?[1-9])(?!\d)\s?[日号]?(?:\s*[（(]?(?:星期|周|週)[一二三四五六日天][）)]?)?(?:[T\s,，]{0,6}(上午|下午|晚上|凌晨|中午)?\s?([01]?\d|2[0-4])\s?[:：时時点點]\s?([0-5]\d)\s?分?(?:\s?[:：]?\s?([0-5]\d)(?!\d)秒?)?\s?(AM|PM|a\.m\.|p\.m\.)?(?:\.\d{1,6})?\s?(Z|[+-]\d\d:?\d\d)?)?/i;

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const clock =
  '(?:[\\s,–-]{1,4}(?:at\\s)?([01]?\\d|2[0-3])[:.]([0-5]\\d)(?::([0-5]\\d))?\\s?(AM|PM|a\\.m\\.|p\\.m\\.)?\\s?(Z|UTC|GMT|E[DS]?T|C[DS]T|M[DS]T|P[DS]?T|BST)?)?';
const monthFirst = new RegExp(`\\b${month}\\s([0-3]?\\d)(?:st|nd|rd|th)?,?\\s((?:19|20)\\d{2})${clock}`, 'i');
const dayFirst = new RegExp(`\\b([0-3]?\\d)(?:st|nd|rd|th)?\\s${month},?\\s((?:19|20)\\d{2})${clock}`, 'i');

const zones: Record<string, string> = {
  Z: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  BST: '+01:00',
  EDT: '-04:00',
  EST: '-05:00',
  ET: '-05:00',
  CDT: '-05:00',
  CST: '-06:00',
  MDT: '-06:00',
  MST: '-07:00',
  PDT: '-07:00',
  PST: '-08:00',
  PT: '-08:00',
};

/** The first date in a text, with its clock when one stands beside it. Wall clocks are of the given zone. */
export function momentIn(text: string, timeZone: string): WrittenMoment | null {
  const head = text.length > 2_000 ? text.slice(0, 2_000) : text;
  return chinese(head, timeZone) ?? english(head, timeZone);
}

function chinese(text: string, timeZone: string): WrittenMoment | null {
  const match = numeric.exec(text);
  if (!match) return null;
  const [whole, year, monthNumber, day, part, hour, minute, second, suffix, offset] = match;
  const date = { year: Number(year), month: Number(monthNumber), day: Number(day) };
  return written(date, { hour, minute, second, part: part ?? suffix, offset }, match.index, whole, timeZone);
}

function english(text: string, timeZone: string): WrittenMoment | null {
  const first = monthFirst.exec(text);
  const second = first ? null : dayFirst.exec(text);
  const match = first ?? second;
  if (!match) return null;
  const [whole, a, b, year, hour, minute, seconds, part, zone] = match;
  const name = (first ? a : b)?.slice(0, 3).toLowerCase() ?? '';
  const date = { year: Number(year), month: monthNames.indexOf(name) + 1, day: Number(first ? b : a) };
  return written(
    date,
    { hour, minute, second: seconds, part, offset: zone && zones[zone.toUpperCase()] },
    match.index,
    whole,
    timeZone,
  );
}

type Clock = Partial<Record<'hour' | 'minute' | 'second' | 'part' | 'offset', string | undefined>>;

function written(
  date: { year: number; month: number; day: number },
  clockText: Clock,
  start: number,
  whole: string,
  timeZone: string,
): WrittenMoment | null {
  const hasClock = clockText.hour !== undefined;
  const hour = afternoon(Number(clockText.hour ?? 0), clockText.part);
  const wall = { ...date, hour, minute: Number(clockText.minute ?? 0), second: Number(clockText.second ?? 0) };
  const two = (value: number) => String(value).padStart(2, '0');
  const instant =
    hasClock && clockText.offset
      ? isoInstant(
          `${wall.year}-${two(wall.month)}-${two(wall.day)}T${two(hour)}:${two(wall.minute)}:${two(wall.second)}${clockText.offset}`,
          timeZone,
        )
      : instantAt(wall, timeZone);
  if (!instant) return null;
  return { instant, hasClock, hasSeconds: clockText.second !== undefined, start, end: start + whole.length };
}

function afternoon(hour: number, part: string | undefined): number {
  if (part === undefined) return hour;
  const isAfternoon = /^(?:下午|晚上|中午|p)/i.test(part);
  if (isAfternoon) return hour < 12 && !(part === '中午' && hour > 2) ? hour + 12 : hour;
  return /^a/i.test(part) && hour === 12 ? 0 : hour;
}
