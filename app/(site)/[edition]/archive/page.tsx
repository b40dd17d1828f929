import { ArchivePage, type ArchiveYear } from '../../../../components/ArchivePage/ArchivePage.tsx';
import { crumbsToArchive } from '../../../../components/Breadcrumb/crumbs.ts';
import { countsByDay } from '../../../../db/content/queries/days.ts';
import { catalogueFor } from '../../../../edition/catalogue.ts';
import { dayBounds, dayIn, formatMonth, formatYear, machineTime } from '../../../../edition/dates.ts';
import type { PageContext } from '../../../../edition/page-context.ts';
import { Frame } from '../../frame.tsx';
import { inPaper } from '../../in-paper.ts';
import { Missing } from '../../missing.tsx';
import { openPage } from '../../open-page.ts';

type Props = { params: Promise<{ edition: string }>; searchParams: Promise<{ year?: string; month?: string }> };

async function read({ params, searchParams }: Props) {
  const query = await searchParams;
  const year = query.year ? Number(query.year) : null;
  const month = query.month ? Number(query.month) : null;
  const opened = await openPage((await params).edition);
  const prefix = [year, month === null ? null : String(month).padStart(2, '0')]
    .filter((part) => part !== null)
    .join('-');
  const { now, site } = opened.context(null);
  const today = {
    date: machineTime(now, site.timeZone).slice(0, 10),
    until: dayBounds(dayIn(now, site.timeZone), site.timeZone).until,
  };
  const span = year === null ? null : spanOf(year, month, site.timeZone);
  const days = await countsByDay(opened.database, opened.group, prefix && `${prefix}-`, span, today);
  const exists = year === null || days.size > 0;
  const page = opened.context(exists ? { page: 'archive', year, month } : null);
  return { opened, days, exists, month, page, year };
}

function titleOf({ edition: { language } }: PageContext, year: number | null, month: number | null): string {
  const { archive } = catalogueFor(language);
  if (!year) return archive;
  return `${archive} ${month ? formatMonth(year, month, language) : formatYear(year, language)}`;
}

export default async function Archive(props: Props) {
  const { days, exists, month, opened, page, year } = await read(props);
  if (!exists) return <Missing opened={opened} />;
  const title = titleOf(page, year, month);
  const breadcrumb = crumbsToArchive(page, { year: year ?? undefined, month: month ?? undefined });
  return (
    <Frame page={page} breadcrumb={breadcrumb} title={title} description={inPaper(page, title)}>
      <ArchivePage page={page} title={title} years={yearsOf(days, month !== null)} />
    </Frame>
  );
}

/** A year, or a month of it, from its first instant to the first one after it. */
function spanOf(year: number, month: number | null, timeZone: string): { from: Date; until: Date } {
  const first = dayBounds({ year, month: month ?? 1, day: 1 }, timeZone).from;
  const last = dayBounds(
    { year, month: month ?? 12, day: new Date(Date.UTC(year, month ?? 12, 0)).getUTCDate() },
    timeZone,
  );
  return { from: first, until: last.until };
}

/** Days gathered into months and years, newest first. Only a month's own page shows its days. */
function yearsOf(days: ReadonlyMap<string, number>, withDays: boolean): ArchiveYear[] {
  const years: {
    year: number;
    count: number;
    months: { month: number; count: number; days: { day: number; count: number }[] }[];
  }[] = [];
  for (const [date, count] of days) {
    const [y = 0, m = 0, d = 0] = date.split('-').map(Number);
    const year = last(
      years,
      (candidate) => candidate.year === y,
      () => ({ year: y, count: 0, months: [] }),
    );
    const month = last(
      year.months,
      (candidate) => candidate.month === m,
      () => ({ month: m, count: 0, days: [] }),
    );
    year.count += count;
    month.count += count;
    if (withDays) month.days.push({ day: d, count });
  }
  return years;
}

/** The last of a list when it fits, otherwise a new one put at its end. */
function last<T>(items: T[], fits: (item: T) => boolean, make: () => T): T {
  const end = items.at(-1);
  if (end !== undefined && fits(end)) return end;
  const made = make();
  items.push(made);
  return made;
}
