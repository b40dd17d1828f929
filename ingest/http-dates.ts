import { isoInstant } from './moments.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthOf = (name: string) => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** Zones of RFC 822, and the ones feeds write all the same, in minutes. */
const zones: Record<string, number> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  bst: 60,
  cet: 60,
  cest: 120,
  msk: 180,
  ist: 330,
  jst: 540,
  kst: 540,
  hkt: 480,
  sgt: 480,
  aest: 600,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  akdt: -480,
  hst: -600,
  et: -300,
  ct: -360,
  mt: -420,
  pt: -480,
};

const rfc822 =
  /^(?:\p{L}{2,10}\.?,?\s+)?(\d{1,2})[\s-]+(\p{L}{3,10})\.?[\s-]+(\d{4}|\d{2}),?(?:[\sT]+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.:]\d+)?)?)?\s*(.*)$/u;
const asctime =
  /^(?:\p{L}{3,10},?\s+)?(\p{L}{3,10})\.?\s+(\d{1,2}),?\s+(?:(\d{1,2}):(\d{2})(?::(\d{2}))?\s+(?:([A-Z]{1,5})\s+)?)?(\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*(.*)$/u;

/** The instant of a date as mail, HTTP and RSS write it: RFC 822 and its relaxations, asctime. Without a zone it is UTC. Null when it is none. */
export function httpInstant(text: string): string | null {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  if (trimmed === '' || trimmed.length > 100) return null;
  const mail = rfc822.exec(trimmed);
  if (mail) {
    const [, day, month, year, hour, minute, second, zone] = mail;
    return stamp({ day, month: monthOf(month ?? ''), year: fullYear(year ?? ''), hour, minute, second, zone });
  }
  const unix = asctime.exec(trimmed);
  if (!unix) return null;
  const [, month, day, h1, m1, s1, z1, year, h2, m2, s2, z2] = unix;
  return stamp({
    day,
    month: monthOf(month ?? ''),
    year: Number(year),
    hour: h1 ?? h2,
    minute: m1 ?? m2,
    second: s1 ?? s2,
    zone: z1 ?? z2,
  });
}

/** RFC 2822, 4.3: two digits below 50 are of this century. */
const fullYear = (year: string) =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2_000 : 1_900);

type Stamp = Record<'day' | 'hour' | 'minute' | 'second' | 'zone', string | undefined> & {
  month: number;
  year: number;
};

function stamp({ day, month, year, hour, minute, second, zone }: Stamp): string | null {
  const offset = offsetOf(zone ?? '');
  if (offset === null) return null;
  const two = (value: string | number | undefined) => String(value ?? 0).padStart(2, '0');
  const wall = isoInstant(`${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}Z`, 'UTC');
  return wall && new Date(Date.parse(wall) - offset * 60_000).toISOString().replace('.000', '');
}

function offsetOf(zone: string): number | null {
  const name = zone.replace(/\(.*\)$/, '').trim();
  if (name === '') return 0;
  const numeric = /^(?:GMT|UTC?)?\s?([+-])(\d{1,2}):?(\d{2})?$/i.exec(name);
  if (numeric) return (Number(numeric[2]) * 60 + Number(numeric[3] ?? 0)) * (numeric[1] === '-' ? -1 : 1);
  return zones[name.toLowerCase()] ?? null;
}
