import type { ArticleRecord } from '../../article/record.ts';
import { catalogueFor } from '../../edition/catalogue.ts';
import { formatDateTime } from '../../edition/dates.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { correctionsPath, frontPath } from '../../edition/paths.ts';
import { Notice } from '../Notice/Notice.tsx';

export type WithdrawnPageProps = { page: PageContext; withdrawn: NonNullable<ArticleRecord['withdrawn']> };

/** An article stood here and the newsroom took it back (410). Its words are gone; the reason is public. */
export function WithdrawnPage({ page, withdrawn }: WithdrawnPageProps) {
  const { site, edition } = page;
  const words = catalogueFor(edition.language);
  return (
    <Notice title={words.withdrawnTitle}>
      <p>{words.withdrawnText(formatDateTime(withdrawn.at, site.timeZone, edition.language))}</p>
      <dl>
        <dt>{words.reason}</dt>
        <dd>{withdrawn.reason}</dd>
      </dl>
      <p>
        <a href={frontPath(edition)}>{words.front}</a> · <a href={correctionsPath(edition)}>{words.corrections}</a>
      </p>
    </Notice>
  );
}
