import type { Card } from '../../article/record.ts';
import { catalogueFor } from '../../edition/catalogue.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { articlePath } from '../../edition/paths.ts';
import { langOf } from '../Page/language.ts';
import { SectionLink } from '../SectionLink/SectionLink.tsx';
import { sectionHue, sectionName } from '../SectionLink/section.ts';
import { Thumbnail } from '../Thumbnail/Thumbnail.tsx';
import { Time } from '../Time/Time.tsx';
import styles from './Recommended.module.css';

export type RecommendedProps = { page: PageContext; cards: readonly Card[] };

/** What to read after an article. Every address is an article of this site. */
export function Recommended({ page, cards }: RecommendedProps) {
  if (cards.length === 0) return null;
  const words = catalogueFor(page.edition.language);
  return (
    <aside className={styles.recommended} id="recommended" aria-labelledby="recommended-title">
      <h2 id="recommended-title">{words.recommended}</h2>
      <ul>
        {cards.map((card) => (
          <li key={card.id} data-hue={sectionHue(page, card.section)} lang={langOf(page, card.language)}>
            <a href={articlePath(page.edition, card.path)}>
              {card.picture ? (
                <Thumbnail picture={card.picture} />
              ) : (
                <b aria-hidden="true">{sectionName(page, card.section)}</b>
              )}
              {card.headline}
            </a>
            <SectionLink page={page} path={card.section} /> <Time page={page} at={card.publishedAt} short />
          </li>
        ))}
      </ul>
    </aside>
  );
}
