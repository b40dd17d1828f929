import type { Card } from '../../article/record.ts';
import { catalogueFor } from '../../edition/catalogue.ts';
import { filledSections, type PageContext } from '../../edition/page-context.ts';
import { articlePath } from '../../edition/paths.ts';
import { type Section, subsections } from '../../edition/site.ts';
import { langOf } from '../Page/language.ts';
import { SectionLink } from '../SectionLink/SectionLink.tsx';
import { sectionHue } from '../SectionLink/section.ts';
import { Thumbnail } from '../Thumbnail/Thumbnail.tsx';
import { Time } from '../Time/Time.tsx';
import styles from './SectionBlock.module.css';

export type SectionBlockProps = { page: PageContext; section: Section; cards: readonly Card[] };

/** A section on a front: its newest story with a picture, the others as headlines. */
export function SectionBlock({ page, section, cards }: SectionBlockProps) {
  const { path } = section;
  const below = subsections(filledSections(page), path);
  return (
    <section className={styles.block} data-hue={sectionHue(page, path)}>
      <header>
        <h2>
          <SectionLink page={page} path={path} />
        </h2>
        {below.map((subsection) => (
          <SectionLink key={subsection.path} page={page} path={subsection.path} />
        ))}
      </header>
      {cards.length === 0 ? (
        <p>{catalogueFor(page.edition.language).nothingHere}</p>
      ) : (
        <ul>
          {cards.map((card, place) => (
            <li key={card.id} lang={langOf(page, card.language)}>
              <a href={articlePath(page.edition, card.path)}>
                {place === 0 && card.picture && <Thumbnail picture={card.picture} width={640} />}
                <h3>{card.headline}</h3>
              </a>
              {place === 0 && card.standfirst && <p>{card.standfirst}</p>}
              {place === 0 && <Time page={page} at={card.publishedAt} short />}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
