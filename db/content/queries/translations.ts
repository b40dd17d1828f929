import { groupOf, translationList } from '../../../article/lists.ts';
import type { ArticleRecord, Card } from '../../../article/record.ts';
import type { Database } from '../../client.ts';
import { cardsByIds } from './articles.ts';
import { newestCards } from './lists.ts';

const mostNaming = 8;

/**
 * The articles that say the same in other languages, the newest of each: those the record names and those that name it,
 * so that both show the same whichever of them the newsroom wrote it in. Empty for most.
 */
export async function translationsOf(database: Database, record: ArticleRecord): Promise<Card[]> {
  const named = await cardsByIds(database, record.translations);
  const naming = await newestCards(database, translationList(record.id), mostNaming);
  const others = [...named, ...naming].filter(({ language }) => groupOf(language) !== groupOf(record.language));
  others.sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1));
  return others.filter(({ language }, place) => others.findIndex((other) => other.language === language) === place);
}
