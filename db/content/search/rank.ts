import type { LanguageGroup } from '../../../article/lists.ts';
import type { Card } from '../../../article/record.ts';
import type { Database } from '../../client.ts';
import { currentFill, trueUntil } from '../fill-context.ts';
import { type Found, isWhole, type Match } from './gather.ts';
import type { Narrowing } from './match.ts';
import { type Candidate, candidatesAt, cardTextsOf, type Ranked, rankedAt } from './places.ts';
import type { Query } from './query.ts';
import { Field, headlineScore, recency, shareIn, unbrokenShare } from './score.ts';

/** An article that answers a query, unchecked: where it stands among others. */
export type Placed = { number: number; place: number; at: number; match: Match; score: number };

/** What a search asks for, and the language its results are in. */
export type Asked = { query: Query; narrowing: Narrowing; group: LanguageGroup };

export type Order = {
  placed: Placed[];
  /** Whether something was found that is in another language. */
  foreign: boolean;
};

/** By the time of publication, the newest first. */
export async function orderByTime(database: Database, found: Found, asked: Asked): Promise<Order> {
  const candidates = await candidatesAt(database, [...found.places.keys()]);
  const { due, foreign } = dueOf(candidates, asked);
  const placed = due.map(({ number, place, at }) => ({ number, place, at, match: 'text' as const, score: at }));
  return { placed: placed.sort((a, b) => b.at - a.at || b.number - a.number), foreign };
}

/** The best first; those that hold everything before those that hold a part. */
export async function orderByScore(database: Database, found: Found, asked: Asked): Promise<Order> {
  const { places, units } = found;
  const { due, foreign } = dueOf(await rankedAt(database, [...places.keys()]), asked);
  const isIn = await narrowedParts(database, due, places, asked);
  const now = nowInSeconds();
  const unbroken = asked.query.wanted.map(({ text }) => text).join('');
  const placed: Placed[] = [];
  for (const candidate of due) {
    const { number, place, at } = candidate;
    const match = places.get(place) as Match;
    if (match === 'part' && !isIn(number)) continue;
    const score = scoreOf(candidate, match, units, unbroken, now);
    if (score !== null) placed.push({ number, place, at, match, score });
  }
  return { placed: placed.sort(better), foreign };
}

const better = (a: Placed, b: Placed): number =>
  Number(isWhole(b.match)) - Number(isWhole(a.match)) || b.score - a.score || b.at - a.at || b.number - a.number;

const nowInSeconds = () => Math.floor(currentFill().now.getTime() / 1000);

/** What readers of this language may see now, of the days asked for. */
function dueOf<Some extends Candidate>(candidates: readonly Some[], { narrowing, group }: Asked) {
  const now = nowInSeconds();
  const due: Some[] = [];
  let foreign = false;
  for (const candidate of candidates) {
    const { at, language } = candidate;
    if (language !== group) foreign = true;
    else if (at > now) trueUntil(at * 1000);
    else if (at >= (narrowing.from ?? at) && at < (narrowing.until ?? Number.MAX_SAFE_INTEGER)) due.push(candidate);
  }
  return { due, foreign };
}

/** Parts of a query are looked up one by one, whatever it is narrowed to; so their cards are asked. */
async function narrowedParts(
  database: Database,
  due: readonly Ranked[],
  places: Found['places'],
  { narrowing }: Asked,
): Promise<(number: number) => boolean> {
  if (!narrowing.section && !narrowing.author && !narrowing.source) return () => true;
  const parts = due.filter(({ place }) => places.get(place) === 'part').map(({ number }) => number);
  const cards = await cardTextsOf(database, parts);
  return (number) => fits(cards.get(number), narrowing);
}

function fits(text: string | undefined, wanted: Narrowing): boolean {
  const card = cardIn(text ?? '');
  if (!card) return false;
  const { section, authors, source } = card;
  return (
    (!wanted.section || section === wanted.section || section.startsWith(`${wanted.section}/`)) &&
    (!wanted.author || authors.some(({ slug }) => slug === wanted.author)) &&
    (!wanted.source || source?.slug === wanted.source)
  );
}

/** For its place in the results only: what is shown of an article comes from its record, checked. */
function cardIn(text: string): Card | null {
  try {
    return JSON.parse(text) as Card;
  } catch {
    return null;
  }
}

const wholeMatch: Record<Match, number> = { head: 0.3, text: 0.3, loose: 0.2, most: 0.15, part: 0 };
/** Of what holds a part of the query only, the part that makes it worth showing. */
const leastPart = 0.1;

function scoreOf(
  { headline: title, standfirst, at }: Ranked,
  match: Match,
  units: Found['units'],
  unbroken: string,
  now: number,
): number | null {
  const headline = new Field(title);
  const inStandfirst = standfirst === '' ? 0 : shareIn(new Field(standfirst), units);
  if (match === 'part' && shareIn(headline, units) < leastPart && inStandfirst < leastPart) return null;
  const whole = unbrokenShare(title, unbroken);
  return (
    headlineScore(headline, units) +
    0.1 * whole * whole +
    0.2 * inStandfirst +
    wholeMatch[match] +
    0.3 * recency(at, now)
  );
}
