import type { SearchTerms } from '../../article/search-terms.ts';
import { type Database, type Statement, write } from '../client.ts';

/**
 * The search index. Its documents have places of their own, which grow with the time of publication: the index is read
 * from its end, so the highest places are the newest matches. Articles mostly come in that order; where many did not,
 * `dateline reindex` gives out the places anew.
 */

export type Indexed = {
  number: number;
  /** Seconds since the epoch. */
  publishedAt: number;
  /** Null takes the article out of the index. */
  terms: SearchTerms | null;
};

/** Writes articles into the index or out of it. Runs inside of `exclusively`: it reads what it changes. */
export async function indexArticles(database: Database, articles: readonly Indexed[]): Promise<void> {
  const places = await placesOf(database, articles);
  const statements: Statement[] = [];
  let next = (await highestPlace(database)) + 1;
  // In order of time, and the index takes rising places several times faster than others.
  for (const { number, publishedAt, terms } of articles.toSorted(
    (a, b) => a.publishedAt - b.publishedAt || a.number - b.number,
  )) {
    const known = places.get(number);
    if (known !== undefined) statements.push(...takeOut(known));
    if (terms) statements.push(...putIn(known ?? next++, number, publishedAt, terms));
  }
  await database.atomic(statements);
}

async function placesOf(database: Database, articles: readonly Indexed[]): Promise<Map<number, number>> {
  const numbers = JSON.stringify(articles.map(({ number }) => number));
  const rows = await database.rows<{ number: number; place: number }>(
    write`SELECT number, place FROM json_each(${numbers}) asked JOIN search_places ON number = asked.value`,
  );
  return new Map(rows.map(({ number, place }) => [number, place]));
}

async function highestPlace(database: Database): Promise<number> {
  const [row] = await database.rows<{ place: number | null }>(write`SELECT max(place) AS place FROM search_places`);
  return row?.place ?? 0;
}

const putIn = (place: number, number: number, at: number, { head, text, ranked }: SearchTerms): Statement[] => [
  write`INSERT INTO search_places (place, number, at, language, headline, standfirst)
        VALUES (${place}, ${number}, ${at}, ${ranked.group}, ${ranked.headline}, ${ranked.standfirst})`,
  write`INSERT INTO search_head (rowid, terms) VALUES (${place}, ${head})`,
  write`INSERT INTO search_text (rowid, terms) VALUES (${place}, ${text})`,
];

const takeOut = (place: number): Statement[] => [
  write`DELETE FROM search_places WHERE place = ${place}`,
  write`DELETE FROM search_head WHERE rowid = ${place}`,
  write`DELETE FROM search_text WHERE rowid = ${place}`,
];
