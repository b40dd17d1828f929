import type { Card } from '../../article/record.ts';
import { catalogueFor } from '../../edition/catalogue.ts';
import type { PageContext } from '../../edition/page-context.ts';
import type { Section } from '../../edition/site.ts';
import { Lead } from '../Lead/Lead.tsx';
import { langOfName } from '../Page/language.ts';
import { Pager, type PagerLinks } from '../Pager/Pager.tsx';
import { PageTitle } from '../PageTitle/PageTitle.tsx';
import { SectionBlock } from '../SectionBlock/SectionBlock.tsx';
import { sectionHue, sectionName } from '../SectionLink/section.ts';
import { TeaserList } from '../TeaserList/TeaserList.tsx';
import styles from './SectionFront.module.css';

export type SectionFrontProps = {
  page: PageContext;
  section: Section;
  /** Each subsection with its newest articles; none on older pages of the list. */
  subsections: readonly { section: Section; cards: readonly Card[] }[];
  cards: readonly Card[];
  pager: PagerLinks;
};

/** Articles a section's front opens with: the lead and those below it. */
export const openingCount = 5;

/** A section's front. Its newest page opens with a lead; older pages are a plain list. */
export function SectionFront({ page, section, subsections, cards, pager }: SectionFrontProps) {
  const words = catalogueFor(page.edition.language);
  const name = sectionName(page, section.path);
  const newest = pager.number === null && pager.latest === null;
  const [lead, ...rest] = cards;
  const opening = newest && lead ? rest.slice(0, openingCount - 1) : [];
  const list = newest && lead ? rest.slice(openingCount - 1) : cards;
  return (
    <div data-hue={sectionHue(page, section.path)}>
      <PageTitle title={name} lang={langOfName(page, name)} intro={cards.length === 0 ? words.nothingHere : null} />
      <div className={styles.columns}>
        {newest && lead && (
          <div className={styles.opening}>
            <Lead page={page} card={lead} />
            <TeaserList page={page} cards={opening} variant="grid" level={2} eager={1} />
          </div>
        )}
        {subsections.length > 0 && (
          <div className={styles.below}>
            {subsections.map((below) => (
              <SectionBlock key={below.section.path} page={page} section={below.section} cards={below.cards} />
            ))}
          </div>
        )}
        {list.length > 0 && (
          <section className={styles.list}>
            {newest && <h2>{words.latestIn(name)}</h2>}
            <TeaserList page={page} cards={list} variant="rows" level={newest ? 3 : 2} />
          </section>
        )}
      </div>
      <Pager page={page} links={pager} />
    </div>
  );
}
