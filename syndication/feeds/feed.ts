import { type ArticleRecord, type Card, type Correction, cardOf } from '../../article/record.ts';
import { plainText } from '../../article/text.ts';
import { type FeedFormat, type FeedSubject, type FeedText, feedPath } from '../../edition/data-paths.ts';
import { articlePath, authorPath, mediaPath } from '../../edition/paths.ts';
import { editionTag, nameIn, sectionTrail } from '../../edition/site.ts';
import { articleHtml, type Home, travellingPicture } from '../body-html.ts';

/** A feed before it is written in one format. Addresses are absolute, words are plain. */
export type Feed = {
  home: Home;
  of: FeedSubject;
  text: FeedText;
  title: string;
  description: string;
  /** The page that shows the same. */
  page: string;
  /** WebSub hub that tells subscribers of changes. */
  hub: string | null;
  items: FeedItem[];
};

export type FeedItem = {
  /** A tag URI (RFC 4151): stays the same when the article moves. */
  id: string;
  url: string;
  title: string;
  summary: string;
  /** Null in a feed of summaries. */
  html: string | null;
  /** UTC, to the second. */
  publishedAt: string;
  updatedAt: string;
  authors: { name: string; url: string }[];
  source: { name: string; url: string | null } | null;
  /** Names of the section and the tags, each once. */
  categories: string[];
  picture: { url: string; alt: string; width: number; height: number; bytes: number } | null;
};

/** Items a feed holds. */
export const feedLength = 30;

export const selfAddress = ({ home, of, text }: Feed, format: FeedFormat): string =>
  home.origin + feedPath(home.edition, of, format, text);

/** The newest moment anything in the feed changed; null when it holds nothing. */
export const feedUpdated = ({ items }: Feed): string | null =>
  items.reduce<string | null>((newest, { updatedAt }) => (newest && newest > updatedAt ? newest : updatedAt), null);

/** Bytes of a file by its name in the media folder; 0 when that is not known. */
export type MediaSize = (name: string) => number;

/** `record` is in the edition's script. */
export function articleItem(record: ArticleRecord, home: Home, text: FeedText, mediaSize: MediaSize): FeedItem {
  const { site, edition, origin } = home;
  const section = sectionTrail(site, record.section).at(-1);
  return {
    id: tagUri(record, home),
    url: origin + articlePath(edition, record.path),
    title: record.headline,
    summary: record.standfirst ?? opening(record),
    html: text === 'full' ? articleHtml(record, home) : null,
    publishedAt: record.publishedAt,
    updatedAt: updatedAt(record),
    authors: record.authors.map(({ name, slug }) => ({ name, url: origin + authorPath(edition, slug) })),
    source: record.source && { name: record.source.name, url: record.source.url },
    categories: [
      ...new Set([
        ...(section ? [nameIn(section.names, edition.language)] : []),
        ...record.tags.map(({ name }) => name),
      ]),
    ],
    picture: pictureOf(record, origin, mediaSize),
  };
}

/** A correction as an item of its own, under its article's headline. Both are in the edition's script. */
export function correctionItem(card: Card, { at, text }: Correction, home: Home): FeedItem {
  return {
    id: `${tagUri(card, home)}/correction/${at}`,
    url: home.origin + articlePath(home.edition, card.path),
    title: card.headline,
    summary: text,
    html: null,
    publishedAt: at,
    updatedAt: at,
    authors: [],
    source: null,
    categories: [],
    picture: null,
  };
}

/** The last moment the article changed for its readers. */
export const updatedAt = ({ publishedAt, updatedAt: edited, corrections }: ArticleRecord): string =>
  [edited ?? publishedAt, ...corrections.map(({ at }) => at)].reduce(
    (newest, at) => (at > newest ? at : newest),
    publishedAt,
  );

/** Editions hold different texts, so the same article has an id in each. */
function tagUri({ id, publishedAt }: Pick<Card, 'id' | 'publishedAt'>, { edition, origin }: Home): string {
  return `tag:${new URL(origin).hostname},${publishedAt.slice(0, 4)}:${editionTag(edition)}/${id}`;
}

const openingLength = 140;

function opening({ body }: ArticleRecord): string {
  const characters = [...plainText(body).replace(/\s+/g, ' ')];
  return characters.length <= openingLength ? characters.join('') : `${characters.slice(0, openingLength).join('')}…`;
}

function pictureOf(record: ArticleRecord, origin: string, mediaSize: MediaSize): FeedItem['picture'] {
  const { picture } = cardOf(record);
  if (!picture) return null;
  const { name, width, height } = travellingPicture(picture.media, picture);
  return { url: origin + mediaPath(name), alt: picture.alt, width, height, bytes: mediaSize(name) };
}
