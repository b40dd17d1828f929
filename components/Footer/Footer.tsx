import { catalogueFor } from '../../edition/catalogue.ts';
import { filledSections, holdsSomething, type PageContext } from '../../edition/page-context.ts';
import { aboutPath, archivePath, correctionsPath, type Route, rankingPath, themePath } from '../../edition/paths.ts';
import { nameIn, type Section, subsections, topSections } from '../../edition/site.ts';
import { langOfName } from '../Page/language.ts';
import { SectionLink } from '../SectionLink/SectionLink.tsx';
import { sectionHue } from '../SectionLink/section.ts';
import { directoryId } from './directory.ts';
import styles from './Footer.module.css';

export type FooterProps = { page: PageContext };

/** Every section, the pages about the paper, and the choice of a light or dark page. */
export function Footer({ page }: FooterProps) {
  const { site, edition } = page;
  const words = catalogueFor(edition.language);
  const name = nameIn(site.name, edition.language);
  const filled = filledSections(page);
  const leadsTo = (route: Route) => holdsSomething({ ...page, route });
  return (
    <footer className={styles.foot}>
      <nav id={directoryId} aria-label={words.allSections}>
        <a href="#top">{words.backToTop}</a>
        <ul>
          {topSections(filled).map(({ path }) => (
            <li key={path} data-hue={sectionHue(page, path)}>
              <SectionLink page={page} path={path} />
              <SubsectionLinks page={page} below={subsections(filled, path)} />
            </li>
          ))}
        </ul>
      </nav>
      <div>
        <b lang={langOfName(page, name)}>{name}</b>
        {leadsTo({ page: 'ranking', order: 'day', section: null }) && (
          <a href={rankingPath(edition)}>{words.ranking}</a>
        )}
        <a href={aboutPath(edition)}>{words.about}</a>
        {leadsTo({ page: 'corrections' }) && <a href={correctionsPath(edition)}>{words.corrections}</a>}
        {leadsTo({ page: 'archive', year: null, month: null }) && <a href={archivePath(edition)}>{words.archive}</a>}
        <form method="post" action={themePath} aria-label={words.theme}>
          <button type="submit" name="theme" value="auto">
            {words.themeAuto}
          </button>
          <button type="submit" name="theme" value="light">
            {words.themeLight}
          </button>
          <button type="submit" name="theme" value="dark">
            {words.themeDark}
          </button>
        </form>
      </div>
    </footer>
  );
}

function SubsectionLinks({ page, below }: { page: PageContext; below: readonly Section[] }) {
  if (below.length === 0) return null;
  return (
    <ul>
      {below.map((section) => (
        <li key={section.path}>
          <SectionLink page={page} path={section.path} />
        </li>
      ))}
    </ul>
  );
}
