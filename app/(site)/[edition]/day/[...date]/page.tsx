import { allList, sectionList } from '../../../../../article/lists.ts';
import { crumbsTo, crumbsToArchive } from '../../../../../components/Breadcrumb/crumbs.ts';
import { ListPage } from '../../../../../components/ListPage/ListPage.tsx';
import { cardsBetween } from '../../../../../db/content/queries/lists.ts';
import { catalogueFor } from '../../../../../edition/catalogue.ts';
import { dayBounds, formatDay } from '../../../../../edition/dates.ts';
import type { Day } from '../../../../../edition/paths.ts';
import { nameIn, sectionTrail } from '../../../../../edition/site.ts';
import { Frame } from '../../../frame.tsx';
import { inPaper } from '../../../in-paper.ts';
import { Missing } from '../../../missing.tsx';
import { openPage } from '../../../open-page.ts';

type Props = { params: Promise<{ edition: string; date: string[] }>; searchParams: Promise<{ section?: string }> };

/** More than any newsroom publishes in a day; a day is one page. */
const mostOfADay = 500;

async function read({ params, searchParams }: Props) {
  const { edition, date } = await params;
  const [year = 0, month = 0, day = 0] = date.map(Number);
  const wanted: Day = { year, month, day };
  const { section: path } = await searchParams;
  const opened = await openPage(edition);
  const { site } = opened.context(null);
  const section = path ? (sectionTrail(site, path).find((candidate) => candidate.path === path) ?? null) : null;
  const { from, until } = dayBounds(wanted, site.timeZone);
  const list = section ? sectionList(opened.group, section.path) : allList(opened.group);
  const cards = path && !section ? [] : await cardsBetween(opened.database, list, from, until, mostOfADay);
  const page = opened.context(cards.length > 0 ? { page: 'day', section: section?.path ?? null, day: wanted } : null);
  const written = formatDay(wanted, page.edition.language);
  const title = section
    ? `${nameIn(section.names, page.edition.language)} ${written}`
    : catalogueFor(page.edition.language).archiveOf(written);
  return { opened, cards, page, section, title, wanted };
}

export default async function DayRoute(props: Props) {
  const { cards, opened, page, section, title, wanted } = await read(props);
  if (cards.length === 0) return <Missing opened={opened} />;
  const label = catalogueFor(page.edition.language).archive;
  const breadcrumb = section ? crumbsTo(page, title, section.path) : crumbsToArchive(page, wanted);
  return (
    <Frame page={page} breadcrumb={breadcrumb} title={title} description={inPaper(page, title)}>
      <ListPage page={page} label={label} title={title} cards={opened.showAll(cards)} pager={null} />
    </Frame>
  );
}
