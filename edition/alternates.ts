import { defaultPage, type Placed, samePages, type Translation } from './counterparts.ts';
import { editionTag } from './site.ts';

/**
 * The same page in every edition that has it, itself included, by language tag, and under `x-default` for other readers:
 * hreflang, as pages and sitemaps say it alike. Null when no other edition has the page.
 */
export function alternateAddresses(
  page: Placed & { origin: string },
  translations: readonly Translation[] = [],
): Record<string, string> | null {
  const same = samePages(page, translations);
  const fallback = defaultPage(same);
  if (!fallback || same.length < 2) return null;
  const addresses = same.map(({ edition, path }) => [editionTag(edition), page.origin + path]);
  return { ...Object.fromEntries(addresses), 'x-default': page.origin + fallback.path };
}
