import { allList, type LanguageGroup } from '../../../article/lists.ts';
import { type Database, write } from '../../client.ts';
import type { Expression } from './match.ts';

/** What is read of the index. Lists of places come as one text each: a row for every number costs more than finding it. */

type Table = 'search_head' | 'search_text';

/** Places of the newest documents that match, newest first, at or below a place. */
export async function newestPlaces(
  database: Database,
  table: Table,
  expression: Expression,
  limit: number,
  below: number = Number.MAX_SAFE_INTEGER,
): Promise<number[]> {
  const [row] = await database.rows<{ places: string }>(
    table === 'search_head'
      ? write`SELECT json_group_array(rowid) AS places FROM (SELECT rowid FROM search_head
              WHERE search_head MATCH ${expression} AND rowid <= ${below} ORDER BY rowid DESC LIMIT ${limit})`
      : write`SELECT json_group_array(rowid) AS places FROM (SELECT rowid FROM search_text
              WHERE search_text MATCH ${expression} AND rowid <= ${below} ORDER BY rowid DESC LIMIT ${limit})`,
  );
  return placesIn(row?.places);
}

/** Places of the newest headlines that hold each of these terms, newest first. */
export async function holdersOf(
  database: Database,
  terms: readonly string[],
  limit: number,
): Promise<Map<string, number[]>> {
  const rows = await database.rows<{ term: string; places: string }>(
    write`SELECT asked.value AS term, (SELECT json_group_array(rowid) FROM (SELECT rowid FROM search_head
            WHERE search_head MATCH '"' || asked.value || '"' ORDER BY rowid DESC LIMIT ${limit})) AS places
          FROM json_each(${JSON.stringify(terms)}) asked`,
  );
  return new Map(rows.map(({ term, places }) => [term, placesIn(places)]));
}

const placesIn = (json: string | undefined): number[] => (json === undefined ? [] : (JSON.parse(json) as number[]));

export type IndexSize = {
  /** Documents the index has room for, and its highest place. */
  places: number;
  highest: number;
  /** Articles of the language group. */
  ofGroup: number;
};

export async function indexSize(database: Database, group: LanguageGroup): Promise<IndexSize> {
  const [row] = await database.rows<{ lowest: number | null; highest: number | null; ofGroup: number | null }>(
    write`SELECT (SELECT min(place) FROM search_places) AS lowest, (SELECT max(place) FROM search_places) AS highest,
                 (SELECT count FROM lists WHERE name = ${allList(group)}) AS ofGroup`,
  );
  const { lowest, highest, ofGroup } = row ?? {};
  return { places: (highest ?? 0) - (lowest ?? 1) + 1, highest: highest ?? 0, ofGroup: ofGroup ?? 0 };
}

/** The highest place below that of an article; by its number, where the article itself was withdrawn meanwhile. */
export async function placeBelow(database: Database, number: number): Promise<number> {
  const [row] = await database.rows<{ place: number; found: number }>(
    write`SELECT place, number AS found FROM search_places WHERE number <= ${number} ORDER BY number DESC LIMIT 1`,
  );
  if (!row) return 0;
  return row.found === number ? row.place - 1 : row.place;
}

export async function numberAt(database: Database, place: number): Promise<number | null> {
  const [row] = await database.rows<{ number: number }>(write`SELECT number FROM search_places WHERE place = ${place}`);
  return row?.number ?? null;
}

/** An article that may be shown, unread and unchecked. */
export type Candidate = {
  place: number;
  number: number;
  /** Seconds. */
  at: number;
  language: LanguageGroup;
};
/** Beside it, folded, what it is ranked by. */
export type Ranked = Candidate & { headline: string; standfirst: string };

export const candidatesAt = (database: Database, places: readonly number[]): Promise<Candidate[]> =>
  database.rows(
    write`SELECT p.place, p.number, p.at, p.language
          FROM json_each(${JSON.stringify(places)}) asked JOIN search_places p ON p.place = asked.value`,
  );

export const rankedAt = (database: Database, places: readonly number[]): Promise<Ranked[]> =>
  database.rows(
    write`SELECT p.place, p.number, p.at, p.language, p.headline, p.standfirst
          FROM json_each(${JSON.stringify(places)}) asked JOIN search_places p ON p.place = asked.value`,
  );

/** Beside it, how its headline is read. */
export const readingsAt = (
  database: Database,
  places: readonly number[],
): Promise<(Candidate & { reading: string })[]> =>
  database.rows(
    write`SELECT p.place, p.number, p.at, p.language, p.reading
          FROM json_each(${JSON.stringify(places)}) asked JOIN search_places p ON p.place = asked.value`,
  );

/** Their cards' texts, by number: what narrows a search stands there, of an article the index was not asked about. */
export async function cardTextsOf(database: Database, numbers: readonly number[]): Promise<Map<number, string>> {
  const rows = await database.rows<{ number: number; card: string }>(
    write`SELECT a.number, a.card FROM json_each(${JSON.stringify(numbers)}) asked JOIN articles a ON a.number = asked.value`,
  );
  return new Map(rows.map(({ number, card }) => [number, card]));
}
