import type { NewsArticle, Organization, Person } from 'schema-dts';
import { isCollective } from '../../article/byline.ts';
import { groupOf } from '../../article/lists.ts';
import { type ArticleRecord, cardOf, type Topic } from '../../article/record.ts';
import { cropName, cropShapes } from '../../article/rendition.ts';
import { descriptionLength, shorten } from '../../article/text.ts';
import { machineTime } from '../../edition/dates.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { articlePath, authorPath, mediaPath, sourcePath } from '../../edition/paths.ts';
import { editionTag, nameIn, sectionTrail } from '../../edition/site.ts';
import { publisher } from './publisher.ts';

/** Kept below 3 kB, whatever an article has: a machine that wants more reads the page. */
const mostAuthors = 5;
const mostTags = 8;
const mostCorrections = 2;
const mostBytes = 2_300;
const tightLength = 80;

/**
 * An article as search engines read it (https://developers.google.com/search/docs/appearance/structured-data/article).
 * Every value is one the page shows; times are the same to the second. `sharePicture` stands in for an article without any.
 */
export function newsArticle(page: PageContext, record: ArticleRecord, sharePicture?: string): NewsArticle {
  const images = imagesOf(record);
  const pictures = images.length === 0 && sharePicture ? [sharePicture] : images;
  const article = articleData(page, record, pictures, descriptionLength);
  if (Buffer.byteLength(JSON.stringify(article)) <= mostBytes) return article;
  return articleData(page, record, pictures, tightLength);
}

/** `textLength`: characters of each correction. The standfirst is the page's description; said twice, it is only heavy. */
function articleData(
  page: PageContext,
  record: ArticleRecord,
  pictures: readonly string[],
  textLength: number,
): NewsArticle {
  const { origin, site, edition } = page;
  const { headline, source, tags, corrections, publishedAt, updatedAt } = record;
  const url = origin + articlePath(edition, record.path);
  const time = (instant: string) => machineTime(instant, site.timeZone);
  return {
    '@type': 'NewsArticle',
    url,
    mainEntityOfPage: url,
    headline,
    ...(pictures.length > 0 && { image: pictures.map((path) => origin + path) }),
    datePublished: time(publishedAt),
    dateModified: time(updatedAt && updatedAt > publishedAt ? updatedAt : publishedAt),
    author: authorsOf(page, record),
    publisher: publisher(page),
    ...(source && { sourceOrganization: organization(page, source) }),
    ...(source?.url && { isBasedOn: source.url }),
    inLanguage: groupOf(record.language) === groupOf(edition.language) ? editionTag(edition) : record.language,
    articleSection: sectionTrail(site, record.section).map(({ names }) => nameIn(names, edition.language)),
    ...(tags.length > 0 && { keywords: tags.slice(0, mostTags).map(({ name }) => name) }),
    ...(corrections.length > 0 && {
      correction: corrections.slice(-mostCorrections).map(({ at, text }) => ({
        '@type': 'CorrectionComment' as const,
        text: shorten(text, textLength),
        datePublished: time(at),
      })),
    }),
  };
}

/** The picture a list shows of the article, in every shape search results use. */
function imagesOf(record: ArticleRecord): string[] {
  const { picture } = cardOf(record);
  return picture ? cropShapes.map((shape) => mediaPath(cropName(picture.media, shape))) : [];
}

/** Who wrote it; without a byline whoever it was taken from, or else the paper. */
function authorsOf(page: PageContext, { authors, source }: ArticleRecord) {
  if (authors.length > 0) return authors.slice(0, mostAuthors).map((author) => writer(page, author));
  return source ? organization(page, source) : publisher(page);
}

function writer({ origin, edition }: PageContext, { slug, name }: Topic): Person | Organization {
  const url = origin + authorPath(edition, slug);
  return isCollective(name) ? { '@type': 'Organization', name, url } : { '@type': 'Person', name, url };
}

const organization = ({ origin, edition }: PageContext, { slug, name }: Topic): Organization => ({
  '@type': 'Organization',
  name,
  url: origin + sourcePath(edition, slug),
});
