import { allList, sectionList } from '../../../article/lists.ts';
import type { Card } from '../../../article/record.ts';
import { crumbsToFront } from '../../../components/Breadcrumb/crumbs.ts';
import { EmptyFront } from '../../../components/EmptyFront/EmptyFront.tsx';
import { FrontPage } from '../../../components/FrontPage/FrontPage.tsx';
import { itemList } from '../../../components/StructuredData/item-list.ts';
import { publisherInFull, webSite } from '../../../components/StructuredData/publisher.ts';
import { trueUntil } from '../../../db/content/fill-context.ts';
import { cardsByIds } from '../../../db/content/queries/articles.ts';
import { newestCards } from '../../../db/content/queries/lists.ts';
import { dayBounds, dayIn } from '../../../edition/dates.ts';
import { filledSections, type PageContext } from '../../../edition/page-context.ts';
import { nameIn, topSections } from '../../../edition/site.ts';
import { Frame } from '../frame.tsx';
import { openPage } from '../open-page.ts';
import { rankedCards } from '../ranked-cards.ts';

type Props = { params: Promise<{ edition: string }> };

const latestCount = 24;
const secondaryCount = 4;
const latestShown = 9;
const rankingCount = 10;
const perSection = 7;

const descriptionOf = ({ site, edition }: PageContext): string =>
  nameIn(site.tagline, edition.language) || nameIn(site.name, edition.language);

export default async function Front({ params }: Props) {
  const { context, database, front, group, showAll } = await openPage((await params).edition);
  const page = context({ page: 'front' });
  const about = { page, breadcrumb: crumbsToFront(page), title: null, description: descriptionOf(page) };
  // The masthead shows the date: the page is another one after midnight.
  trueUntil(dayBounds(dayIn(page.now, page.site.timeZone), page.site.timeZone).until.getTime());
  const latest = showAll(await newestCards(database, allList(group), latestCount));
  const pinned = showAll(await cardsByIds(database, front)).filter((card) => latestGroup(card) === group);
  const [lead, ...others] = distinct([...pinned, ...latest.filter((card) => card.picture), ...latest]);
  if (!lead)
    return (
      <Frame {...about}>
        <EmptyFront page={page} />
      </Frame>
    );
  const secondary = others.slice(0, secondaryCount);
  const used = new Set([lead, ...secondary].map((card) => card.id));
  const sectionBlocks = [];
  for (const section of topSections(filledSections(page))) {
    const cards = showAll(await newestCards(database, sectionList(group, section.path), perSection + used.size));
    const fresh = cards.filter((card) => !used.has(card.id)).slice(0, perSection);
    if (fresh.length > 0) sectionBlocks.push({ section, cards: fresh });
  }
  const things = [
    webSite(page),
    publisherInFull(page),
    itemList(page, [lead, ...secondary, ...sectionBlocks.flatMap(({ cards }) => cards)]),
  ];
  return (
    <Frame {...about} things={things}>
      <FrontPage
        page={page}
        lead={lead}
        secondary={secondary}
        sectionBlocks={sectionBlocks}
        ranking={showAll(await rankedCards(database, allList(group), 'day', rankingCount))}
        latest={latest.filter((card) => !used.has(card.id)).slice(0, latestShown)}
      />
    </Frame>
  );
}

const latestGroup = (card: Card) => (card.language === 'en' ? 'en' : 'zh');
const distinct = (cards: readonly Card[]): Card[] => [...new Map(cards.map((card) => [card.id, card])).values()];
