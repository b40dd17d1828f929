import type { Route } from './paths.ts';
import type { Edition, Site } from './site.ts';

/** What every component of a page may need to know: who publishes, in which edition, when, and which page this is. */
export type PageContext = {
  /** Where the site is: `https://news.example`, for addresses that travel. */
  origin: string;
  site: Site;
  edition: Edition;
  /** The one moment the page is made for. */
  now: Date;
  /** Null on pages that are not there (404, 410). */
  route: Route | null;
};
