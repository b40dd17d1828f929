import { catalogueFor } from '../../edition/catalogue.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { type RankingOrder, rankingOrders, rankingPath } from '../../edition/paths.ts';
import styles from './RankingPage.module.css';

export type RankingOrdersProps = { page: PageContext; current: RankingOrder; section: string | null };

/** The same ranking by other windows. */
export function RankingOrders({ page, current, section }: RankingOrdersProps) {
  const words = catalogueFor(page.edition.language);
  return (
    <nav className={styles.choice} aria-label={words.rankingBy}>
      <ul>
        {rankingOrders.map((order) => (
          <li key={order}>
            <a
              href={rankingPath(page.edition, order, section)}
              aria-current={order === current ? (page.route?.page === 'ranking' ? 'page' : true) : undefined}
            >
              {words.rankingOrders[order]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
