import { catalogueFor } from '../../edition/catalogue.ts';
import type { PageContext } from '../../edition/page-context.ts';

/** The page number the server put into a page's query; null is the list's front. */
export function listNumber(written: string | string[] | undefined): number | null {
  return typeof written === 'string' && /^[1-9]\d{0,6}$/.test(written) ? Number(written) : null;
}

/** What a page of a list is called; the list's front has its name alone. */
export const titleOfPage = ({ edition }: PageContext, name: string, number: number | null): string =>
  number ? `${name} ${catalogueFor(edition.language).page(number)}` : name;
