import type { Card } from '../../article/record.ts';
import { catalogueFor } from '../../edition/catalogue.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { articlePath, rankingPath } from '../../edition/paths.ts';
import { langOf } from '../Page/language.ts';
import styles from './Ranking.module.css';

export type RankingProps = { page: PageContext; cards: readonly Card[] };

/** What readers read most, in order. */
export function Ranking({ page, cards }: RankingProps) {
  if (cards.length === 0) return null;
  return (
    <section className={styles.ranking}>
      <h2>{catalogueFor(page.edition.language).ranking}</h2>
      <ol>
        {cards.map((card) => (
          <li key={card.id} lang={langOf(page, card.language)}>
            <a href={articlePath(page.edition, card.path)}>{card.headline}</a>
          </li>
        ))}
      </ol>
      <a href={rankingPath(page.edition)}>{catalogueFor(page.edition.language).more}</a>
    </section>
  );
}
