import type { Metadata } from 'next';
import { crumbsTo } from '../../../../components/Breadcrumb/crumbs.ts';
import { SearchPage } from '../../../../components/SearchPage/SearchPage.tsx';
import { search } from '../../../../db/content/queries/search.ts';
import { catalogueFor } from '../../../../edition/catalogue.ts';
import { searchPath } from '../../../../edition/paths.ts';
import { Frame } from '../../frame.tsx';
import { listNumber } from '../../list-number.ts';
import { openPage } from '../../open-page.ts';
import { pageMetadata } from '../../page-metadata.ts';
import { pagerOf } from '../../pager.ts';

type Props = { params: Promise<{ edition: string }>; searchParams: Promise<{ q?: string; page?: string }> };

/** The title never repeats the query: what a visitor types is not the newsroom's words. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = (await openPage((await params).edition)).context({ page: 'search', query: '', number: null });
  return pageMetadata(page, { title: catalogueFor(page.edition.language).search, noindex: true });
}

export default async function Search({ params, searchParams }: Props) {
  const { context, database, show, script } = await openPage((await params).edition);
  const { q, page: written } = await searchParams;
  const query = typeof q === 'string' ? q : '';
  const number = listNumber(written) ?? 1;
  const page = context({ page: 'search', query, number: number === 1 ? null : number });
  const { results, older } = await search(database, { query, language: page.edition.language, page: number });
  const numberPath = (to: number | null) => searchPath(page.edition, query, to === 1 ? null : to);
  const pager = pagerOf({ older, newer: number > 1 ? number - 1 : null }, number === 1 ? null : number, numberPath);
  return (
    <Frame page={page} breadcrumb={crumbsTo(page, catalogueFor(page.edition.language).search)}>
      <SearchPage
        page={page}
        query={query}
        results={results.map(({ card, snippet }) => ({
          card: show(card),
          snippet: script.show(snippet, card.language),
        }))}
        pager={pager}
      />
    </Frame>
  );
}
