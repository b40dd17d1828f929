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

/** The place of the newest in the index; 0 when there is none. */
export async function highestPlace(database: Database): Promise<number> {
  const [row] = await database.rows<{ place: number | null }>(write`SELECT max(place) AS place FROM search_places`);
  return row?.place ?? 0;
}

const putIn = (
  place: number,
  number: number,
  at: number,
  { head, text, ranked, reading }: SearchTerms,
): Statement[] => [
  write`INSERT INTO search_places (place, number, at, language, headline, standfirst, reading)
        VALUES (${place}, ${number}, ${at}, ${ranked.group}, ${ranked.headline}, ${ranked.standfirst}, ${reading})`,
  write`INSERT INTO search_head (rowid, terms) VALUES (${place}, ${head})`,
  write`INSERT INTO search_text (rowid, terms) VALUES (${place}, ${text})`,
];

const takeOut = (place: number): Statement[] => [
  write`DELETE FROM search_places WHERE place = ${place}`,
  write`DELETE FROM search_head WHERE rowid = ${place}`,
  write`DELETE FROM search_text WHERE rowid = ${place}`,
];

/** An article that is listed, by whose time of publication its place is given out anew. */
export type Listed = { number: number; publishedAt: number };

/** Listed articles from the one numbered after `after` on. */
export const listedAfter = (database: Database, after: number, limit: number): Promise<Listed[]> =>
  database.rows(
    write`SELECT number, published_at AS publishedAt FROM articles WHERE number > ${after} AND listed = 1
          ORDER BY number LIMIT ${limit}`,
  );

/** Below these places stands everything that is in the index now. */
export async function endOfIndex(database: Database): Promise<number> {
  const [row] = await database.rows<{ place: number }>(
    write`SELECT max(coalesce((SELECT max(place) FROM search_places), 0),
                     coalesce((SELECT max(id) FROM search_head_docsize), 0),
                     coalesce((SELECT max(id) FROM search_text_docsize), 0)) AS place`,
  );
  return row?.place ?? 0;
}

/** Puts articles where they are told to stand, in rising places, and takes them out of where they stood. Runs inside of `exclusively`. */
export async function moveInIndex(
  database: Database,
  articles: readonly (Indexed & { place: number })[],
): Promise<void> {
  const places = await placesOf(database, articles);
  await database.atomic([...places.values()].flatMap(takeOut));
  await database.atomic(
    articles.flatMap(({ place, number, publishedAt, terms }) =>
      terms ? putIn(place, number, publishedAt, terms) : [],
    ),
  );
}

/** Takes out some of what stands at or below a place; false when there is nothing left. */
export async function clearBelow(database: Database, place: number, limit: number): Promise<boolean> {
  const rows = await database.rows<{ place: number }>(
    write`SELECT place FROM (SELECT place FROM search_places WHERE place <= ${place} ORDER BY place LIMIT ${limit})
          UNION SELECT id FROM (SELECT id FROM search_head_docsize WHERE id <= ${place} ORDER BY id LIMIT ${limit})
          UNION SELECT id FROM (SELECT id FROM search_text_docsize WHERE id <= ${place} ORDER BY id LIMIT ${limit})`,
  );
  await database.atomic(rows.flatMap((row) => takeOut(row.place)));
  return rows.length > 0;
}
