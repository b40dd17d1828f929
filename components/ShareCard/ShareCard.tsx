import { machineTime } from '../../edition/dates.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { pathOf, type Route } from '../../edition/paths.ts';
import { type EditionTag, editionTag, nameIn } from '../../edition/site.ts';

/** A page as a shared link shows it. */
export type Shared = {
  title: string;
  description: string;
  /** Path of its card picture, 1,200 × 630. */
  picture: string;
};
export type SharedArticle = Shared & { publishedAt: string; updatedAt: string | null };

export type ShareCardProps = { page: PageContext; route: Route; shared: Shared | SharedArticle };

/** Names of languages as https://ogp.me has them: with a territory. */
const locales: Record<EditionTag, string> = {
  'zh-Hans': 'zh_CN',
  'zh-Hant': 'zh_TW',
  'zh-Hant-TW': 'zh_TW',
  'zh-Hant-HK': 'zh_HK',
  en: 'en_US',
};

/**
 * Open Graph, which every network reads; X takes from it all but the kind of card. Written here and not as Next's metadata,
 * which says everything a second time for X.
 */
export function ShareCard({ page, route, shared }: ShareCardProps) {
  const { origin, site, edition } = page;
  const { title, description, picture } = shared;
  const isArticle = 'publishedAt' in shared;
  return (
    <>
      <meta property="og:type" content={isArticle ? 'article' : 'website'} />
      <meta property="og:title" content={title} />
      {description && <meta property="og:description" content={description} />}
      <meta property="og:url" content={origin + pathOf(edition, route)} />
      <meta property="og:site_name" content={nameIn(site.name, edition.language)} />
      <meta property="og:locale" content={locales[editionTag(edition)]} />
      <meta property="og:image" content={origin + picture} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      {isArticle && <ArticleTimes page={page} article={shared} />}
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

function ArticleTimes({ page: { site }, article }: { page: PageContext; article: SharedArticle }) {
  const { publishedAt, updatedAt } = article;
  return (
    <>
      <meta property="article:published_time" content={machineTime(publishedAt, site.timeZone)} />
      {updatedAt && updatedAt > publishedAt && (
        <meta property="article:modified_time" content={machineTime(updatedAt, site.timeZone)} />
      )}
    </>
  );
}
