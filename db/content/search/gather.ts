import type { Database } from '../../client.ts';
import { allOf, anyOf, type Expression, type Frequency, holding, type Narrowing, narrowed } from './match.ts';
import { holdersOf, type IndexSize, newestPlaces } from './places.ts';
import { pairsOf, type Query, type Unit, unitsOf, type Word, wordsOfRun } from './query.ts';
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
  /** The lowest place looked at, when there may be more matches below it. */
  lowest: number | null;
};
/** The whole query in headline and names, or in the text; its dictionary words; all of them but one; some part of it. */
export type Match = 'head' | 'text' | 'loose' | 'most' | 'part';

export const isWhole = (match: Match): boolean => match === 'head' || match === 'text';

/** The newest matches, by whose words they can be ranked. */
export async function gatherRanked(
  database: Database,
  query: Query,
  narrowing: Narrowing,
  size: IndexSize,
): Promise<Found> {
  const places = new Map<number, Match>();
  const note = (found: readonly number[], match: Match) => {
    for (const place of found) if (!places.has(place)) places.set(place, match);
  };
  const parts = await Parts.probe(database, query, size);
  const narrow = (expression: Expression | null) => narrowed(expression, narrowing, query.excluded);
  const whole = wholeOf(query, parts);
  if (whole !== null) note(await newestPlaces(database, 'search_head', narrow(whole), headWindow), 'head');
  const inText = await newestPlaces(database, 'search_text', narrow(whole), textWindow);
  note(inText, 'text');
  const found = { places, units: parts.units, lowest: lowestOf(inText) };
  if (places.size >= few || query.phrases.length > 0) return found;
  const loose = looseWords(query.wanted);
  if (loose.length > 0) {
    const together = narrow(wholeOf({ ...query, wanted: loose }, parts));
    note(await newestPlaces(database, 'search_text', together, textWindow), 'loose');
  }
  if (loose.length > 2) note(await allButOne(database, loose, narrow, parts), 'most');
  note(parts.likeliest(mostLikely), 'part');
  return found;
}

/** The newest matches at or below a place, in the order of the index. */
export async function gatherNewest(
  database: Database,
  query: Query,
  narrowing: Narrowing,
  size: IndexSize,
  below: number | null,
): Promise<Found> {
  const parts = isLong(query) ? await Parts.probe(database, query, size) : null;
  const expression = narrowed(wholeOf(query, parts), narrowing, query.excluded);
  const found = await newestPlaces(database, 'search_text', expression, textWindow, below ?? undefined);
  return { places: new Map(found.map((place) => [place, 'text'])), units: [], lowest: lowestOf(found) };
}

/**
 * Matches older than those `gatherRanked` finds, at or below a place. What is in its window of headlines, which reaches
 * further back, was shown there.
 */
export async function gatherOlder(
  database: Database,
  query: Query,
  narrowing: Narrowing,
  size: IndexSize,
  below: number,
): Promise<Found> {
  const parts = await Parts.probe(database, query, size);
  const whole = wholeOf(query, parts);
  const expression = narrowed(whole, narrowing, query.excluded);
  const found = await newestPlaces(database, 'search_text', expression, textWindow, below);
  const places = new Map<number, Match>(found.map((place) => [place, 'text']));
  if (whole !== null)
    for (const shown of await newestPlaces(database, 'search_head', expression, headWindow)) places.delete(shown);
  return { places, units: parts.units, lowest: lowestOf(found) };
}

/** Lists of the index that are joined for the whole of a query, and for one run of it. */
const mostJoined = 6;
const mostPairs = 3;

/** What has to stand in an article. Of more words than can be joined the rarest: the others have little left to decide. */
function wholeOf({ wanted }: Query, parts: Parts | null): Expression | null {
  if (wanted.length === 0) return null;
  const words = rarestWords(wanted, mostJoined, parts?.frequency);
  const pairs = Math.max(1, Math.min(mostPairs, Math.floor(mostJoined / words.length)));
  return allOf(words.map((word) => holding(word, parts?.frequency, pairs)));
}

/** Whether not all of a query can be asked for, so that it matters how rare its parts are. */
const isLong = ({ wanted }: Query): boolean =>
  wanted.length > mostJoined || wanted.some(({ text, isHan }) => isHan && text.length > mostPairs + 1);

function rarestWords(words: readonly Word[], most: number, frequency: Frequency | undefined): readonly Word[] {
  if (words.length <= most || frequency === undefined) return words.slice(0, most);
  const often = (word: Word) => Math.min(...termsOf(word).map((term) => frequency(term) ?? Number.MAX_SAFE_INTEGER));
  return words.toSorted((a, b) => often(a) - often(b)).slice(0, most);
}

const termsOf = ({ text, isHan }: Word): string[] => (isHan && text.length > 1 ? pairsOf(text) : [text]);

/** Null when the window is not full: there is nothing below. */
const lowestOf = (places: readonly number[]): number | null =>
  places.length < textWindow ? null : (places.at(-1) ?? null);

/** The dictionary words of what was typed, where they are more than was typed: no pair then has to join two of them. */
function looseWords(wanted: readonly Word[]): Word[] {
  const words = wanted.flatMap((word) =>
    word.isHan ? wordsOfRun(word.text).map((text) => ({ text, isHan: true })) : [word],
  );
  return words.length > wanted.length ? words : wanted.length > 1 ? [...wanted] : [];
}

const mostLeftOut = 4;
const mostWithout = 60;

/** Documents that hold the rarest words but one of them. */
async function allButOne(
  database: Database,
  words: readonly Word[],
  narrow: (expression: Expression) => Expression,
  { frequency }: Parts,
): Promise<number[]> {
  const rarest = rarestWords(words, mostLeftOut, frequency);
  const held = rarest.map((word) => holding(word, frequency, 1));
  const sets = held.map((_, left) => allOf(held.filter((_, index) => index !== left)));
  return newestPlaces(database, 'search_text', narrow(anyOf(sets)), mostWithout);
}

/** Postings read of each unit: enough to tell how rare it is, and for a rare one all of them. */
const probed = 256;
const mostLikely = 100;

/** The units of a query with the newest headlines that hold each. */
class Parts {
  readonly units: WeighedUnit[];
  readonly #holders: ReadonlyMap<string, readonly number[]>;
  readonly #size: IndexSize;

  constructor(units: readonly Unit[], holders: ReadonlyMap<string, readonly number[]>, size: IndexSize) {
    this.#holders = holders;
    this.#size = size;
    this.units = weigh(units, (term) => this.frequency(term) ?? 0, size.places);
  }

  static async probe(database: Database, query: Query, size: IndexSize): Promise<Parts> {
    const units = unitsOf(query.wanted);
    const terms = units.map(({ term }) => term);
    return new Parts(units, terms.length === 0 ? new Map() : await holdersOf(database, terms, probed), size);
  }

  /** In how many headlines a unit stands: one that fills the probe is as dense all the way down as lately. */
  readonly frequency = (term: string): number | undefined => {
    const holders = this.#holders.get(term);
    const oldest = holders?.at(-1);
    if (holders === undefined || oldest === undefined || holders.length < probed) return holders?.length;
    return (holders.length * this.#size.places) / (this.#size.highest - oldest + 1);
  };

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
