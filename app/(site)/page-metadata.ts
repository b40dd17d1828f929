import type { Metadata } from 'next';
import { descriptionLength, shorten } from '../../article/text.ts';
import { alternateAddresses } from '../../edition/alternates.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { pathOf } from '../../edition/paths.ts';
import { nameIn } from '../../edition/site.ts';
import { alternateTypes, atHand } from './discovery.ts';

export type Described = {
  /** What the page is about; null on the front page. The title is a pure function of this and the site's name. */
  title: string | null;
  description?: string | null;
  /** Kept out of search engines: results, missing pages. */
  noindex?: boolean;
  /** Only Chinese pages that exist in both scripts, and list pages, have counterparts in other editions. */
  alternates?: boolean;
};

/** Title, description, canonical address and language alternates of a page. */
export function pageMetadata(
  page: PageContext,
  { title, description, noindex = false, alternates = true }: Described,
): Metadata {
  const { site, edition, route } = page;
  const siteName = nameIn(site.name, edition.language);
  const origin = process.env.PUBLIC_URL ?? '';
  const fullTitle = title ? `${title} - ${siteName}` : siteName;
  return {
    title: fullTitle,
    description: description ? shorten(description, descriptionLength) : undefined,
    robots: noindex ? { index: false, follow: true } : undefined,
    alternates: route
      ? {
          canonical: origin + pathOf(edition, route),
          languages:
            alternates && !noindex ? (alternateAddresses(site, edition, route, origin) ?? undefined) : undefined,
          types: noindex ? undefined : alternateTypes(page, fullTitle),
        }
      : undefined,
    ...atHand(page),
  };
}
