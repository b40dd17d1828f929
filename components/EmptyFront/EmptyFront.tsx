import { catalogueFor } from '../../edition/catalogue.ts';
import type { PageContext } from '../../edition/page-context.ts';
import styles from './EmptyFront.module.css';

export type EmptyFrontProps = { page: PageContext };

/** The front of a paper that has published nothing yet, for the people who are about to. */
export function EmptyFront({ page }: EmptyFrontProps) {
  const words = catalogueFor(page.edition.language);
  return (
    <div className={styles.empty}>
      <h2>{words.emptyTitle}</h2>
      <p>{words.emptyText}</p>
      <p>
        <code>npm run dateline -- import --publish --section news &lt;folder&gt;</code>
      </p>
      <p>{words.emptySettings}</p>
      <p>
        <code>npm run dateline -- settings --json &lt;file&gt;</code>
      </p>
    </div>
  );
}
