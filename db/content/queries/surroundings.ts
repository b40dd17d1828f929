import type { Counted } from '../../../article/keywords.ts';
import { groupOf, rankedLists, seconds, sectionList } from '../../../article/lists.ts';
import type { Database } from '../../client.ts';
import { keywordRows } from '../keyword-rows.ts';
import { numbersAround, sizesOf } from './list-numbers.ts';
import { familyOf, type Subject } from './relatives.ts';

/** Articles close enough to a new one that it may belong into their recommended block. */
const mostRelatives = 30;
/** Of how many candidates they are the closest: who comes next would hardly show it. */
const compared = 50;

/**
 * Ids of the articles whose pages may lead to this one: its closest relatives, and those before and after it in its
 * section and top section. With these told, a publication does not make anew the pages of everything else.
 */
export async function surroundingsOf(database: Database, subject: Subject, terms?: Counted): Promise<string[]> {
  const { record, number } = subject;
  const place = { at: seconds(record.publishedAt), number };
  const now = Math.max(Math.floor(Date.now() / 1000), place.at);
  const { relatives } = await familyOf(database, subject, now, { compared, ...(terms && { terms }) });
  const ids = new Set(relatives.slice(0, mostRelatives).map(({ id }) => id));
  const lists = [sectionList(groupOf(record.language), record.section), ...rankedLists(record).slice(1, 2)];
  for (const list of await sizesOf(database, [...new Set(lists)])) {
    if (!list) continue;
    const around = await numbersAround(database, list, place, { newer: 3, older: 3, newest: 0 }, now);
    for (const id of await idsOf(
      database,
      around.map((other) => other.number),
    ))
      ids.add(id);
  }
  return [...ids];
}

/** Ids of listed articles by their numbers, in that order. @throws TamperedRow */
export async function idsOf(database: Database, numbers: readonly number[]): Promise<string[]> {
  const rows = await keywordRows(database, numbers);
  const ids = new Map(rows.map(({ number, id }) => [number, id]));
  return numbers.flatMap((number) => ids.get(number) ?? []);
}
