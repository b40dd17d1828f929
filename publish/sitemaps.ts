import { seconds, sitemapFileOf } from '../article/lists.ts';
import type { Statement } from '../db/client.ts';
import { enterSitemap, touchSitemap } from '../db/content/projection.ts';
import type { PublishedRevision } from '../db/newsroom/queries/outbox.ts';
import type { PressedArticle } from './pressed-article.ts';

/** Sitemap files these articles stand in, and when the last of them was published, in seconds. */
export function sitemapsOf(published: readonly PublishedRevision[]): Map<number, number> {
  const sitemaps = new Map<number, number>();
  for (const { number, at } of published) {
    const file = sitemapFileOf(number);
    sitemaps.set(file, Math.max(seconds(at), sitemaps.get(file) ?? 0));
  }
  return sitemaps;
}

/**
 * Brings sitemap files up to date. One that articles only come into is not looked through: that is what every
 * publication of a new article does. `before` has the articles that stood in one already, by number.
 */
export function sitemapStatements(
  sitemaps: ReadonlyMap<number, number>,
  articles: readonly PressedArticle[],
  before: ReadonlyMap<number, unknown>,
): Statement[] {
  const byFile = Map.groupBy(articles, ({ number }) => sitemapFileOf(number));
  return [...sitemaps].flatMap(([file, at]) => {
    const changed = byFile.get(file) ?? [];
    const areNew = changed.length > 0 && changed.every(({ number, listed }) => listed && !before.has(number));
    return areNew
      ? [enterSitemap(file, at, Math.max(...changed.map(({ publishedAt }) => publishedAt)))]
      : touchSitemap(file, at);
  });
}
