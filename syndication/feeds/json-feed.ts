import { frontPath } from '../../edition/paths.ts';
import { editionTag, nameIn } from '../../edition/site.ts';
import { type Feed, type FeedItem, selfAddress } from './feed.ts';

/** JSON Feed 1.1 (jsonfeed.org). */
export function jsonFeed(feed: Feed): string {
  const { home, title, description, page, hub, items } = feed;
  const { site, edition, origin } = home;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: page,
    feed_url: selfAddress(feed, 'json'),
    description,
    language: editionTag(edition),
    icon: `${origin}/icon-512.png`,
    favicon: `${origin}/icon-144.png`,
    authors: [{ name: nameIn(site.name, edition.language), url: origin + frontPath(edition) }],
    hubs: hub ? [{ type: 'WebSub', url: hub }] : undefined,
    items: items.map((item) => jsonItem(item, editionTag(edition))),
  });
}

function jsonItem(item: FeedItem, language: string) {
  const { id, url, title, summary, html, publishedAt, updatedAt, authors, source, categories, picture } = item;
  return {
    id,
    url,
    title,
    summary,
    // One of the two has to be there.
    ...(html ? { content_html: html } : { content_text: summary }),
    date_published: publishedAt,
    date_modified: updatedAt,
    authors: authors.length > 0 ? authors : undefined,
    tags: categories,
    language,
    image: picture?.url,
    attachments: picture
      ? [{ url: picture.url, mime_type: 'image/jpeg', size_in_bytes: picture.bytes || undefined }]
      : undefined,
    _source: source ? { name: source.name, ...(source.url ? { url: source.url } : {}) } : undefined,
  };
}
