import { groupOf } from '../article/lists.ts';
import { pathOf, type Route } from './paths.ts';
import { type Edition, editionTag, type Site } from './site.ts';

/**
 * The same page in every edition that has it, itself included, by language tag, and under `x-default` for other readers:
 * hreflang, as pages and sitemaps say it alike. Editions of one language group share every page; others only the front.
 * Null when no other edition has the page.
 */
export function alternateAddresses(
  { editions }: Pick<Site, 'editions'>,
  { language }: Edition,
  route: Route,
  origin: string,
): Record<string, string> | null {
  const same = editions.filter((other) => route.page === 'front' || groupOf(other.language) === groupOf(language));
  const [first] = same;
  if (!first || same.length < 2) return null;
  const addresses = same.map((other) => [editionTag(other), origin + pathOf(other, route)]);
  return { ...Object.fromEntries(addresses), 'x-default': origin + pathOf(first, route) };
}
