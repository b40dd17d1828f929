import { formatDateTime, formatShort, machineTime } from '../../edition/dates.ts';
import type { PageContext } from '../../edition/page-context.ts';

export type TimeProps = { page: PageContext; at: string; short?: boolean };

/** An instant as readers of the edition write it, and as machines read it. */
export function Time({ page, at, short }: TimeProps) {
  const { site, edition, now } = page;
  return (
    <time dateTime={machineTime(at, site.timeZone)}>
      {short
        ? formatShort(at, site.timeZone, now, edition.language)
        : formatDateTime(at, site.timeZone, edition.language)}
    </time>
  );
}
