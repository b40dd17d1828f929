import type { Correction } from '../../article/record.ts';
import { catalogueFor } from '../../edition/catalogue.ts';
import { formatDateTime } from '../../edition/dates.ts';
import type { PageContext } from '../../edition/page-context.ts';
import styles from './ArticlePage.module.css';

export type CorrectionsProps = { page: PageContext; corrections: readonly Correction[] };

/** What was wrong in an article, and when it was put right. */
export function Corrections({ page: { site, edition }, corrections }: CorrectionsProps) {
  if (corrections.length === 0) return null;
  const words = catalogueFor(edition.language);
  return (
    <dl className={styles.corrections}>
      {corrections.map(({ at, text }) => (
        <div key={`${at} ${text}`}>
          <dt>{words.correctedOn(formatDateTime(at, site.timeZone, edition.language))}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
