import type { Metadata } from 'next';
import { cache } from 'react';
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
import { pageMetadata } from '../../page-metadata.ts';
import { rankedCards } from '../../ranked-cards.ts';

type Props = { params: Promise<{ edition: string }>; searchParams: Promise<{ order?: string; section?: string }> };

const shown = 30;

const load = cache(async (edition: string, orderName: string | undefined, section: string | null) => {
  const opened = await openPage(edition);
  const order = rankingOrders.find((candidate) => candidate === orderName) ?? 'day';
  const { site } = opened.context(null);
  const exists = section === null || site.sections.some(({ path }) => path === section);
  const page = opened.context(exists ? { page: 'ranking', order, section } : null);
  return { opened, order, section, exists, page };
});

const read = async ({ params, searchParams }: Props) => {
  const { order, section } = await searchParams;
  return load((await params).edition, order, section ?? null);
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { exists, order, page, section } = await read(props);
  const words = catalogueFor(page.edition.language);
  if (!exists) return pageMetadata(page, { title: words.notFoundTitle, noindex: true });
  const name = section === null ? words.ranking : words.rankingOf(sectionName(page, section));
  return pageMetadata(page, { title: `${name} ${words.rankingOrders[order]}`, description: words.rankingIntro });
}

export default async function RankingRoute(props: Props) {
  const { exists, opened, order, page, section } = await read(props);
  if (!exists) return <Missing opened={opened} />;
  const { database, group, showAll } = opened;
  const list = section === null ? allList(group) : sectionList(group, section);
  const cards = showAll(await rankedCards(database, list, order, shown));
  const words = catalogueFor(page.edition.language);
  return (
    <Frame
      page={page}
      breadcrumb={crumbsTo(page, words.ranking, section)}
      description={words.rankingIntro}
      things={[itemList(page, cards)]}
    >
      <RankingPage page={page} order={order} section={section} cards={cards} />
    </Frame>
  );
}
