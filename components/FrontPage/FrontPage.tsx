import type { Card } from '../../article/record.ts';
import { catalogueFor } from '../../edition/catalogue.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { archivePath } from '../../edition/paths.ts';
import type { Section } from '../../edition/site.ts';
import { Lead } from '../Lead/Lead.tsx';
import { Ranking } from '../Ranking/Ranking.tsx';
import { SectionBlock } from '../SectionBlock/SectionBlock.tsx';
import { TeaserList } from '../TeaserList/TeaserList.tsx';
import styles from './FrontPage.module.css';

export type FrontPageProps = {
  page: PageContext;
  lead: Card | null;
  /** Best with four. */
  secondary: readonly Card[];
  sectionBlocks: readonly { section: Section; cards: readonly Card[] }[];
  ranking: readonly Card[];
  latest: readonly Card[];
};

/** The front page: what matters, what is new, what is read, and every section. */
export function FrontPage({ page, lead, secondary, sectionBlocks, ranking, latest }: FrontPageProps) {
  const words = catalogueFor(page.edition.language);
  return (
    <>
      <div className={styles.top}>
        {lead && <Lead page={page} card={lead} />}
        {secondary.length > 0 && (
          <section aria-label={words.topStories}>
            <TeaserList page={page} cards={secondary} variant="grid" eager={2} />
          </section>
        )}
        {latest.length > 0 && (
          <section className={styles.latest}>
            <h2>{words.latest}</h2>
            <TeaserList page={page} cards={latest} variant="headlines" />
            <a href={archivePath(page.edition)}>{words.archive}</a>
          </section>
        )}
        <Ranking page={page} cards={ranking} />
      </div>
      <div className={styles.blocks}>
        {sectionBlocks.map(({ section, cards }) => (
          <SectionBlock key={section.path} page={page} section={section} cards={cards} />
        ))}
      </div>
    </>
  );
}
