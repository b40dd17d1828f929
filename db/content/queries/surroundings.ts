import type { Counted } from '../../../article/keywords.ts';
import { groupOf, rankedLists, seconds, sectionList } from '../../../article/lists.ts';
import type { Database } from '../../client.ts';
import { keywordRows } from '../keyword-rows.ts';
import { numbersAround } from './list-numbers.ts';
import { promisingFor, type Sought } from './relatives.ts';

/**
 * Articles that promise most to be so close to a new one that it may belong into their recommended block. To compare them
 * would spare the pages of those that come out less close, and takes a fifth of what else a publication does.
 */
const mostRelatives = 50;

/**
 * Ids of the articles whose pages may lead to this one, which speaks of `terms`: those that promise to be its relatives, and
 * those before and after it in its section and top section. With these told, a publication does not make anew the pages of
 * everything else.
 */
export async function surroundingsOf(database: Database, sought: Sought, terms: Counted): Promise<string[]> {
  const { record, number } = sought;
  const place = { at: seconds(record.publishedAt), number };
  const now = Math.max(Math.floor(Date.now() / 1000), place.at);
  const numbers = new Set(await promisingFor(database, sought, { terms, wanted: mostRelatives, now }));
  for (const name of new Set([
    sectionList(groupOf(record.language), record.section),
    ...rankedLists(record).slice(1, 2),
  ]))
    for (const other of await numbersAround(database, { name }, place, { newer: 3, older: 3, newest: 0 }, now))
      numbers.add(other.number);
  return idsOf(database, [...numbers]);
}

/** Ids of listed articles by their numbers, in that order. @throws TamperedRow */
export async function idsOf(database: Database, numbers: readonly number[]): Promise<string[]> {
  const rows = await keywordRows(database, numbers);
  const ids = new Map(rows.map(({ number, id }) => [number, id]));
  return numbers.flatMap((number) => ids.get(number) ?? []);
}
