import type { Thing } from 'schema-dts';
import { topicList } from '../../article/lists.ts';
import { crumbsTo } from '../../components/Breadcrumb/crumbs.ts';
import { ListPage } from '../../components/ListPage/ListPage.tsx';
import { itemList } from '../../components/StructuredData/item-list.ts';
import { profilePage } from '../../components/StructuredData/profile-page.ts';
import type { Database } from '../../db/client.ts';
import { type ListPage as ListPageOfCards, newestCards, pageOfList } from '../../db/content/queries/lists.ts';
import { findTopic, type TopicRecord } from '../../db/content/queries/topics.ts';
import type { TopicKind } from '../../db/content/schema.ts';
import { catalogueFor } from '../../edition/catalogue.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { pathOf } from '../../edition/paths.ts';
import { nameIn } from '../../edition/site.ts';
import { Frame } from './frame.tsx';
import { listNumber, titleOfPage } from './list-number.ts';
import { Missing } from './missing.tsx';
import { openPage } from './open-page.ts';
import { pagerOf } from './pager.ts';

/** Tag, author and source pages are one page: a topic and the list of what stands under it. */
export type TopicProps = {
  params: Promise<{ edition: string; slug: string }>;
  searchParams: Promise<{ page?: string }>;
};

type Found = { topic: TopicRecord; list: ListPageOfCards };

/** Articles a tag needs before search engines are shown its page. */
const fewestIndexed = 3;

async function read(kind: TopicKind, { params, searchParams }: TopicProps) {
  const { edition, slug } = await params;
  const number = listNumber((await searchParams).page);
  const opened = await openPage(edition);
  const topic = await findTopic(opened.database, kind, slug);
  const list = topic && (await pageOfList(opened.database, topicList(opened.group, kind, slug), number));
  const inScript = kind === 'author' ? opened.script.showPerson : opened.script.showName;
  const found: Found | null = topic && list && list.cards.length > 0 ? { topic: inScript(topic), list } : null;
  const page = opened.context(found ? { page: kind, slug, number } : null);
  return { opened, slug, number, found, page: found ? await withLists(page, opened.database, kind, slug) : page };
}

/** The page, which also knows in which languages something stands under its topic: the language switch leads there. */
async function withLists(page: PageContext, database: Database, kind: TopicKind, slug: string): Promise<PageContext> {
  const filled = new Set(page.filled);
  for (const group of ['zh', 'en'] as const) {
    const list = topicList(group, kind, slug);
    if ((await newestCards(database, list, 1)).length > 0) filled.add(list);
  }
  return { ...page, filled };
}

export async function TopicPage({ kind, ...props }: TopicProps & { kind: TopicKind }) {
  const { found, number, opened, page, slug } = await read(kind, props);
  if (!found) return <Missing opened={opened} />;
  const { name, role, bio } = found.topic;
  const words = catalogueFor(page.edition.language);
  return (
    <Frame
      page={page}
      breadcrumb={crumbsTo(page, name)}
      title={titleOfPage(page, name, number)}
      description={descriptionOf(kind, page, found)}
      // A tag with hardly an article says no more than the article does.
      noindex={kind === 'tag' && number === null && found.list.cards.length < fewestIndexed}
      things={thingsOf(kind, page, found)}
    >
      <ListPage
        page={page}
        label={words[kind]}
        title={name}
        intro={[role, bio].filter(Boolean).join(' · ') || null}
        cards={opened.showAll(found.list.cards)}
        pager={pagerOf(found.list, number, (to) => pathOf(page.edition, { page: kind, slug, number: to }))}
      />
    </Frame>
  );
}

function descriptionOf(kind: TopicKind, { site, edition }: PageContext, { topic }: Found): string {
  const { name, role, bio } = topic;
  const parts = [nameIn(site.name, edition.language), catalogueFor(edition.language)[kind], name, role, bio];
  return parts.filter(Boolean).join(' ');
}

const thingsOf = (kind: TopicKind, page: PageContext, { topic, list }: Found): Thing[] => [
  ...(kind === 'author' ? [profilePage(page, topic)] : []),
  itemList(page, list.cards),
];
