import { allList, correctedList, groupOf, type LanguageGroup, sectionList } from '../../article/lists.ts';
import type { Card } from '../../article/record.ts';
import type { Database } from '../../db/client.ts';
import { currentFill, trueUntil } from '../../db/content/fill-context.ts';
import { contentScan } from '../../db/content/open.ts';
import { newestCorrections } from '../../db/content/queries/corrections.ts';
import { cardsBetween, newestCards } from '../../db/content/queries/lists.ts';
import { listSitemaps, sitemapCards } from '../../db/content/queries/sitemap.ts';
import { namedByTranslations, translationsOf } from '../../db/content/queries/translations.ts';
import { newsSitemapPath, sitemapPath } from '../../edition/data-paths.ts';
import { toInstant } from '../../edition/dates.ts';
import { filledSections } from '../../edition/page-context.ts';
import type { Route } from '../../edition/paths.ts';
import { newsLength, newsSpan } from '../../syndication/sitemaps/news-sitemap.ts';
import {
  articleUrls,
  type ListedSitemap,
  lastChange,
  pageUrl,
  type SitemapUrl,
} from '../../syndication/sitemaps/sitemap.ts';
import { siteOrigin } from './open-data.ts';
import type { OpenPage } from './open-page.ts';

/** Every sitemap there is. Those of articles come last: they are the ones that grow in number. */
export async function readIndex(opened: OpenPage): Promise<ListedSitemap[]> {
  const origin = siteOrigin();
  const { site } = opened.context(null);
  const pages = await readPages(opened);
  const listed: ListedSitemap[] = [{ loc: origin + sitemapPath('pages'), lastmod: newestOf(pages) }];
  for (const group of ['zh', 'en'] as const) {
    const lastmod = (await cardsOfTwoDays(opened.database, group)).map(lastChange).sort().at(-1);
    for (const edition of lastmod ? site.editions : [])
      if (groupOf(edition.language) === group)
        listed.push({ loc: origin + newsSitemapPath(edition), lastmod: lastmod ?? null });
  }
  for (const { file, changedAt } of await listSitemaps(opened.database))
    listed.push({ loc: origin + sitemapPath(file), lastmod: toInstant(new Date(changedAt * 1000)) });
  return listed;
}

/** The pages that are always there and have something to say: fronts, sections, archive, ranking, corrections, about. */
export async function readPages({ context, database }: OpenPage): Promise<SitemapUrl[]> {
  const page = context(null);
  const { site, filled } = page;
  const newestIn = async (list: string) => (await newestCards(database, list, 1))[0]?.publishedAt ?? null;
  const urls: SitemapUrl[] = [];
  for (const edition of site.editions) {
    const group = groupOf(edition.language);
    const add = (route: Route, lastmod: string | null) => urls.push(pageUrl(page, edition, route, lastmod));
    add({ page: 'about' }, null);
    if (!filled.has(allList(group))) continue;
    const newest = await newestIn(allList(group));
    add({ page: 'front' }, newest);
    for (const { path } of filledSections({ ...page, edition }).sections)
      add({ page: 'section', section: path, number: null }, await newestIn(sectionList(group, path)));
    add({ page: 'archive', year: null, month: null }, newest);
    add({ page: 'ranking', order: 'day', section: null }, null);
    const [corrected] = filled.has(correctedList(group)) ? await newestCorrections(database, group) : [];
    if (corrected) add({ page: 'corrections' }, corrected.correction.at);
  }
  return urls;
}

/** The articles of one file, in every edition that shows them. Null when the file holds none. */
export async function readArticles({ context, database }: OpenPage, file: number): Promise<SitemapUrl[] | null> {
  const paper = context(null);
  const cards = await sitemapCards(database, file, contentScan());
  const named = await namedByTranslations(
    database,
    cards.map(({ id }) => id),
  );
  const urls: SitemapUrl[] = [];
  for (const card of cards) {
    const isTranslated = card.translations !== undefined || named.has(card.id);
    const translations = isTranslated ? await translationsOf(database, card) : [];
    urls.push(...articleUrls(card, paper, translations));
  }
  return urls.length > 0 ? urls : null;
}

/** What an edition published within two days, newest first. Null when that is nothing. */
export async function readNews({ database, group, showAll }: OpenPage): Promise<Card[] | null> {
  const cards = await cardsOfTwoDays(database, group);
  return cards.length > 0 ? showAll(cards) : null;
}

/** Newest first, in the script each was written in. What is made of them holds until the oldest is two days old. */
async function cardsOfTwoDays(database: Database, group: LanguageGroup): Promise<Card[]> {
  const now = currentFill().now.getTime();
  const cards = await cardsBetween(
    database,
    allList(group),
    new Date(now - newsSpan),
    new Date(now + 1_000),
    newsLength,
  );
  const oldest = cards.at(-1);
  if (oldest) trueUntil(Date.parse(oldest.publishedAt) + newsSpan);
  return cards;
}

const newestOf = (urls: readonly SitemapUrl[]): string | null =>
  urls.reduce<string | null>(
    (newest, { lastmod }) => (lastmod && (!newest || lastmod > newest) ? lastmod : newest),
    null,
  );
