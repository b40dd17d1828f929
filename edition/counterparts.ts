import { groupOf } from '../article/lists.ts';
import type { Language } from '../article/record.ts';
import { articlePath, frontPath, pathOf, type Route } from './paths.ts';
import type { Edition, Site } from './site.ts';

/** The same page in several editions: what hreflang says, and where the language switch leads. */

export type Counterpart = { edition: Edition; path: string };
/** An article in another language that says the same. */
export type Translation = { language: Language; path: string };

/** Pages that every edition has, in its own words. */
const everywhere: ReadonlySet<Route['page']> = new Set(['front', 'about', 'corrections']);

/**
 * The page in every edition that has it, itself included, in the site's order. Editions of one language share every article
 * and list, in either script; across languages only pages that every edition has and translated articles are the same.
 * The answer does not depend on which of them is asked.
 */
export function samePages(
  site: Pick<Site, 'editions'>,
  edition: Edition,
  route: Route,
  translations: readonly Translation[] = [],
): Counterpart[] {
  return site.editions.flatMap((other) => {
    const isOurs = groupOf(other.language) === groupOf(edition.language);
    if (isOurs || everywhere.has(route.page)) return [{ edition: other, path: pathOf(other, route) }];
    const translated = translations.find(({ language }) => groupOf(language) === groupOf(other.language));
    return translated ? [{ edition: other, path: articlePath(other, translated.path) }] : [];
  });
}

/** The page for readers of no particular language: in the site's first edition that has it. */
export const defaultPage = (same: readonly Counterpart[]): Counterpart | undefined => same[0];

/** Where a reader of this page goes for another edition: the same page, or else the nearest to it. */
export function wayTo(
  site: Pick<Site, 'editions'>,
  from: { edition: Edition; route: Route | null },
  to: Edition,
  translations: readonly Translation[] = [],
): string {
  const { edition, route } = from;
  if (!route) return frontPath(to);
  const same = samePages(site, edition, route, translations).find((page) => page.edition.prefix === to.prefix);
  return same?.path ?? pathOf(to, nearest(route));
}

/** Lists of another language have other pages and days; of tags and people only a name may be known there. */
function nearest(route: Route): Route {
  switch (route.page) {
    case 'section':
      return { ...route, number: null };
    case 'search':
      return { ...route, number: null };
    case 'ranking':
      return route;
    case 'archive':
      return { page: 'archive', year: null, month: null };
    case 'day':
      return route.section
        ? { page: 'section', section: route.section, number: null }
        : { page: 'archive', year: null, month: null };
    default:
      return { page: 'front' };
  }
}
