import { sectionList } from '../../../../../article/lists.ts';
import { crumbsToSection } from '../../../../../components/Breadcrumb/crumbs.ts';
import { RankedSection } from '../../../../../components/RankingPage/RankedSection.tsx';
import { openingCount, SectionFront } from '../../../../../components/SectionFront/SectionFront.tsx';
import { itemList } from '../../../../../components/StructuredData/item-list.ts';
import { newestCards, pageOfList } from '../../../../../db/content/queries/lists.ts';
import { filledSections } from '../../../../../edition/page-context.ts';
import { sectionPath } from '../../../../../edition/paths.ts';
import { nameIn, sectionTrail, subsections } from '../../../../../edition/site.ts';
import { Frame } from '../../../frame.tsx';
import { inPaper } from '../../../in-paper.ts';
import { listNumber, titleOfPage } from '../../../list-number.ts';
import { Missing } from '../../../missing.tsx';
import { openPage } from '../../../open-page.ts';
import { pagerOf } from '../../../pager.ts';
import { rankedCards } from '../../../ranked-cards.ts';

type Props = { params: Promise<{ edition: string; path: string[] }>; searchParams: Promise<{ page?: string }> };

const perSubsection = 5;
const rankedCount = 30;

async function read({ params, searchParams }: Props) {
  const { edition, path: slugs } = await params;
  const path = slugs.join('/');
  const number = listNumber((await searchParams).page);
  const opened = await openPage(edition);
  const section = sectionTrail(opened.context(null).site, path).at(-1);
  const list =
    section?.path === path ? await pageOfList(opened.database, sectionList(opened.group, path), number) : null;
  const page = opened.context(list ? { page: 'section', section: path, number } : null);
  return { opened, path, number, section, list, page };
}

export default async function SectionRoute(props: Props) {
  const { list, number, opened, page, path, section } = await read(props);
  const { database, group, showAll } = opened;
  // An imported article may have lived at an address that has the shape of a section's.
  if (!list || !section) return <Missing opened={opened} formerly={number === null ? `/${path}` : null} />;
  const name = nameIn(section.names, page.edition.language);
  const about = {
    page,
    breadcrumb: crumbsToSection(page, path),
    title: titleOfPage(page, name, number),
    description: inPaper(page, name),
  };
  const pager = pagerOf(list, number, (to) => sectionPath(page.edition, path, to));
  if (section.ranking && number === null) {
    const cards = showAll(await rankedCards(database, sectionList(group, path), 'day', rankedCount));
    return (
      <Frame {...about} things={[itemList(page, cards)]}>
        <RankedSection page={page} section={section} cards={cards} pager={pager} />
      </Frame>
    );
  }
  const blocks = [];
  if (number === null) {
    const opening = new Set(list.cards.slice(0, openingCount).map((card) => card.id));
    for (const subsection of subsections(filledSections(page), path)) {
      const newest = await newestCards(database, sectionList(group, subsection.path), perSubsection + openingCount);
      // What opens the page already is not shown again beside it, unless a subsection has nothing else.
      const others = newest.filter((card) => !opening.has(card.id));
      const cards = showAll((others.length > 0 ? others : newest).slice(0, perSubsection));
      if (cards.length > 0) blocks.push({ section: subsection, cards });
    }
  }
  return (
    <Frame {...about} things={[itemList(page, list.cards)]}>
      <SectionFront page={page} section={section} subsections={blocks} cards={showAll(list.cards)} pager={pager} />
    </Frame>
  );
}
