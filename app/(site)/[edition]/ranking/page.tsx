import { allList, sectionList } from '../../../../article/lists.ts';
import { crumbsTo } from '../../../../components/Breadcrumb/crumbs.ts';
import { RankingPage } from '../../../../components/RankingPage/RankingPage.tsx';
import { sectionName } from '../../../../components/SectionLink/section.ts';
import { itemList } from '../../../../components/StructuredData/item-list.ts';
import { catalogueFor } from '../../../../edition/catalogue.ts';
import { rankingOrders } from '../../../../edition/paths.ts';
import { Frame } from '../../frame.tsx';
import { Missing } from '../../missing.tsx';
import { openPage } from '../../open-page.ts';
import { rankedCards } from '../../ranked-cards.ts';

type Props = { params: Promise<{ edition: string }>; searchParams: Promise<{ order?: string; section?: string }> };

const shown = 30;

async function read({ params, searchParams }: Props) {
  const query = await searchParams;
  const order = rankingOrders.find((candidate) => candidate === query.order) ?? 'day';
  const section = query.section ?? null;
  const opened = await openPage((await params).edition);
  const { site } = opened.context(null);
  const exists = section === null || site.sections.some(({ path }) => path === section);
  const page = opened.context(exists ? { page: 'ranking', order, section } : null);
  return { opened, order, section, exists, page };
}

export default async function RankingRoute(props: Props) {
  const { exists, opened, order, page, section } = await read(props);
  if (!exists) return <Missing opened={opened} />;
  const { database, group, showAll } = opened;
  const list = section === null ? allList(group) : sectionList(group, section);
  const cards = showAll(await rankedCards(database, list, order, shown));
  const words = catalogueFor(page.edition.language);
  const name = section === null ? words.ranking : words.rankingOf(sectionName(page, section));
  return (
    <Frame
      page={page}
      breadcrumb={crumbsTo(page, words.ranking, section)}
      title={`${name} ${words.rankingOrders[order]}`}
      description={words.rankingIntro}
      things={[itemList(page, cards)]}
    >
      <RankingPage page={page} order={order} section={section} cards={cards} />
    </Frame>
  );
}
