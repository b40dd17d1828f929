import type { Metadata } from 'next';
import { descriptionLength, shorten } from '../../article/text.ts';
import { alternateAddresses } from '../../edition/alternates.ts';
import type { Translation } from '../../edition/counterparts.ts';
import { holdsSomething, type PageContext } from '../../edition/page-context.ts';
import { pathOf } from '../../edition/paths.ts';
import { nameIn } from '../../edition/site.ts';
import { alternateTypes, atHand } from './discovery.ts';

export type Described = {
  /** What the page is about; null on the front page. The title is a pure function of this and the site's name. */
  title: string | null;
  description?: string | null;
  /** Kept out of search engines: results, missing pages, tags with hardly an article. Empty lists are without being told. */
  noindex?: boolean;
  /** The same article in other languages. */
  translations?: readonly Translation[];
};

/** Title, description, canonical address, the page in other editions, and what programs find beside it. */
export function pageMetadata(
  page: PageContext,
  { title, description, noindex = false, translations }: Described,
): Metadata {
  const { site, edition, route, origin } = page;
  const isFindable = !noindex && holdsSomething(page);
  const siteName = nameIn(site.name, edition.language);
  const fullTitle = title ? `${title} - ${siteName}` : siteName;
  return {
    title: fullTitle,
    description: description ? shorten(description, descriptionLength) : undefined,
    // Without the second, search engines show our pictures as stamps (Google: robots meta tag, max-image-preview).
    robots: isFindable ? { 'max-image-preview': 'large' } : { index: false, follow: true },
    alternates: route
      ? {
          canonical: origin + pathOf(edition, route),
          languages: (isFindable && alternateAddresses(page, translations)) || undefined,
          types: isFindable ? alternateTypes(page, fullTitle) : undefined,
        }
      : undefined,
    ...atHand(page),
  };
}
