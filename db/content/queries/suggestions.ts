import type { Database } from '../../client.ts';
import { readShelf, suggestionShelf } from '../shelves.ts';
import { findTopic } from './topics.ts';

const mostSuggested = 8;

/**
 * Names of tags, authors and sources whose reading begins like a query typed in Latin letters: `hunan gonghui`, or the
 * initials `hngh`. Empty for any other query.
 */
export async function suggestedTopics(database: Database, query: string): Promise<string[]> {
  const key = query.toLowerCase().replaceAll(/[\s'’·-]+/g, '');
  if (!/^[a-z]{2,40}$/.test(key)) return [];
  const shelf = suggestionShelf(key);
  const rows = shelf ? (await readShelf(database, shelf)).filter((row) => row.key.startsWith(key)) : [];
  const names = new Set<string>();
  for (const { kind, slug } of rows.slice(0, mostSuggested * 2)) {
    const topic = names.size < mostSuggested ? await findTopic(database, kind, slug) : null;
    if (topic) names.add(topic.name);
  }
  return [...names];
}
