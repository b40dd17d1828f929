import type { Card } from '../../article/record.ts';
import { machineTime } from '../../edition/dates.ts';
import { articlePath } from '../../edition/paths.ts';
import { type Edition, nameIn, type Site } from '../../edition/site.ts';
import { element, type Xml, xmlDocument } from '../xml.ts';
import { lastChange } from './sitemap.ts';

/** Google News sitemap: what an edition published within two days. Google takes a thousand addresses. */

export const newsSpan = 48 * 3_600_000;
export const newsLength = 1_000;

/** The schema knows ISO 639 codes and these two: `zh-Hans` is refused. */
const languages = { 'zh-Hans': 'zh-cn', 'zh-Hant': 'zh-tw', en: 'en' } as const;

/** `cards` are in the edition's script. */
export const newsSitemap = (cards: readonly Card[], site: Site, edition: Edition, origin: string): string =>
  xmlDocument(
    element(
      'urlset',
      {
        xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
        'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
      },
      cards.map((card) => newsUrl(card, site, edition, origin)),
    ),
  );

const newsUrl = (card: Card, site: Site, edition: Edition, origin: string): Xml =>
  element(
    'url',
    {},
    element('loc', {}, origin + articlePath(edition, card.path)),
    element('lastmod', {}, lastChange(card)),
    element(
      'news:news',
      {},
      element(
        'news:publication',
        {},
        element('news:name', {}, nameIn(site.name, edition.language)),
        element('news:language', {}, languages[edition.language]),
      ),
      element('news:publication_date', {}, machineTime(card.publishedAt, site.timeZone)),
      element('news:title', {}, card.headline),
    ),
  );
