import type { Card } from '../../article/record.ts';
import { catalogueFor } from '../../edition/catalogue.ts';
import { filledSections, type PageContext } from '../../edition/page-context.ts';
import { type RankingOrder, rankingPath } from '../../edition/paths.ts';
import { subsections, topSections } from '../../edition/site.ts';
import { langOfName } from '../Page/language.ts';
import { PageTitle } from '../PageTitle/PageTitle.tsx';
import { sectionHue, sectionName } from '../SectionLink/section.ts';
import { RankedList } from './RankedList.tsx';
import { RankingOrders } from './RankingOrders.tsx';
import styles from './RankingPage.module.css';

export type RankingPageProps = {
  page: PageContext;
  order: RankingOrder;
  /** Null for the whole site. */
  section: string | null;
  cards: readonly Card[];
};

/** What readers read most, on the site or in a section. */
export function RankingPage({ page, order, section, cards }: RankingPageProps) {
  const words = catalogueFor(page.edition.language);
  const title = section === null ? words.ranking : words.rankingOf(sectionName(page, section));
  return (
    <div className={styles.ranking} data-hue={section === null ? undefined : sectionHue(page, section)}>
      <PageTitle title={title} intro={cards.length === 0 ? words.nothingHere : words.rankingIntro} />
      <RankingOrders page={page} current={order} section={section} />
      <RankingSections page={page} order={order} section={section} />
      <RankedList page={page} cards={cards} />
    </div>
  );
}

/** The rankings of the site, its sections, and those of the section this is in. */
function RankingSections({ page, order, section }: Omit<RankingPageProps, 'cards'>) {
  const words = catalogueFor(page.edition.language);
  const filled = filledSections(page);
  if (filled.sections.length === 0) return null;
  const [top] = section?.split('/') ?? [];
  const below = top ? subsections(filled, top) : [];
  const link = (path: string | null, name: string) => (
    <li key={path}>
      <a
        href={rankingPath(page.edition, order, path)}
        aria-current={path === section ? 'page' : undefined}
        lang={langOfName(page, name)}
      >
        {name}
      </a>
    </li>
  );
  return (
    <nav className={styles.choice} aria-label={words.rankingSections}>
      <ul>
        {link(null, words.allSections)}
        {topSections(filled).map(({ path }) => link(path, sectionName(page, path)))}
      </ul>
      {below.length > 0 && <ul>{below.map(({ path }) => link(path, sectionName(page, path)))}</ul>}
    </nav>
  );
}
