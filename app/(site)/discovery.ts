import type { Metadata } from 'next';
import { sectionName } from '../../components/SectionLink/section.ts';
import { catalogueFor } from '../../edition/catalogue.ts';
import { type FeedSubject, feedPath, manifestPath, markdownPath, subjectOf } from '../../edition/data-paths.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { sectionOf } from '../../edition/paths.ts';
import { nameIn } from '../../edition/site.ts';
import { siteOrigin } from './open-data.ts';

type Types = NonNullable<NonNullable<Metadata['alternates']>['types']>;

/**
 * What a page's head tells programs of: its own feed in every format, or else the feed of its section or of the site;
 * an article also as Markdown. `title` is the page's.
 */
export function alternateTypes(page: PageContext, title: string): Types {
  const { edition, route, site } = page;
  const origin = siteOrigin();
  const own = route && subjectOf(route);
  if (own && own.page !== 'search') {
    const link = (format: 'rss' | 'atom' | 'json', name: string) => [
      { url: origin + feedPath(edition, own, format), title: `${title} (${name})` },
    ];
    return {
      'application/rss+xml': link('rss', 'RSS'),
      'application/atom+xml': link('atom', 'Atom'),
      'application/feed+json': link('json', 'JSON Feed'),
    };
  }
  const section = route?.page === 'article' ? sectionOf(route) : null;
  const of: FeedSubject = section === null ? { page: 'front' } : { page: 'section', section };
  const siteName = nameIn(site.name, edition.language);
  const name = section === null ? siteName : `${sectionName(page, section)} - ${siteName}`;
  const feed = { 'application/rss+xml': [{ url: origin + feedPath(edition, of, 'rss'), title: name }] };
  if (route?.page !== 'article') return feed;
  return { ...feed, 'text/markdown': [{ url: origin + markdownPath(edition, route.path) }] };
}

/** Icons and name for whoever keeps the site at hand. */
export const atHand = ({ edition }: PageContext): Pick<Metadata, 'icons' | 'manifest'> => ({
  icons: {
    icon: [
      { url: '/favicon.ico', sizes: '32x32' },
      { url: '/favicon.svg', type: 'image/svg+xml' },
    ],
    apple: '/apple-touch-icon.png',
  },
  manifest: manifestPath(edition),
});

/** The name under which a browser offers to search the site. */
export const searchName = ({ edition, site }: PageContext): string =>
  `${nameIn(site.name, edition.language)} · ${catalogueFor(edition.language).searchLabel}`;
