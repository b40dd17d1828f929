import type { BreadcrumbList } from 'schema-dts';
import type { PageContext } from '../../edition/page-context.ts';
import { pathOf } from '../../edition/paths.ts';
import type { Crumb } from '../Breadcrumb/crumbs.ts';

/** The breadcrumb a reader sees, step for step. Its last step is the page itself. */
export function breadcrumbList({ origin, edition, route }: PageContext, crumbs: readonly Crumb[]): BreadcrumbList {
  const here = route ? pathOf(edition, route) : null;
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, href }, place) => {
      const path = href ?? here;
      return {
        '@type': 'ListItem',
        position: place + 1,
        name,
        ...(path !== null && { item: { '@id': origin + path } }),
      };
    }),
  };
}
