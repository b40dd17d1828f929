import { type DataType, feedStylesheetPath } from '../../../edition/data-paths.ts';
import type { JsonVocabulary } from './json.ts';
import type { XmlVocabulary } from './xml.ts';

/** What each kind of document may consist of. A kind that is in neither table and is no text is refused whole. */

const opensearch: XmlVocabulary = {
  root: 'OpenSearchDescription',
  namespaces: { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
  elements: {
    OpenSearchDescription: { text: 'none' },
    ShortName: { text: 'words' },
    LongName: { text: 'words' },
    Description: { text: 'words' },
    Contact: { text: 'words' },
    Language: { text: 'words' },
    InputEncoding: { text: 'words' },
    OutputEncoding: { text: 'words' },
    Image: { text: 'own', attributes: { width: 'words', height: 'words', type: 'words' } },
    Url: { text: 'none', attributes: { type: 'words', method: 'words', rel: 'words', template: 'own' } },
  },
};

const atomLink = { rel: 'words', type: 'words', hreflang: 'words', length: 'words', href: 'link' } as const;

const rss: XmlVocabulary = {
  root: 'rss',
  stylesheet: feedStylesheetPath,
  namespaces: {
    'xmlns:atom': 'http://www.w3.org/2005/Atom',
    'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:media': 'http://search.yahoo.com/mrss/',
  },
  elements: {
    rss: { text: 'none', attributes: { version: 'words', 'xml:lang': 'words' } },
    channel: { text: 'none' },
    item: { text: 'none' },
    title: { text: 'words' },
    link: { text: 'own' },
    description: { text: 'html' },
    language: { text: 'words' },
    lastBuildDate: { text: 'words' },
    generator: { text: 'words' },
    docs: { text: 'words' },
    image: { text: 'none' },
    url: { text: 'own' },
    width: { text: 'words' },
    height: { text: 'words' },
    guid: { text: 'words', attributes: { isPermaLink: 'words' } },
    pubDate: { text: 'words' },
    category: { text: 'words' },
    'dc:creator': { text: 'words' },
    'dc:source': { text: 'words' },
    'content:encoded': { text: 'html' },
    enclosure: { text: 'none', attributes: { url: 'own', length: 'words', type: 'words' } },
    'media:content': {
      text: 'none',
      attributes: { url: 'own', medium: 'words', type: 'words', width: 'words', height: 'words' },
    },
    'media:description': { text: 'words', attributes: { type: 'words' } },
    'atom:link': { text: 'none', attributes: atomLink },
  },
};

const atom: XmlVocabulary = {
  root: 'feed',
  stylesheet: feedStylesheetPath,
  namespaces: { xmlns: 'http://www.w3.org/2005/Atom', 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
  elements: {
    feed: { text: 'none', attributes: { 'xml:lang': 'words' } },
    entry: { text: 'none' },
    id: { text: 'words' },
    title: { text: 'words' },
    subtitle: { text: 'words' },
    updated: { text: 'words' },
    published: { text: 'words' },
    author: { text: 'none' },
    name: { text: 'words' },
    uri: { text: 'own' },
    link: { text: 'none', attributes: atomLink },
    icon: { text: 'own' },
    generator: { text: 'words' },
    category: { text: 'none', attributes: { term: 'words' } },
    summary: { text: 'words', attributes: { type: 'words' } },
    content: { text: 'html', attributes: { type: 'words' } },
    'dc:source': { text: 'words' },
  },
};

const sitemapSchema = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const imageSchema = 'http://www.google.com/schemas/sitemap-image/1.1';

const sitemapIndex: XmlVocabulary = {
  root: 'sitemapindex',
  namespaces: { xmlns: sitemapSchema },
  elements: {
    sitemapindex: { text: 'none' },
    sitemap: { text: 'none' },
    loc: { text: 'own' },
    lastmod: { text: 'words' },
  },
};

const sitemap: XmlVocabulary = {
  root: 'urlset',
  namespaces: {
    xmlns: sitemapSchema,
    'xmlns:image': imageSchema,
    'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
  },
  elements: {
    urlset: { text: 'none' },
    url: { text: 'none' },
    loc: { text: 'own' },
    lastmod: { text: 'words' },
    'xhtml:link': { text: 'none', attributes: { rel: 'words', hreflang: 'words', href: 'own' } },
    'image:image': { text: 'none' },
    'image:loc': { text: 'own' },
  },
};

const newsSitemap: XmlVocabulary = {
  root: 'urlset',
  namespaces: { xmlns: sitemapSchema, 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9' },
  elements: {
    urlset: { text: 'none' },
    url: { text: 'none' },
    loc: { text: 'own' },
    lastmod: { text: 'words' },
    'news:news': { text: 'none' },
    'news:publication': { text: 'none' },
    'news:name': { text: 'words' },
    'news:language': { text: 'words' },
    'news:publication_date': { text: 'words' },
    'news:title': { text: 'words' },
  },
};

export const xmlVocabularies: Partial<Record<DataType, XmlVocabulary>> = {
  opensearch,
  rss,
  atom,
  sitemap,
  'sitemap-index': sitemapIndex,
  'news-sitemap': newsSitemap,
};

const manifest: JsonVocabulary = {
  id: 'own',
  name: 'words',
  short_name: 'words',
  description: 'words',
  lang: 'words',
  dir: 'words',
  start_url: 'own',
  scope: 'own',
  display: 'words',
  background_color: 'words',
  theme_color: 'words',
  categories: 'words',
  icons: 'none',
  src: 'own',
  sizes: 'words',
  type: 'words',
  purpose: 'words',
};

const jsonFeed: JsonVocabulary = {
  version: 'words',
  title: 'words',
  home_page_url: 'own',
  feed_url: 'own',
  description: 'words',
  language: 'words',
  icon: 'own',
  favicon: 'own',
  authors: 'none',
  name: 'words',
  // Pages of the site, its hub and the sources of its articles.
  url: 'link',
  hubs: 'none',
  type: 'words',
  items: 'none',
  id: 'words',
  summary: 'words',
  content_html: 'html',
  content_text: 'words',
  date_published: 'words',
  date_modified: 'words',
  tags: 'words',
  image: 'own',
  attachments: 'none',
  mime_type: 'words',
  size_in_bytes: 'none',
  _source: 'none',
};

export const jsonVocabularies: Partial<Record<DataType, JsonVocabulary>> = { manifest, 'json-feed': jsonFeed };
