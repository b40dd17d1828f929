import { type Database, write } from '../../client.ts';
import type { TopicKind } from '../schema.ts';
import { findTopic } from './topics.ts';

const mostSuggested = 8;

/**
 * Names of tags, authors and sources whose reading begins like a query typed in Latin letters: `hunan gonghui`, or the
 * initials `hngh`. Empty for any other query.
 */
export async function suggestedTopics(database: Database, query: string): Promise<string[]> {
  const key = query.toLowerCase().replaceAll(/[\s'’·-]+/g, '');
  if (!/^[a-z]{2,40}$/.test(key)) return [];
  const rows = await database.rows<{ kind: TopicKind; slug: string }>(
    write`SELECT kind, slug FROM suggestions WHERE key >= ${key} AND key < ${`${key}{`} ORDER BY key, kind, slug LIMIT ${mostSuggested * 2}`,
  );
  const names = new Set<string>();
  for (const { kind, slug } of rows) {
    const topic = names.size < mostSuggested ? await findTopic(database, kind, slug) : null;
    if (topic) names.add(topic.name);
  }
  return [...names];
}
