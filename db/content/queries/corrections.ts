import { correctedList, type LanguageGroup } from '../../../article/lists.ts';
import { type Card, type Correction, cardOf } from '../../../article/record.ts';
import type { Database } from '../../client.ts';
import { readsFrom } from '../fill-context.ts';
import { recordsOf } from '../verify.ts';
import { newestNumbers } from './lists.ts';

/** Corrected articles shown on the corrections page. */
const shownArticles = 60;

/** The newest corrections with the card of their article, newest first. */
export async function newestCorrections(
  database: Database,
  group: LanguageGroup,
): Promise<{ card: Card; correction: Correction }[]> {
  const numbers = await newestNumbers(database, correctedList(group), shownArticles);
  const items: { card: Card; correction: Correction }[] = [];
  for (const record of await recordsOf(database, numbers)) {
    readsFrom(`article:${record.id}`);
    items.push(...record.corrections.map((correction) => ({ card: cardOf(record), correction })));
  }
  return items.sort((a, b) => (a.correction.at < b.correction.at ? 1 : -1));
}
