import { fold } from '../../../article/fold.ts';
import { type ArticleRecord, type Card, cardOf } from '../../../article/record.ts';
import { readText } from '../../../article/search-terms.ts';
import type { Database } from '../../client.ts';
import { currentFill, readsFrom } from '../fill-context.ts';
import { recordsOf } from '../verify.ts';
import { isWhole } from './gather.ts';
import type { Query } from './query.ts';
import type { Placed } from './rank.ts';
import { Marker, type Part, standsIn } from './snippet.ts';

export type SearchResult = {
  card: Card;
  /** The headline in runs, and a piece of the text around what was found; matches are marked. */
  headline: Part[];
  snippet: Part[];
  /** Whether it holds everything asked for, not only a part of it. */
  whole: boolean;
};

/** What is shown of these articles, in their order, from their records. Those that turn out not to answer are left out. */
export async function showPlaced(database: Database, placed: readonly Placed[], query: Query): Promise<SearchResult[]> {
  const numbers = placed.map(({ number }) => number);
  const records = new Map((await recordsOf(database, numbers)).map((record, index) => [numbers[index], record]));
  const marker = new Marker(query.wanted);
  const results: SearchResult[] = [];
  for (const one of placed) {
    const record = records.get(one.number);
    const result = record && shown(record, one, query, marker);
    if (result) results.push(result);
  }
  return results;
}

function shown(record: ArticleRecord, { match }: Placed, query: Query, marker: Marker): SearchResult | null {
  // The index is not signed: what it says of an article is believed for its place among others only.
  if (record.status === 'withdrawn' || Date.parse(record.publishedAt) > currentFill().now.getTime()) return null;
  const text = readText(record);
  const folded = fold(text);
  if (!bears(`${fold(record.headline)}\n${folded}`, query)) return null;
  readsFrom(`card:${record.id}`);
  return {
    card: cardOf(record),
    headline: marker.whole(record.headline),
    snippet: marker.snippet(text, folded),
    whole: isWhole(match),
  };
}

/** What pairs of characters cannot tell: whether phrases stand in the article, and excluded ones do not. */
const bears = (folded: string, { phrases, excluded }: Query): boolean =>
  phrases.every((words) => standsIn(folded, words)) && !excluded.some((words) => standsIn(folded, words));
