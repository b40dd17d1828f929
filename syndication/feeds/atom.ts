import { feedStylesheetPath } from '../../edition/data-paths.ts';
import { frontPath } from '../../edition/paths.ts';
import { editionTag, nameIn } from '../../edition/site.ts';
import { element, type Xml, xmlDocument } from '../xml.ts';
import { type Feed, type FeedItem, feedUpdated, selfAddress } from './feed.ts';

/** A feed has to say when it changed; one without articles never did. */
const never = '2000-01-01T00:00:00Z';

/** Atom 1.0 (RFC 4287). */
export function atom(feed: Feed): string {
  const { home, title, description, page, hub, items } = feed;
  const { site, edition, origin } = home;
  const self = selfAddress(feed, 'atom');
  const moments = distinctMoments(items);
  return xmlDocument(
    element(
      'feed',
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xml:lang': editionTag(edition),
      },
      element('id', {}, self),
      element('title', {}, title),
      element('subtitle', {}, description),
      element('updated', {}, feedUpdated(feed) ?? never),
      // Articles without a byline are by the paper.
      element(
        'author',
        {},
        element('name', {}, nameIn(site.name, edition.language)),
        element('uri', {}, origin + frontPath(edition)),
      ),
      element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
      element('link', { rel: 'alternate', type: 'text/html', hreflang: editionTag(edition), href: page }),
      hub && element('link', { rel: 'hub', href: hub }),
      element('icon', {}, `${origin}/icon-144.png`),
      element('generator', {}, 'Dateline'),
      items.map((item, index) => entry(item, moments[index] as string)),
    ),
    feedStylesheetPath,
  );
}

function entry(item: FeedItem, updated: string): Xml {
  const { id, url, title, summary, html, publishedAt, authors, source, categories, picture } = item;
  return element(
    'entry',
    {},
    element('id', {}, id),
    element('title', {}, title),
    element('link', { rel: 'alternate', type: 'text/html', href: url }),
    picture &&
      element('link', { rel: 'enclosure', type: 'image/jpeg', length: picture.bytes || null, href: picture.url }),
    element('published', {}, publishedAt),
    element('updated', {}, updated),
    authors.map(({ name, url: uri }) => element('author', {}, element('name', {}, name), element('uri', {}, uri))),
    source && element('dc:source', {}, source.name),
    categories.map((name) => element('category', { term: name })),
    element('summary', { type: 'text' }, summary),
    html !== null && html !== '' ? element('content', { type: 'html' }, html) : null,
  );
}

/**
 * Readers tell entries apart by when they were updated, and validators complain of two with one moment. Articles published
 * in the same second differ by milliseconds that follow from their id.
 */
function distinctMoments(items: readonly FeedItem[]): string[] {
  const taken = new Set<string>();
  return items.map(({ id, updatedAt }) => {
    let moment = updatedAt;
    for (let turn = 0; taken.has(moment); turn++) moment = updatedAt.replace('Z', `.${milliseconds(id, turn)}Z`);
    taken.add(moment);
    return moment;
  });
}

function milliseconds(id: string, turn: number): string {
  const sum = [...id].reduce((total, character) => (total * 31 + character.charCodeAt(0)) % 999, 7);
  return String(((sum + turn) % 999) + 1).padStart(3, '0');
}
