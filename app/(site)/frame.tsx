import type { ReactNode } from 'react';
import type { Thing } from 'schema-dts';
import { descriptionLength, shorten } from '../../article/text.ts';
import type { Crumb } from '../../components/Breadcrumb/crumbs.ts';
import type { Alternate } from '../../components/Masthead/Masthead.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { PageHead, type PageHeadProps } from '../../components/PageHead/PageHead.tsx';
import { ShareCard, type Shared, type SharedArticle } from '../../components/ShareCard/ShareCard.tsx';
import { breadcrumbList } from '../../components/StructuredData/breadcrumb-list.ts';
import { StructuredData } from '../../components/StructuredData/StructuredData.tsx';
import { catalogueFor } from '../../edition/catalogue.ts';
import { wayTo } from '../../edition/counterparts.ts';
import { holdsSomething } from '../../edition/page-context.ts';
import { type Route, sectionOf } from '../../edition/paths.ts';
import { scriptFor } from '../../edition/script.ts';
import { type Edition, editionTag, nameIn, type Site } from '../../edition/site.ts';
import { Printed } from './printed.tsx';
import { paperPicturePath } from './share-face.ts';

type FrameProps = PageHeadProps & {
  breadcrumb: readonly Crumb[];
  /** What a link to the page shows where it is shared, when the page is an article. */
  shared?: SharedArticle;
  /** What the page says to machines beside its breadcrumb. */
  things?: readonly Thing[];
  children: ReactNode;
};

/** The frame around every page, with the way to the same page in other languages. */
export function Frame({ page, breadcrumb, shared, things, children, ...head }: FrameProps) {
  const { translations, description } = head;
  const alternates = page.site.editions.map((edition): Alternate => {
    const { path, stead } = wayTo(page, edition, translations);
    return { edition, href: path, place: stead && placeName(page.site, edition, stead) };
  });
  return (
    <Printed language={editionTag(page.edition)}>
      <PageHead page={page} {...head} />
      <Page page={page} breadcrumb={breadcrumb} alternates={alternates}>
        {children}
      </Page>
      <Said page={page} breadcrumb={breadcrumb} description={description} shared={shared} things={things} />
    </Printed>
  );
}

/** What an edition calls the page that stands in there for one it does not have. */
function placeName(site: Site, edition: Edition, route: Route): string {
  const words = catalogueFor(edition.language);
  const section = sectionOf(route);
  if (section !== null) {
    const names = site.sections.find(({ path }) => path === section)?.names ?? {};
    return scriptFor(site, edition).showName({ name: nameIn(names, edition.language) }).name;
  }
  const isNamed = route.page === 'search' || route.page === 'archive' || route.page === 'ranking';
  return words[isNamed ? route.page : 'front'];
}

/** Pages kept out of search engines say nothing to them. */
function Said({
  page,
  breadcrumb,
  description,
  shared,
  things = [],
}: Pick<FrameProps, 'page' | 'breadcrumb' | 'description' | 'shared' | 'things'>) {
  const { edition, route, site } = page;
  if (!route || route.page === 'search' || !holdsSomething(page)) return null;
  const all = breadcrumb.length > 1 ? [...things, breadcrumbList(page, breadcrumb)] : things;
  const name = route.page === 'front' ? nameIn(site.name, edition.language) : breadcrumb.at(-1)?.name;
  const card: Shared = shared ?? {
    title: name ?? '',
    description: shorten(description ?? '', descriptionLength),
    picture: paperPicturePath(page),
  };
  return (
    <>
      <ShareCard page={page} route={route} shared={card} />
      {all.length > 0 && <StructuredData things={all} />}
    </>
  );
}
