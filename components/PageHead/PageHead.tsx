import { descriptionLength, shorten } from '../../article/text.ts';
import { alternateAddresses } from '../../edition/alternates.ts';
import { catalogueFor } from '../../edition/catalogue.ts';
import type { Translation } from '../../edition/counterparts.ts';
import { manifestPath, opensearchPath } from '../../edition/data-paths.ts';
import { holdsSomething, type PageContext } from '../../edition/page-context.ts';
import { pathOf, type Route, searchPath } from '../../edition/paths.ts';
import { type Edition, nameIn } from '../../edition/site.ts';
import { feedLinks } from './feed-links.ts';

export type PageHeadProps = {
  page: PageContext;
  /** What the page is about; null on the front page. The title is a pure function of this and the site's name. */
  title: string | null;
  description?: string | null;
  /** Kept out of search engines: results, missing pages, tags with hardly an article. Empty lists are without being told. */
  noindex?: boolean;
  /** The same article in other languages. */
  translations?: readonly Translation[];
};

/** Title, description, canonical address, the page in other editions, and what programs find beside it. React puts it into the head. */
export function PageHead({ page, title, description, noindex = false, translations }: PageHeadProps) {
  const { site, edition, route, origin } = page;
  const isFindable = !noindex && holdsSomething(page);
  const siteName = nameIn(site.name, edition.language);
  const fullTitle = title ? `${title} - ${siteName}` : siteName;
  const addresses = (isFindable && route && alternateAddresses(page, translations)) || {};
  return (
    <>
      <title>{fullTitle}</title>
      {description && <meta name="description" content={shorten(description, descriptionLength)} />}
      <link rel="manifest" href={manifestPath(edition)} />
      {/* Without the second, search engines show our pictures as stamps (Google: robots meta tag, max-image-preview). */}
      <meta name="robots" content={isFindable ? 'max-image-preview:large' : 'noindex, follow'} />
      {route && <link rel="canonical" href={origin + canonicalPath(edition, route)} />}
      {Object.entries(addresses).map(([language, href]) => (
        <link key={language} rel="alternate" hrefLang={language} href={href} />
      ))}
      {isFindable &&
        route &&
        feedLinks(page, fullTitle).map((link) => <link key={link.href} rel="alternate" {...link} />)}
      <link rel="icon" href="/favicon.ico" sizes="32x32" />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
      <link
        rel="search"
        type="application/opensearchdescription+xml"
        href={opensearchPath(edition)}
        title={searchName(page)}
      />
    </>
  );
}

/** The name under which a browser offers to search the site. */
const searchName = ({ edition, site }: PageContext): string =>
  `${nameIn(site.name, edition.language)} · ${catalogueFor(edition.language).searchLabel}`;

/** What a visitor typed is not the newsroom's words: all results are one page, that of the search. */
const canonicalPath = (edition: Edition, route: Route): string =>
  route.page === 'search' ? searchPath(edition) : pathOf(edition, route);
