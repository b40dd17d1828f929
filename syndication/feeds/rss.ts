import { feedStylesheetPath } from '../../edition/data-paths.ts';
import { editionTag } from '../../edition/site.ts';
import { element, escapeXml, type Xml, xmlDocument } from '../xml.ts';
import { type Feed, type FeedItem, feedUpdated, selfAddress } from './feed.ts';

/** RSS 2.0 by the specification and the RSS Advisory Board's profile, with whole articles in content:encoded. */
export function rss(feed: Feed): string {
  const { home, title, description, page, hub, items } = feed;
  const updated = feedUpdated(feed);
  return xmlDocument(
    element(
      'rss',
      {
        version: '2.0',
        'xml:lang': editionTag(home.edition),
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:media': 'http://search.yahoo.com/mrss/',
      },
      element(
        'channel',
        {},
        element('title', {}, title),
        element('link', {}, page),
        element('description', {}, escapeXml(description)),
        element('language', {}, editionTag(home.edition)),
        updated && element('lastBuildDate', {}, httpDate(updated)),
        element('generator', {}, 'Dateline'),
        element('docs', {}, 'https://www.rssboard.org/rss-specification'),
        // An image belongs to the channel: the profile wants its title and link to be the channel's.
        element(
          'image',
          {},
          element('url', {}, `${home.origin}/icon-144.png`),
          element('title', {}, title),
          element('link', {}, page),
          element('width', {}, '144'),
          element('height', {}, '144'),
        ),
        element('atom:link', { rel: 'self', type: 'application/rss+xml', href: selfAddress(feed, 'rss') }),
        hub && element('atom:link', { rel: 'hub', href: hub }),
        items.map(rssItem),
      ),
    ),
    feedStylesheetPath,
  );
}

/** Titles are plain text; descriptions are HTML to every reader, so their text is escaped once more. */
function rssItem(item: FeedItem): Xml {
  const { id, url, title, summary, html, publishedAt, authors, source, categories, picture } = item;
  return element(
    'item',
    {},
    element('title', {}, title),
    element('link', {}, url),
    element('guid', { isPermaLink: 'false' }, id),
    element('pubDate', {}, httpDate(publishedAt)),
    authors.map(({ name }) => element('dc:creator', {}, name)),
    source && element('dc:source', {}, source.name),
    categories.map((name) => element('category', {}, name)),
    element('description', {}, escapeXml(summary)),
    html !== null && html !== '' ? element('content:encoded', {}, html) : null,
    picture && element('enclosure', { url: picture.url, length: picture.bytes, type: 'image/jpeg' }),
    picture &&
      element(
        'media:content',
        { url: picture.url, medium: 'image', type: 'image/jpeg', width: picture.width, height: picture.height },
        picture.alt && element('media:description', { type: 'plain' }, picture.alt),
      ),
  );
}

/** RFC 822 with a four-digit year: `Wed, 07 Jun 2023 07:25:47 GMT`. */
const httpDate = (instant: string): string => new Date(instant).toUTCString();
