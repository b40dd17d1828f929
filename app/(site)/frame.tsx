import type { ReactNode } from 'react';
import type { Thing } from 'schema-dts';
import { groupOf } from '../../article/lists.ts';
import type { Crumb } from '../../components/Breadcrumb/crumbs.ts';
import type { Alternate } from '../../components/Masthead/Masthead.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { breadcrumbList } from '../../components/StructuredData/breadcrumb-list.ts';
import { StructuredData } from '../../components/StructuredData/StructuredData.tsx';
import { opensearchPath } from '../../edition/data-paths.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { frontPath, pathOf } from '../../edition/paths.ts';
import type { Edition } from '../../edition/site.ts';
import { searchName } from './discovery.ts';

type FrameProps = {
  page: PageContext;
  breadcrumb: readonly Crumb[];
  /** What the page says to machines beside its breadcrumb. */
  things?: readonly Thing[];
  children: ReactNode;
};

/** The frame around every page, with the way to the same page in other languages. */
export function Frame({ page, breadcrumb, things = [], children }: FrameProps) {
  const alternates: Alternate[] = page.site.editions.map((edition) => ({
    edition,
    href: counterpart(page, edition),
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
      <Said page={page} breadcrumb={breadcrumb} things={things} />
    </>
  );
}

/** Pages kept out of search engines say nothing to them. */
function Said({ page, breadcrumb, things = [] }: Omit<FrameProps, 'children'>) {
  if (!page.route || page.route.page === 'search') return null;
  const all = breadcrumb.length > 1 ? [...things, breadcrumbList(page, breadcrumb)] : things;
  return all.length > 0 ? <StructuredData things={all} /> : null;
}

/** Pages an edition of another language has too; an article or a tag it may not have. */
const everywhere: ReadonlySet<string> = new Set(['front', 'section', 'archive', 'about', 'corrections']);

function counterpart({ edition, route }: PageContext, other: Edition): string {
  if (!route) return frontPath(other);
  if (groupOf(other.language) === groupOf(edition.language)) return pathOf(other, route);
  if (!everywhere.has(route.page)) return frontPath(other);
  return pathOf(
    other,
    'number' in route
      ? { ...route, number: null }
      : route.page === 'archive'
        ? { page: 'archive', year: null, month: null }
        : route,
  );
}
