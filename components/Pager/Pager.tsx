import { catalogueFor } from '../../edition/catalogue.ts';
import type { PageContext } from '../../edition/page-context.ts';
import styles from './Pager.module.css';

/** Where a list page leads. Addresses come from `edition/paths.ts`; null where there is nothing. */
export type PagerLinks = {
  newer: string | null;
  older: string | null;
  /** The list's first page, when this is not it. */
  latest: string | null;
  /** This page's number, when its address has one. */
  number: number | null;
  /** What the ways are called, where they do not lead to newer and older. */
  names?: { newer: string; older: string; latest: string };
};
export type PagerProps = { page: PageContext; links: PagerLinks };

/** To the newer and older pages of a list. */
export function Pager({ page, links: { newer, older, latest, number, names } }: PagerProps) {
  const words = catalogueFor(page.edition.language);
  if (!newer && !older && !latest) return null;
  return (
    <nav className={styles.pager} aria-label={words.pages}>
      {newer && (
        <a href={newer} rel="prev">
          ← {(names ?? words).newer}
        </a>
      )}
      {number !== null && <span aria-current="page">{words.page(number)}</span>}
      {latest && <a href={latest}>{names?.latest ?? words.backToLatest}</a>}
      {older && (
        <a href={older} rel="next">
          {(names ?? words).older} →
        </a>
      )}
    </nav>
  );
}
