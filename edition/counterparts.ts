import { allList, correctedList, groupOf, topicList } from '../article/lists.ts';
import type { Language } from '../article/record.ts';
import { hasSection, type PageContext } from './page-context.ts';
import { articlePath, pathOf, type Route, sectionOf } from './paths.ts';
import type { Edition } from './site.ts';

/** The same page in several editions: what hreflang says, and where the language switch leads. */

export type Counterpart = { edition: Edition; path: string };
/** An article in another language that says the same. */
export type Translation = { language: Language; path: string };
/** What is asked of a page. */
export type Placed = Pick<PageContext, 'site' | 'edition' | 'route' | 'filled'>;

/**
 * The page in every edition that has it, itself included, in the site's order. Editions of one language share every article
 * and list, in either script; across languages only pages that every edition has and translated articles are the same.
 * The answer does not depend on which of them is asked.
 */
export function samePages(
  { site, edition, route, filled }: Placed,
  translations: readonly Translation[] = [],
): Counterpart[] {
  if (route === null) return [];
  return site.editions.flatMap((other) => {
    const isOurs = groupOf(other.language) === groupOf(edition.language);
    if (isOurs || isEverywhere(route, other, filled)) return [{ edition: other, path: pathOf(other, route) }];
    const translated = translations.find(({ language }) => groupOf(language) === groupOf(other.language));
    return translated ? [{ edition: other, path: articlePath(other, translated.path) }] : [];
  });
}

/** Pages that every edition has in its own words, as soon as there is something to say in them. */
function isEverywhere({ page }: Route, { language }: Edition, filled: ReadonlySet<string>): boolean {
  if (page === 'front') return filled.has(allList(groupOf(language)));
  if (page === 'corrections') return filled.has(correctedList(groupOf(language)));
  return page === 'about';
}

/** The page for readers of no particular language: in the site's first edition that has it. */
export const defaultPage = (same: readonly Counterpart[]): Counterpart | undefined => same[0];

/** `stead` is the page that stands in where the edition does not have this one; null where it has. */
export type Way = { path: string; stead: Route | null };

/** Where a reader of this page goes for another edition: the same page, or else the nearest to it. */
export function wayTo(from: Placed, to: Edition, translations: readonly Translation[] = []): Way {
  const same = samePages(from, translations).find(({ edition }) => edition.prefix === to.prefix);
  if (same) return { path: same.path, stead: null };
  const topic = sameTopic(from, to);
  if (topic) return { path: pathOf(to, topic), stead: null };
  const stead = nearest(from, to);
  return { path: pathOf(to, stead), stead };
}

/** A tag, author or source is the same in another language, though its list there is another one: page by page they do not match. */
function sameTopic({ route, filled }: Placed, { language }: Edition): Route | null {
  if (route?.page !== 'tag' && route?.page !== 'author' && route?.page !== 'source') return null;
  return filled.has(topicList(groupOf(language), route.page, route.slug)) ? { ...route, number: null } : null;
}

/** Lists of another language have other pages and days; of tags and people only a name may be known there. */
function nearest(from: Placed, to: Edition): Route {
  const { route, filled } = from;
  if (route?.page === 'search') return { page: 'search', query: route.query, number: null };
  const section = route && nearestSection(route, (path) => hasSection(from, to, path));
  const isRanking = route?.page === 'ranking';
  if (section) return isRanking ? { ...route, section } : { page: 'section', section, number: null };
  if (!filled.has(allList(groupOf(to.language)))) return { page: 'front' };
  if (isRanking) return { ...route, section: null };
  return route?.page === 'archive' || route?.page === 'day'
    ? { page: 'archive', year: null, month: null }
    : { page: 'front' };
}

/** The section a page stands in, or else the one above it. */
function nearestSection(route: Route, isThere: (path: string) => boolean): string | undefined {
  const path = sectionOf(route);
  return path === null ? undefined : [path, path.split('/')[0] as string].find(isThere);
}
