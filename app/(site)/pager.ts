import type { PagerLinks } from '../../components/Pager/Pager.tsx';
import type { ListPage } from '../../db/content/queries/lists.ts';

/** Where a page of a list leads on to; `path` spells the address of a page by its number. */
export function pagerOf(
  list: Pick<ListPage, 'older' | 'newer'>,
  number: number | null,
  path: (number: number | null) => string,
): PagerLinks {
  return {
    number,
    older: list.older === null ? null : path(list.older),
    newer: number === null ? null : path(list.newer),
    latest: number === null ? null : path(null),
  };
}
