import type { ItemList } from 'schema-dts';
import type { Card } from '../../article/record.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { articlePath } from '../../edition/paths.ts';

/** Enough to say what a page leads with; a hundred addresses would weigh as much as the page. */
const mostItems = 10;

/** The articles a front or list opens with, in the order a reader meets them. */
export function itemList({ origin, edition }: PageContext, cards: readonly Card[]): ItemList {
  return {
    '@type': 'ItemList',
    itemListElement: cards.slice(0, mostItems).map(({ path }, place) => ({
      '@type': 'ListItem',
      position: place + 1,
      url: origin + articlePath(edition, path),
    })),
  };
}
