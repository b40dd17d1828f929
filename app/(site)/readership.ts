import { askAudience } from '../../db/audience/open.ts';
import { mostRead, type RankingOrder, readsOfDay } from '../../db/audience/queries/reads.ts';
import { currentFill } from '../../db/content/fill-context.ts';
import type { Readership } from '../../db/content/queries/recommended.ts';

/** What readers read, as far as it was counted: without a counter file nothing, and pages are complete all the same. */

const moment = () => currentFill().now.getTime() / 1000;

/** Ids of a list's most-read articles, at most `limit`. They may be withdrawn, moved or not out any more. */
export const mostReadIn = (list: string, order: RankingOrder, limit: number): Promise<string[]> =>
  askAudience((audience) => mostRead(audience, list, order, limit, moment()), []);

const looked = 20;

export const readership: Readership = {
  readsOfDay: (list, ids) => askAudience((audience) => readsOfDay(audience, list, ids, moment()), new Map()),
  mostRead: (list) => mostReadIn(list, 'day', looked),
};
