import type { PageContext } from '../../edition/page-context.ts';
import { nameIn } from '../../edition/site.ts';

/** What a page without words of its own is described by: the paper's name and what it shows of it. */
export const inPaper = ({ site, edition }: PageContext, shown: string): string =>
  `${nameIn(site.name, edition.language)} ${shown}`;
