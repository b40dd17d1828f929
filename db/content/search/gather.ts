import type { Database } from '../../client.ts';
import {
  allOf,
  anyOf,
  type Expression,
  holding,
  indexSize,
  type Narrowing,
  narrowed,
  newestPlaces,
  term,
} from './match.ts';
import { type Query, type Unit, unitsOf, type Word, wordsOfRun } from './query.ts';
import { type WeighedUnit, weigh } from './score.ts';

/** Documents that may answer a query, found in the index alone. However many match, no more than these are looked at. */

/** Newest matches looked at in the whole text, and in headlines and names. */
export const textWindow = 200;
const headWindow = 120;
/** With fewer matches than this, articles that hold only part of the query are shown as well. */
const few = 20;

export type Found = {
  /** Places of documents, with how they match. */
  places: Map<number, Match>;
  units: WeighedUnit[];
  /** Whether every document that holds the whole query is among them. */
  complete: boolean;
};
/** The whole query in headline and names, or in the text; all words of it but one; some part of it. */
export type Match = 'head' | 'text' | 'most' | 'part';

export async function gather(
  database: Database,
  query: Query,
  narrowing: Narrowing,
  { below, partial }: { below?: number | undefined; partial: boolean },
): Promise<Found> {
  const places = new Map<number, Match>();
  const note = (found: readonly number[], match: Match) => {
    for (const place of found) if (!places.has(place)) places.set(place, match);
  };
  const narrow = (expression: Expression | null) => narrowed(expression, narrowing, query.excluded);
  const whole = query.wanted.length > 0 ? allOf(query.wanted.map(holding)) : null;
  if (whole !== null) note(await newestPlaces(database, 'search_head', narrow(whole), headWindow, below), 'head');
  const inText = await newestPlaces(database, 'search_text', narrow(whole), textWindow, below);
  note(inText, 'text');
  const loose = query.phrases.length === 0 ? looseWords(query.wanted) : [];
  if (places.size < few && loose.length > 0) {
    const together = narrow(allOf(loose.map(holding)));
    note(await newestPlaces(database, 'search_text', together, textWindow, below), 'text');
  }
  const size = await indexSize(database);
  const parts = await Parts.probe(database, unitsOf(query.wanted), size);
  if (partial && places.size < few && query.phrases.length === 0) {
    if (loose.length > 2) note(await allButOne(database, loose, narrow, below), 'most');
    note(parts.likeliest(mostLikely), 'part');
  }
  return { places, units: parts.units, complete: inText.length < textWindow };
}

/** The dictionary words of what was typed, where they are more than was typed: no pair then has to join two of them. */
function looseWords(wanted: readonly Word[]): Word[] {
  const words = wanted.flatMap((word) =>
    word.isHan ? wordsOfRun(word.text).map((text) => ({ text, isHan: true })) : [word],
  );
  return words.length > wanted.length ? words : wanted.length > 1 ? [...wanted] : [];
}

const mostLeftOut = 6;
const mostWithout = 60;

/** Documents that hold all words but one. */
async function allButOne(
  database: Database,
  words: readonly Word[],
  narrow: (expression: Expression) => Expression,
  below: number | undefined,
): Promise<number[]> {
  const sets = words.slice(0, mostLeftOut).map((left) => allOf(words.filter((word) => word !== left).map(holding)));
  return newestPlaces(database, 'search_text', narrow(anyOf(sets)), mostWithout, below);
}

const mostLikely = 150;
/** Postings read of each unit: enough to tell how rare it is, and for a rare one all of them. */
const probed = 256;

/** The units of a query with the newest headlines that hold each. */
class Parts {
  readonly units: WeighedUnit[];
  readonly #holders: ReadonlyMap<string, readonly number[]>;

  constructor(units: WeighedUnit[], holders: ReadonlyMap<string, readonly number[]>) {
    this.units = units;
    this.#holders = holders;
  }

  static async probe(database: Database, units: readonly Unit[], size: number): Promise<Parts> {
    const holders = new Map<string, number[]>();
    for (const unit of units)
      holders.set(unit.term, await newestPlaces(database, 'search_head', term(unit.term), probed));
    const frequency = (unit: string) => {
      const places = holders.get(unit) ?? [];
      const oldest = places.at(-1);
      // As often as lately: a unit that fills the probe is that dense all the way down.
      return places.length < probed || oldest === undefined
        ? places.length
        : (places.length * size) / (size - oldest + 1);
    };
    return new Parts(weigh(units, frequency, size), holders);
  }

  /** The headlines that hold most of the query's weight, as far as the probes tell. */
  likeliest(count: number): number[] {
    const held = new Map<number, number>();
    for (const { term: unit, weight } of this.units)
      for (const place of this.#holders.get(unit) ?? []) held.set(place, (held.get(place) ?? 0) + weight);
    return [...held]
      .sort(([a, weightA], [b, weightB]) => weightB - weightA || b - a)
      .slice(0, count)
      .map(([place]) => place);
  }
}
