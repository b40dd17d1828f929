import type { ArticleRecord } from '../../article/record.ts';
import { catalogueFor } from '../../edition/catalogue.ts';
import { formatDateTime } from '../../edition/dates.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { authorPath, sourcePath } from '../../edition/paths.ts';
import { langOfName } from '../Page/language.ts';
import { Time } from '../Time/Time.tsx';
import styles from './ArticlePage.module.css';

export type DatelineProps = { page: PageContext; record: ArticleRecord };

/** When it was published and where it comes from, as Chinese papers print it: `2023年6月7日 15:25 中工网`. */
export function Dateline({ page, record }: DatelineProps) {
  const { site, edition } = page;
  const { source, authors, updatedAt } = record;
  const words = catalogueFor(edition.language);
  return (
    <p className={styles.dateline}>
      <Time page={page} at={record.publishedAt} />{' '}
      {source && (
        <a href={sourcePath(edition, source.slug)} lang={langOfName(page, source.name)}>
          {source.name}
        </a>
      )}{' '}
      {authors.length > 0 && (
        <span>
          {words.bylinePrefix}
          {authors.map(({ slug, name }, place) => (
            <span key={slug}>
              {place > 0 && words.nameSeparator}
              <a href={authorPath(edition, slug)} rel="author" lang={langOfName(page, name)}>
                {name}
              </a>
            </span>
          ))}
        </span>
      )}{' '}
      {updatedAt && updatedAt > record.publishedAt && (
        <span>{words.updated(formatDateTime(updatedAt, site.timeZone, edition.language))}</span>
      )}
    </p>
  );
}
