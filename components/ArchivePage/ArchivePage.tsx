import { catalogueFor } from '../../edition/catalogue.ts';
import { formatMonth, formatYear } from '../../edition/dates.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { archiveDayPath, archivePath } from '../../edition/paths.ts';
import { PageTitle } from '../PageTitle/PageTitle.tsx';
import styles from './ArchivePage.module.css';

export type ArchiveDay = { day: number; count: number };
/** A month with the days that have articles; no days where only the count is wanted. */
export type ArchiveMonth = { month: number; count: number; days: readonly ArchiveDay[] };
export type ArchiveYear = { year: number; count: number; months: readonly ArchiveMonth[] };
export type ArchivePageProps = { page: PageContext; title: string; years: readonly ArchiveYear[] };

/** What was published when: years, their months, and the days of a month as a calendar. */
export function ArchivePage({ page, title, years }: ArchivePageProps) {
  const { edition } = page;
  const words = catalogueFor(edition.language);
  return (
    <div className={styles.archive}>
      <PageTitle title={title} intro={years.length === 0 ? words.nothingHere : null} />
      {years.map(({ year, count, months }) => (
        <section key={year}>
          <h2>
            <a href={archivePath(edition, year)}>{formatYear(year, edition.language)}</a>{' '}
            <small>{words.articles(count)}</small>
          </h2>
          <ol>
            {months.map((month) => (
              <li key={month.month}>
                <h3>
                  <a href={archivePath(edition, year, month.month)}>
                    {formatMonth(year, month.month, edition.language)}
                  </a>{' '}
                  <small>{words.articles(month.count)}</small>
                </h3>
                {month.days.length > 0 && <Calendar page={page} year={year} month={month} />}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

/** A month as a wall calendar, Monday first. Days without articles keep their place. */
function Calendar({ page, year, month: { month, days } }: { page: PageContext; year: number; month: ArchiveMonth }) {
  const words = catalogueFor(page.edition.language);
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const counts = new Map(days.map(({ day, count }) => [day, count]));
  return (
    <>
      <div className={styles.weekdays} aria-hidden="true">
        {words.weekdays.map((weekday) => (
          <span key={weekday}>{weekday}</span>
        ))}
      </div>
      <ol className={styles.calendar} data-start={new Date(Date.UTC(year, month - 1, 1)).getUTCDay()}>
        {Array.from({ length }, (_, index) => index + 1).map((day) => {
          const count = counts.get(day);
          if (!count) return <li key={day}>{day}</li>;
          return (
            <li key={day}>
              <a href={archiveDayPath(page.edition, { year, month, day })}>
                {day} <small>{words.articles(count)}</small>
              </a>
            </li>
          );
        })}
      </ol>
    </>
  );
}
