import { allList, correctedList, groupOf, sectionList } from '../article/lists.ts';
import type { Route } from './paths.ts';
import type { Edition, Section, Site } from './site.ts';

/** What every component of a page may need to know: who publishes, in which edition, when, and which page this is. */
export type PageContext = {
  /** Where the site is: `https://news.example`, for addresses that travel. */
  origin: string;
  site: Site;
  edition: Edition;
  /** Names of the lists that hold an article now (`article/lists.ts`), of every language: those of sections, corrections and the whole. */
  filled: ReadonlySet<string>;
  /** The one moment the page is made for. */
  now: Date;
  /** Null on pages that are not there (404, 410). */
  route: Route | null;
};

/** Whether a section has something to read in an edition. */
export const hasSection = ({ filled }: Pick<PageContext, 'filled'>, { language }: Edition, path: string): boolean =>
  filled.has(sectionList(groupOf(language), path));

/** The sections that have something to read in the page's edition: those that ways lead to. */
export const filledSections = (page: Pick<PageContext, 'site' | 'edition' | 'filled'>): { sections: Section[] } => ({
  sections: page.site.sections.filter(({ path }) => hasSection(page, page.edition, path)),
});

/** Whether a page of its kind can have anything in its edition: of a list without articles search engines are not told. */
export function holdsSomething({ edition, filled, route }: Pick<PageContext, 'edition' | 'filled' | 'route'>): boolean {
  const group = groupOf(edition.language);
  switch (route?.page) {
    case 'section':
      return hasSection({ filled }, edition, route.section);
    case 'ranking':
      return filled.has(route.section === null ? allList(group) : sectionList(group, route.section));
    case 'front':
    case 'archive':
      return filled.has(allList(group));
    case 'corrections':
      return filled.has(correctedList(group));
    default:
      return true;
  }
}
