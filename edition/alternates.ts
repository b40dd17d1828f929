import { defaultPage, samePages, type Translation } from './counterparts.ts';
import type { Route } from './paths.ts';
import { type Edition, editionTag, type Site } from './site.ts';

/**
 * The same page in every edition that has it, itself included, by language tag, and under `x-default` for other readers:
 * hreflang, as pages and sitemaps say it alike. Null when no other edition has the page.
 */
export function alternateAddresses(
  site: Pick<Site, 'editions'>,
  edition: Edition,
  route: Route,
  origin: string,
  translations: readonly Translation[] = [],
): Record<string, string> | null {
  const same = samePages(site, edition, route, translations);
  const fallback = defaultPage(same);
  if (!fallback || same.length < 2) return null;
  const addresses = same.map(({ edition: other, path }) => [editionTag(other), origin + path]);
  return { ...Object.fromEntries(addresses), 'x-default': origin + fallback.path };
}
