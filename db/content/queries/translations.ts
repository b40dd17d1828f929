import { groupOf, translationList } from '../../../article/lists.ts';
import type { ArticleRecord, Card } from '../../../article/record.ts';
import type { Database } from '../../client.ts';
import { listRow } from '../list-tree.ts';
import { cardsByIds } from './articles.ts';
import { newestCards } from './lists.ts';

const mostNaming = 8;

/** What is asked of a record or card. */
type Translated = Pick<ArticleRecord, 'id' | 'language'> & { translations?: readonly string[] };

/**
 * The articles that say the same in other languages, the newest of each: those the record names and those that name it,
 * so that both show the same whichever of them the newsroom wrote it in. Empty for most.
 */
export async function translationsOf(database: Database, record: Translated): Promise<Card[]> {
  const named = await cardsByIds(database, record.translations ?? []);
  const naming = await newestCards(database, translationList(record.id), mostNaming);
  const others = [...named, ...naming].filter(({ language }) => groupOf(language) !== groupOf(record.language));
  others.sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1));
  return others.filter(({ language }, place) => others.findIndex((other) => other.language === language) === place);
}

/** Which of these articles others name as what they translate. */
export async function namedByTranslations(database: Database, ids: readonly string[]): Promise<Set<string>> {
  const named = new Set<string>();
  for (const id of ids) if (await listRow(database, translationList(id))) named.add(id);
  return named;
}
