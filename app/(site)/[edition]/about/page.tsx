import type { Metadata } from 'next';
import { AboutPage } from '../../../../components/AboutPage/AboutPage.tsx';
import { crumbsTo } from '../../../../components/Breadcrumb/crumbs.ts';
import { publisherInFull } from '../../../../components/StructuredData/publisher.ts';
import { staff } from '../../../../db/content/queries/topics.ts';
import { catalogueFor } from '../../../../edition/catalogue.ts';
import { nameIn } from '../../../../edition/site.ts';
import { Frame } from '../../frame.tsx';
import { openPage } from '../../open-page.ts';
import { pageMetadata } from '../../page-metadata.ts';

type Props = { params: Promise<{ edition: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = (await openPage((await params).edition)).context({ page: 'about' });
  const { language } = page.edition;
  return pageMetadata(page, {
    title: catalogueFor(language).about,
    description: nameIn(page.site.about, language) || nameIn(page.site.name, language),
  });
}

export default async function About({ params }: Props) {
  const { context, database, script } = await openPage((await params).edition);
  const page = context({ page: 'about' });
  return (
    <Frame
      page={page}
      breadcrumb={crumbsTo(page, catalogueFor(page.edition.language).about)}
      things={[publisherInFull(page)]}
    >
      <AboutPage page={page} authors={script.showPerson(await staff(database))} />
    </Frame>
  );
}
