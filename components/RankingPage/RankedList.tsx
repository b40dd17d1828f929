import type { Card } from '../../article/record.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { articlePath } from '../../edition/paths.ts';
import { langOf } from '../Page/language.ts';
import { SectionLink } from '../SectionLink/SectionLink.tsx';
import { sectionHue } from '../SectionLink/section.ts';
import { Time } from '../Time/Time.tsx';
import styles from './RankingPage.module.css';

export type RankedListProps = { page: PageContext; cards: readonly Card[] };

/** Articles in the order readers give them, each with its place. */
export function RankedList({ page, cards }: RankedListProps) {
  return (
    <ol className={styles.list}>
      {cards.map((card) => (
        <li key={card.id} data-hue={sectionHue(page, card.section)} lang={langOf(page, card.language)}>
          <h2>
            <a href={articlePath(page.edition, card.path)}>{card.headline}</a>
          </h2>
          {card.standfirst && <p>{card.standfirst}</p>}
          <small>
            <SectionLink page={page} path={card.section} /> <Time page={page} at={card.publishedAt} short />
          </small>
        </li>
      ))}
    </ol>
  );
}
