import { catalogueFor } from '../edition/catalogue.ts';
import { feedPath, opensearchPath } from '../edition/data-paths.ts';
import { searchPath } from '../edition/paths.ts';
import { type Edition, editionTag, nameIn, type Site } from '../edition/site.ts';
import { element, xmlDocument } from './xml.ts';

/** Lets a browser search the site from its address bar (OpenSearch 1.1). */
export function opensearch(site: Site, edition: Edition, origin: string): string {
  const name = nameIn(site.name, edition.language);
  // The query is spelled with a marker that no address would escape, which then becomes the template's place for it.
  const template = (path: string) => `${origin}${path.replace('QUERY', '{searchTerms}')}`;
  return xmlDocument(
    element(
      'OpenSearchDescription',
      { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
      // The specification allows 16 characters here, and 1024 there.
      element('ShortName', {}, [...name].slice(0, 16).join('')),
      element('Description', {}, `${name} · ${catalogueFor(edition.language).searchLabel}`),
      element('Language', {}, editionTag(edition)),
      element('InputEncoding', {}, 'UTF-8'),
      element('OutputEncoding', {}, 'UTF-8'),
      element('Image', { width: 32, height: 32, type: 'image/x-icon' }, `${origin}/favicon.ico`),
      element('Url', { type: 'text/html', method: 'get', template: template(searchPath(edition, 'QUERY')) }),
      element('Url', {
        type: 'application/rss+xml',
        template: template(feedPath(edition, { page: 'search', query: 'QUERY' }, 'rss')),
      }),
      element('Url', {
        type: 'application/opensearchdescription+xml',
        rel: 'self',
        template: origin + opensearchPath(edition),
      }),
    ),
  );
}
