import { catalogueFor } from '../../edition/catalogue.ts';
import { filledSections, type PageContext } from '../../edition/page-context.ts';
import { sectionOf } from '../../edition/paths.ts';
import { subsections, topSections } from '../../edition/site.ts';
import { directoryId } from '../Footer/directory.ts';
import { SectionLink } from '../SectionLink/SectionLink.tsx';
import { sectionHue } from '../SectionLink/section.ts';
import styles from './SectionNav.module.css';

export type SectionNavProps = { page: PageContext };

/** The top sections in one row, and under it the subsections of the one the reader is in. All others are a step away in the directory. */
export function SectionNav({ page }: SectionNavProps) {
  const words = catalogueFor(page.edition.language);
  const here = page.route && sectionOf(page.route);
  const filled = filledSections(page);
  const top = here?.split('/')[0];
  const below = top ? subsections(filled, top) : [];
  if (filled.sections.length === 0) return null;
  return (
    <nav className={styles.nav} aria-label={words.sections} data-hue={sectionHue(page, top ?? '')}>
      <ul>
        {topSections(filled).map(({ path }) => (
          <li key={path}>
            <SectionLink page={page} path={path} current={path === here ? 'page' : path === top} />
          </li>
        ))}
      </ul>
      <a href={`#${directoryId}`}>{words.allSections}</a>
      {below.length > 0 && (
        <ul>
          {below.map(({ path }) => (
            <li key={path}>
              <SectionLink page={page} path={path} current={path === here && 'page'} />
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}
