import type { PageContext } from '../../edition/page-context.ts';
import { nameIn, topSections } from '../../edition/site.ts';

const hues = 8;

/** What the edition calls a section; its slug when the site does not list it any more. */
export function sectionName(page: PageContext, path: string): string {
  const section = page.site.sections.find((candidate) => candidate.path === path);
  return (section && nameIn(section.names, page.edition.language)) || path.slice(path.lastIndexOf('/') + 1);
}

/** Which of the accent colours (1 to 8) a section and everything under it wears: its top section's place on the site. */
export function sectionHue(page: PageContext, path: string): number | undefined {
  const [top] = path.split('/');
  const place = topSections(page.site).findIndex((section) => section.path === top);
  return place < 0 ? undefined : (place % hues) + 1;
}
