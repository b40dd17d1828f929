import { type FeedSubject, feedPath, markdownPath, subjectOf } from '../../edition/data-paths.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { sectionOf } from '../../edition/paths.ts';
import { nameIn } from '../../edition/site.ts';
import { sectionName } from '../SectionLink/section.ts';

/** The same as the page, or news of it, for programs. */
export type FeedLink = { type: string; href: string; title?: string };

/**
 * What a page's head tells programs of: its own feed in every format, or else the feed of its section or of the site;
 * an article also as Markdown. `title` is the page's.
 */
export function feedLinks(page: PageContext, title: string): FeedLink[] {
  const { edition, origin, route, site } = page;
  const own = route && subjectOf(route);
  if (own && own.page !== 'search') {
    const link = (type: string, format: 'rss' | 'atom' | 'json', name: string) => ({
      type,
      href: origin + feedPath(edition, own, format),
      title: `${title} (${name})`,
    });
    return [
      link('application/rss+xml', 'rss', 'RSS'),
      link('application/atom+xml', 'atom', 'Atom'),
      link('application/feed+json', 'json', 'JSON Feed'),
    ];
  }
  const section = route?.page === 'article' ? sectionOf(route) : null;
  const of: FeedSubject = section === null ? { page: 'front' } : { page: 'section', section };
  const siteName = nameIn(site.name, edition.language);
  const name = section === null ? siteName : `${sectionName(page, section)} - ${siteName}`;
  const feed = { type: 'application/rss+xml', href: origin + feedPath(edition, of, 'rss'), title: name };
  if (route?.page !== 'article') return [feed];
  return [feed, { type: 'text/markdown', href: origin + markdownPath(edition, route.path) }];
}
