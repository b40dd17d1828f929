import type { Card } from '../../article/record.ts';
import { catalogueFor } from '../../edition/catalogue.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { archivePath, frontPath, searchPath } from '../../edition/paths.ts';
import { Notice } from '../Notice/Notice.tsx';
import { TeaserList } from '../TeaserList/TeaserList.tsx';
import styles from './MissingPage.module.css';

export type MissingPageProps = { page: PageContext; latest?: readonly Card[] };

/** No page has this address (404). */
export function MissingPage({ page, latest = [] }: MissingPageProps) {
  const { edition } = page;
  const words = catalogueFor(edition.language);
  return (
    <>
      <Notice title={words.notFoundTitle}>
        <p>{words.notFoundText}</p>
        <p>
          <a href={frontPath(edition)}>{words.front}</a> · <a href={searchPath(edition)}>{words.search}</a> ·{' '}
          <a href={archivePath(edition)}>{words.archive}</a>
        </p>
      </Notice>
      {latest.length > 0 && (
        <section className={styles.latest}>
          <h2>{words.latest}</h2>
          <TeaserList page={page} cards={latest} variant="grid" />
        </section>
      )}
    </>
  );
}
