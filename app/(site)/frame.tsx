import type { ReactNode } from 'react';
import type { Thing } from 'schema-dts';
import type { Crumb } from '../../components/Breadcrumb/crumbs.ts';
import type { Alternate } from '../../components/Masthead/Masthead.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { ShareCard, type SharedArticle } from '../../components/ShareCard/ShareCard.tsx';
import { breadcrumbList } from '../../components/StructuredData/breadcrumb-list.ts';
import { StructuredData } from '../../components/StructuredData/StructuredData.tsx';
import { type Translation, wayTo } from '../../edition/counterparts.ts';
import { opensearchPath } from '../../edition/data-paths.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { nameIn } from '../../edition/site.ts';
import { searchName } from './discovery.ts';

type FrameProps = {
  page: PageContext;
  breadcrumb: readonly Crumb[];
  /** The same article in other languages. */
  translations?: readonly Translation[];
  /** What a link to the page shows where it is shared, when the page is an article. */
  shared?: SharedArticle;
  /** What the page says to machines beside its breadcrumb. */
  things?: readonly Thing[];
  children: ReactNode;
};

/** The frame around every page, with the way to the same page in other languages. */
export function Frame({ page, breadcrumb, translations, shared, things = [], children }: FrameProps) {
  const alternates: Alternate[] = page.site.editions.map((edition) => ({
    edition,
    href: wayTo(page.site, page, edition, translations),
  }));
  return (
    <>
      <link
        rel="search"
        type="application/opensearchdescription+xml"
        href={opensearchPath(page.edition)}
        title={searchName(page)}
      />
      <Page page={page} breadcrumb={breadcrumb} alternates={alternates}>
        {children}
      </Page>
      <Said page={page} breadcrumb={breadcrumb} shared={shared} things={things} />
    </>
  );
}

/** Pages kept out of search engines say nothing to them. */
function Said({ page, breadcrumb, shared, things = [] }: Omit<FrameProps, 'children' | 'translations'>) {
  const { edition, route, site } = page;
  if (!route || route.page === 'search') return null;
  const all = breadcrumb.length > 1 ? [...things, breadcrumbList(page, breadcrumb)] : things;
  const name = route.page === 'front' ? nameIn(site.name, edition.language) : breadcrumb.at(-1)?.name;
  return (
    <>
      <ShareCard page={page} route={route} name={name ?? ''} article={shared} />
      {all.length > 0 && <StructuredData things={all} />}
    </>
  );
}
