import { enclosureOf, linkOf } from './feed-links.ts';
import type { FeedEntry, FeedHead, FeedLink, FeedPerson, FeedText } from './feed-model.ts';
import { addPerson, personIn, writtenPerson } from './feed-people.ts';
import { feedPictures } from './feed-pictures.ts';
import { tagsOf } from './feed-tags.ts';
import { atomText, baseOf, resolveIn, rssText } from './feed-text.ts';
import { vocabulary } from './feed-vocabulary.ts';
import { plainLine } from './plain.ts';
import { childrenNamed, childText, isXmlElement, type XmlElement, xmlText } from './xml.ts';

/** Reads what feeds and entries have in common, whichever dialect says it. The first of equal fields counts; RSS and Atom before Dublin Core. */
export function feedHead(element: XmlElement, base: string | null): FeedHead {
  return new HeadReader(element, base).head;
}

export function feedEntry(item: XmlElement, outer: string | null): FeedEntry {
  const base = baseOf(item, outer);
  const reader = new HeadReader(item, base);
  const { head } = reader;
  const guid = item.children.find(
    (child): child is XmlElement => isXmlElement(child) && child.local.toLowerCase() === 'guid',
  );
  const isIdLink =
    guid !== undefined && guid.attributes.isPermaLink?.trim().toLowerCase() !== 'false' && reader.links.length === 0;
  return {
    ...head,
    link: head.link ?? (isIdLink && head.id && /^https?:\/\//i.test(head.id) ? head.id : null),
    summary: reader.summary,
    content: reader.content,
    enclosures: reader.enclosures,
    pictures: feedPictures(item, base),
    source: reader.source,
    expired: reader.expired,
    isIdLink,
    line: item.line,
  };
}

class HeadReader {
  readonly content: FeedText[] = [];
  readonly enclosures: FeedEntry['enclosures'] = [];
  readonly links: FeedLink[] = [];
  summary: FeedText | null = null;
  source: FeedEntry['source'] = null;
  expired: string | null = null;
  readonly #core: Partial<FeedHead> = {};
  readonly #other: Partial<FeedHead> = {};
  readonly #lists = { authors: [] as FeedPerson[], contributors: [] as FeedPerson[], tags: [] as FeedHead['tags'] };
  readonly #base: string | null;
  readonly #isAtom: boolean;

  constructor(element: XmlElement, base: string | null) {
    this.#base = base;
    this.#isAtom = /atom/i.test(element.uri);
    for (const child of element.children) if (isXmlElement(child)) this.#read(child);
    const about = Object.entries(element.attributes).find(([name]) => /rdf.*\}about$/.test(name))?.[1];
    if (about) this.#core.id ??= resolveIn(about, base) ?? about;
  }

  get head(): FeedHead {
    const link = (rel: string) => this.links.find((candidate) => candidate.rel === rel)?.href;
    const pick = <K extends keyof FeedHead>(key: K) => this.#core[key] ?? this.#other[key] ?? null;
    return {
      title: pick('title') as FeedText | null,
      subtitle: pick('subtitle') as FeedText | null,
      id: pick('id') as string | null,
      link: link('alternate') ?? this.links.find(({ rel }) => rel === '')?.href ?? null,
      links: this.links,
      ...this.#lists,
      publisher: pick('publisher') as FeedPerson | null,
      rights: pick('rights') as FeedText | null,
      published: pick('published') as string | null,
      updated: pick('updated') as string | null,
      created: pick('created') as string | null,
      language: pick('language') as string | null,
      generator: pick('generator') as FeedHead['generator'],
    };
  }

  #read(element: XmlElement): void {
    const space = vocabulary(element.uri);
    if (space === '?') return;
    const name = element.local.toLowerCase();
    const field = space === '' ? name : `${space}:${name}`;
    if (
      this.#readText(field, element, space) ||
      this.#readDate(field, element, space) ||
      this.#readPerson(field, element)
    )
      return;
    switch (field) {
      case 'id':
      case 'guid':
      case 'dc:identifier':
        if (xmlText(element).trim()) this.#set('id', resolvedId(element, this.#base), space);
        break;
      case 'link':
        this.#linked(linkOf(element, this.#base));
        break;
      case 'category':
      case 'dc:subject':
      case 'media:category':
      case 'itunes:category':
      case 'keywords':
      case 'itunes:keywords':
      case 'tags':
        this.#lists.tags.push(...tagsOf(element, name));
        break;
      case 'enclosure':
        this.#linked(enclosureOf(element, this.#base));
        break;
      case 'source':
        this.source = sourceOf(element, this.#base);
        break;
      case 'language':
      case 'dc:language':
        this.#set('language', xmlText(element).trim() || null, space);
        break;
      case 'generator':
        this.#generator(element);
    }
  }

  #set<K extends keyof FeedHead>(key: K, value: FeedHead[K], space: string): void {
    const target = space === '' ? this.#core : this.#other;
    if (value !== null) target[key] ??= value;
  }

  #readText(field: string, element: XmlElement, space: string): boolean {
    const read = () => (this.#isAtom && space === '' ? atomText : rssText)(element, this.#base);
    switch (field) {
      case 'title':
      case 'dc:title':
        this.#set('title', read(), space);
        return true;
      case 'tagline':
      case 'subtitle':
      case 'itunes:subtitle':
        this.#set('subtitle', read(), space);
        return true;
      case 'description':
      case 'dc:description':
      case 'summary':
      case 'itunes:summary': {
        const text = read();
        this.#set('subtitle', text, space);
        if (this.summary === null) this.summary = text;
        // A second text beside the summary is the whole one, wherever it stands.
        else if (text && space === '' && text.value !== this.summary.value) this.content.push(text);
        return true;
      }
      case 'content':
        if (element.attributes.src && xmlText(element).trim() === '') return true;
        this.#content(read());
        return true;
      case 'content:encoded':
      case 'fullitem':
      case 'body':
      case 'xhtml:body':
      case 'xhtml:div':
        this.#content(rssText(element, this.#base));
        return true;
      case 'rights':
      case 'copyright':
      case 'dc:rights':
        this.#set('rights', read(), space);
        return true;
      default:
        return false;
    }
  }

  #content(text: FeedText | null): void {
    if (text) this.content.push(text);
  }

  #readDate(field: string, element: XmlElement, space: string): boolean {
    const written = xmlText(element).trim() || null;
    switch (field) {
      case 'published':
        // Atom 1.0's own word outranks what older dialects called it.
        if (written) this.#core.published = written;
        return true;
      case 'pubdate':
      case 'issued':
      case 'dcterms:issued':
        this.#set('published', written, space);
        return true;
      case 'updated':
      case 'modified':
      case 'lastbuilddate':
      case 'dc:date':
      case 'dcterms:modified':
        // An element that is there twice means its last value; another dialect's does not outrank it.
        if (written) (space === '' ? this.#core : this.#other).updated = written;
        return true;
      case 'created':
      case 'dcterms:created':
        this.#set('created', written, space);
        return true;
      case 'expirationdate':
        this.expired = written ?? this.expired;
        return true;
      default:
        return false;
    }
  }

  #readPerson(field: string, element: XmlElement): boolean {
    switch (field) {
      case 'author':
      case 'dc:creator':
      case 'dc:author':
      case 'itunes:author':
      case 'managingeditor':
        addPerson(this.#lists.authors, personIn(element, this.#base), field.startsWith('itunes'));
        return true;
      case 'contributor':
      case 'dc:contributor':
        addPerson(this.#lists.contributors, personIn(element, this.#base), false);
        return true;
      case 'webmaster':
      case 'dc:publisher':
        this.#set('publisher', writtenPerson(xmlText(element)), field.startsWith('dc') ? 'dc' : '');
        return true;
      default:
        return false;
    }
  }

  #linked(link: FeedLink | null): void {
    if (!link) return;
    this.links.push(link);
    if (link.rel === 'enclosure') this.enclosures.push({ href: link.href, type: link.type, length: link.length });
  }

  #generator(element: XmlElement): void {
    const { attributes } = element;
    const url = attributes.uri ?? attributes.url;
    const name = plainLine(xmlText(element));
    const version = attributes.version ?? null;
    this.#set('generator', { name, url: url ? resolveIn(url, this.#base) : null, version }, '');
  }
}

/** An id is an address only in part; what can be made absolute is, everything else is kept as written. */
const resolvedId = (element: XmlElement, outer: string | null): string => {
  const written = xmlText(element).trim();
  return resolveIn(written, baseOf(element, outer)) ?? written;
};

/** Atom's `source` is the head of a feed; RSS's is a name with an address. */
function sourceOf(element: XmlElement, outer: string | null): FeedEntry['source'] {
  if (childrenNamed(element, 'title').length > 0 || element.children.some(isXmlElement)) {
    return feedHead(element, baseOf(element, outer));
  }
  const name = plainLine(xmlText(element));
  const url = element.attributes.url ?? childText(element, 'link');
  const title = name ? { value: name, type: 'text/plain' as const, base: null } : null;
  return title || url ? { title, link: url ? resolveIn(url, outer) : null } : null;
}
