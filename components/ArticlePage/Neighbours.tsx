import type { Card } from '../../article/record.ts';
import { catalogueFor } from '../../edition/catalogue.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { articlePath } from '../../edition/paths.ts';
import { langOf } from '../Page/language.ts';
import styles from './ArticlePage.module.css';

export type NeighboursProps = { page: PageContext; previous: Card | null; next: Card | null };

/** The articles before and after this one in its section. */
export function Neighbours({ page, previous, next }: NeighboursProps) {
  if (!previous && !next) return null;
  const words = catalogueFor(page.edition.language);
  return (
    <nav className={styles.neighbours} aria-label={words.inThisSection}>
      {previous && <Neighbour page={page} card={previous} rel="prev" label={words.previous} />}
      {next && <Neighbour page={page} card={next} rel="next" label={words.next} />}
    </nav>
  );
}

function Neighbour({ page, card, rel, label }: { page: PageContext; card: Card; rel: 'prev' | 'next'; label: string }) {
  return (
    <a href={articlePath(page.edition, card.path)} rel={rel} lang={langOf(page, card.language)}>
      <small>{label}</small> {card.headline}
    </a>
  );
}
