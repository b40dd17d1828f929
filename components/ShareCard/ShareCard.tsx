import { machineTime } from '../../edition/dates.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { pathOf, type Route } from '../../edition/paths.ts';
import { type EditionTag, editionTag, nameIn } from '../../edition/site.ts';

/** An article as a shared link shows it. */
export type SharedArticle = {
  headline: string;
  description: string;
  publishedAt: string;
  updatedAt: string | null;
  /** Path of its card picture, 1,200 × 630. */
  picture: string;
};

export type ShareCardProps = { page: PageContext; route: Route; name: string; article?: SharedArticle };

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
export function ShareCard({ page, route, name, article }: ShareCardProps) {
  const { origin, site, edition } = page;
  return (
    <>
      <meta property="og:type" content={article ? 'article' : 'website'} />
      <meta property="og:title" content={article?.headline ?? name} />
      {article && <meta property="og:description" content={article.description} />}
      <meta property="og:url" content={origin + pathOf(edition, route)} />
      <meta property="og:site_name" content={nameIn(site.name, edition.language)} />
      <meta property="og:locale" content={locales[editionTag(edition)]} />
      {article ? (
        <ArticlePicture page={page} article={article} />
      ) : (
        <meta property="og:image" content={`${origin}/icon-512.png`} />
      )}
      <meta name="twitter:card" content={article ? 'summary_large_image' : 'summary'} />
    </>
  );
}

function ArticlePicture({
  page: { origin, site },
  article: { picture, publishedAt, updatedAt },
}: {
  page: PageContext;
  article: SharedArticle;
}) {
  return (
    <>
      <meta property="og:image" content={origin + picture} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="article:published_time" content={machineTime(publishedAt, site.timeZone)} />
      {updatedAt && updatedAt > publishedAt && (
        <meta property="article:modified_time" content={machineTime(updatedAt, site.timeZone)} />
      )}
    </>
  );
}
