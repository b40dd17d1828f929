import type { Database } from '../db/client.ts';
import {
  type ArticleRow,
  articleById,
  articleByNumber,
  articleByPath,
  articleBySlug,
  ownerOfPath,
} from '../db/newsroom/queries/articles.ts';

/** The article a command line names: by id, by slug, by path or by URL. @throws when there is none */
export async function namedArticle(newsroom: Database, name: string | undefined): Promise<ArticleRow> {
  if (!name) throw new Error('name an article by its id, slug or address');
  const path = URL.canParse(name) ? new URL(name).pathname : name;
  const byPath = async () => {
    for (const candidate of [path, path.replace(/^\/[^/]+/, '')]) {
      const owner = (await articleByPath(newsroom, candidate))?.number ?? (await ownerOfPath(newsroom, candidate));
      if (owner !== undefined) return articleByNumber(newsroom, owner);
    }
    return undefined;
  };
  const found = path.startsWith('/')
    ? await byPath()
    : ((await articleById(newsroom, name)) ?? (await articleBySlug(newsroom, name)));
  if (!found) throw new Error(`the newsroom holds no article "${name}"; name it by its id, slug or address`);
  return found;
}
