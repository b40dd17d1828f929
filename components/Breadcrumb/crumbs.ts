import { catalogueFor } from '../../edition/catalogue.ts';
import { formatDay, formatMonth, formatYear } from '../../edition/dates.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { archivePath, type Day, frontPath, sectionPath } from '../../edition/paths.ts';
import { sectionTrail } from '../../edition/site.ts';
import { sectionName } from '../SectionLink/section.ts';

/** One step of the way to a page. The page itself, the last step, has no address. */
export type Crumb = { name: string; href: string | null };

/** The way to a page: the front, the sections above it, and its own name. */
export function crumbsTo(page: PageContext, name: string, section?: string | null): Crumb[] {
  const { site, edition } = page;
  const front = { name: catalogueFor(edition.language).front, href: frontPath(edition) };
  const above = section ? sectionTrail(site, section) : [];
  return [
    front,
    ...above.map(({ path }) => ({ name: sectionName(page, path), href: sectionPath(edition, path) })),
    { name, href: null },
  ];
}

/** The way to a section front, whose last step is the section. */
export function crumbsToSection(page: PageContext, section: string): Crumb[] {
  const parent = section.includes('/') ? section.slice(0, section.lastIndexOf('/')) : null;
  return crumbsTo(page, sectionName(page, section), parent);
}

/** The way to an article. It ends in the word for an article's text: the headline follows right below. */
export const crumbsToArticle = (page: PageContext, section: string): Crumb[] =>
  crumbsTo(page, catalogueFor(page.edition.language).articleText, section);

/** The way to a year, a month or a day of the archive through what it lies in; to the archive itself without any. */
export function crumbsToArchive(page: PageContext, { year, month, day }: Partial<Day> = {}): Crumb[] {
  const { edition } = page;
  const steps: Crumb[] = [{ name: catalogueFor(edition.language).archive, href: archivePath(edition) }];
  if (year) steps.push({ name: formatYear(year, edition.language), href: archivePath(edition, year) });
  if (year && month)
    steps.push({ name: formatMonth(year, month, edition.language), href: archivePath(edition, year, month) });
  if (year && month && day) steps.push({ name: formatDay({ year, month, day }, edition.language), href: null });
  const { name } = steps.pop() as Crumb;
  const [front] = crumbsTo(page, name);
  return [front as Crumb, ...steps, { name, href: null }];
}

/** The front page's own breadcrumb. */
export const crumbsToFront = (page: PageContext): Crumb[] => [
  { name: catalogueFor(page.edition.language).front, href: null },
];
