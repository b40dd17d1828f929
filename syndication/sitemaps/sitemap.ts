import { groupOf } from '../../article/lists.ts';
import type { Card } from '../../article/record.ts';
import { renditionName, renditionWidths } from '../../article/rendition.ts';
import { alternateAddresses } from '../../edition/alternates.ts';
import type { Translation } from '../../edition/counterparts.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { mediaPath, pathOf, type Route } from '../../edition/paths.ts';
import type { Edition, Site } from '../../edition/site.ts';
import { element, type Xml, xmlDocument } from '../xml.ts';

/** Sitemaps by sitemaps.org 0.9, with Google's hreflang links and pictures. Addresses are absolute. */

const schema = 'http://www.sitemaps.org/schemas/sitemap/0.9';

export type SitemapUrl = {
  loc: string;
  /** When the page last changed, UTC; null when nobody can say. */
  lastmod: string | null;
  /** The page in every edition, by language tag. */
  alternates: Record<string, string> | null;
  pictures: string[];
};

export type ListedSitemap = { loc: string; lastmod: string | null };

/** The file that names all others. */
export const sitemapIndex = (files: readonly ListedSitemap[]): string =>
  xmlDocument(
    element(
      'sitemapindex',
      { xmlns: schema },
      files.map(({ loc, lastmod }) =>
        element('sitemap', {}, element('loc', {}, loc), lastmod && element('lastmod', {}, lastmod)),
      ),
    ),
  );

export const sitemap = (urls: readonly SitemapUrl[]): string =>
  xmlDocument(
    element(
      'urlset',
      {
        xmlns: schema,
        'xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1',
        'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
      },
      urls.map(urlElement),
    ),
  );

const urlElement = ({ loc, lastmod, alternates, pictures }: SitemapUrl): Xml =>
  element(
    'url',
    {},
    element('loc', {}, loc),
    lastmod && element('lastmod', {}, lastmod),
    Object.entries(alternates ?? {}).map(([hreflang, href]) =>
      element('xhtml:link', { rel: 'alternate', hreflang, href }),
    ),
    pictures.map((picture) => element('image:image', {}, element('image:loc', {}, picture))),
  );

/** The site as its pages stand in a sitemap. */
export type Paper = Pick<PageContext, 'site' | 'origin' | 'filled'>;

/** An article in every edition that shows it. */
export function articleUrls(card: Card, paper: Paper, translations: readonly Translation[] = []): SitemapUrl[] {
  const route: Route = { page: 'article', path: card.path };
  const pictures = card.picture ? [paper.origin + pictureAddress(card.picture)] : [];
  return editionsOf(paper.site, card).map((edition) => ({
    loc: paper.origin + pathOf(edition, route),
    lastmod: lastChange(card),
    alternates: alternateAddresses({ ...paper, edition, route }, translations),
    pictures,
  }));
}

export const pageUrl = (paper: Paper, edition: Edition, route: Route, lastmod: string | null): SitemapUrl => ({
  loc: paper.origin + pathOf(edition, route),
  lastmod,
  alternates: alternateAddresses({ ...paper, edition, route }),
  pictures: [],
});

const editionsOf = ({ editions }: Site, card: Card): Edition[] =>
  editions.filter(({ language }) => groupOf(language) === groupOf(card.language));

/** As the page says it: when it was last updated, or a correction added. */
export const lastChange = ({ publishedAt, updatedAt, correctedAt }: Card): string =>
  [updatedAt, correctedAt].reduce<string>((last, at) => (at && at > last ? at : last), publishedAt);

/** Search engines want the largest there is. */
function pictureAddress({ media, width }: NonNullable<Card['picture']>): string {
  return mediaPath(renditionName(media, renditionWidths(width).at(-1) as number, 'jpg'));
}
