import type { Card } from '../../article/record.ts';
import { catalogueFor } from '../../edition/catalogue.ts';
import type { PageContext } from '../../edition/page-context.ts';
import type { Section } from '../../edition/site.ts';
import { Pager, type PagerLinks } from '../Pager/Pager.tsx';
import { PageTitle } from '../PageTitle/PageTitle.tsx';
import { sectionHue, sectionName } from '../SectionLink/section.ts';
import { RankedList } from './RankedList.tsx';
import { RankingOrders } from './RankingOrders.tsx';
import styles from './RankingPage.module.css';

export type RankedSectionProps = { page: PageContext; section: Section; cards: readonly Card[]; pager: PagerLinks };

/** The front of a section that is a ranking; its older pages are lists like any other's. */
export function RankedSection({ page, section, cards, pager }: RankedSectionProps) {
  const words = catalogueFor(page.edition.language);
  return (
    <div className={styles.ranking} data-hue={sectionHue(page, section.path)}>
      <PageTitle
        title={sectionName(page, section.path)}
        intro={cards.length === 0 ? words.nothingHere : words.rankingIntro}
      />
      <RankingOrders page={page} current="day" section={section.path} />
      <RankedList page={page} cards={cards} />
      <Pager page={page} links={pager} />
    </div>
  );
}
