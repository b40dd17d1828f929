import { topicList } from '../../../../article/lists.ts';
import { AboutPage } from '../../../../components/AboutPage/AboutPage.tsx';
import { crumbsTo } from '../../../../components/Breadcrumb/crumbs.ts';
import { publisherInFull } from '../../../../components/StructuredData/publisher.ts';
import { newestCards } from '../../../../db/content/queries/lists.ts';
import { staff } from '../../../../db/content/queries/topics.ts';
import { catalogueFor } from '../../../../edition/catalogue.ts';
import type { PageContext } from '../../../../edition/page-context.ts';
import { nameIn } from '../../../../edition/site.ts';
import { Frame } from '../../frame.tsx';
import { openPage } from '../../open-page.ts';

type Props = { params: Promise<{ edition: string }> };

const descriptionOf = ({ site, edition: { language } }: PageContext): string =>
  nameIn(site.about, language) || nameIn(site.name, language);

export default async function About({ params }: Props) {
  const { context, database, group, script } = await openPage((await params).edition);
  const page = context({ page: 'about' });
  const people = script.showPerson(await staff(database));
  const published = new Set<string>();
  for (const { slug } of people)
    if ((await newestCards(database, topicList(group, 'author', slug), 1)).length > 0) published.add(slug);
  const title = catalogueFor(page.edition.language).about;
  return (
    <Frame
      page={page}
      breadcrumb={crumbsTo(page, title)}
      title={title}
      description={descriptionOf(page)}
      things={[publisherInFull(page)]}
    >
      <AboutPage page={page} authors={people} published={published} />
    </Frame>
  );
}
