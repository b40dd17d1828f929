import { crumbsTo } from '../../../../components/Breadcrumb/crumbs.ts';
import type { PagerLinks } from '../../../../components/Pager/Pager.tsx';
import { SearchPage } from '../../../../components/SearchPage/SearchPage.tsx';
import { search } from '../../../../db/content/queries/search.ts';
import { suggestionsFor } from '../../../../db/content/queries/suggestions.ts';
import { catalogueFor } from '../../../../edition/catalogue.ts';
import { dayBounds } from '../../../../edition/dates.ts';
import { readScope, type SearchScope, searchPath } from '../../../../edition/paths.ts';
import { Frame } from '../../frame.tsx';
import { listNumber } from '../../list-number.ts';
import { Missing } from '../../missing.tsx';
import { openPage } from '../../open-page.ts';

/** With fewer articles than this, something else may have been meant. */
const few = 5;

type Props = { params: Promise<{ edition: string }>; searchParams: Promise<Record<string, string | undefined>> };

export default async function Search({ params, searchParams }: Props) {
  const opened = await openPage((await params).edition);
  const { context, database, show, script } = opened;
  const { q, page: written, ...given } = await searchParams;
  const query = typeof q === 'string' ? q : '';
  const scope = readScope(given);
  const number = listNumber(written) ?? 1;
  const page = context({ page: 'search', query, number: number === 1 ? null : number, scope });
  const { results, count, more, older } = await search(database, {
    query,
    language: page.edition.language,
    page: number,
    sort: scope.sort ?? 'relevance',
    before: scope.before,
    narrowing: narrowingOf(scope, page.site.timeZone),
  });
  // A page after the last has nothing to say and leads to others like it.
  if (number > 1 && results.length === 0) return <Missing opened={opened} />;
  const words = catalogueFor(page.edition.language);
  const numberPath = (to: number, before: number | null) =>
    searchPath(page.edition, query, to === 1 ? null : to, { ...scope, before });
  const pager: PagerLinks = {
    newer: number > 1 ? numberPath(number - 1, scope.before) : null,
    number: number > 1 ? number : null,
    latest: number > 1 || scope.before !== null ? numberPath(1, null) : null,
    older: older && numberPath(older.page, older.before),
    names: {
      newer: words.previousPage,
      latest: words.searchToStart,
      older: older === null || older.before === scope.before ? words.nextPage : words.searchOlder,
    },
  };
  // The title never repeats the query: what a visitor types is not the newsroom's words.
  return (
    <Frame page={page} breadcrumb={crumbsTo(page, words.search)} title={words.search} noindex>
      <SearchPage
        page={page}
        query={query}
        scope={scope}
        results={results.map(({ card, headline, snippet, whole }) => ({
          whole,
          card: show(card),
          headline: script.show(headline, card.language),
          snippet: script.show(snippet, card.language),
        }))}
        count={count}
        more={more}
        suggestions={
          count < few
            ? (await suggestionsFor(database, query, page.edition.language)).map(
                (name) => script.showName({ name }).name,
              )
            : []
        }
        pager={pager}
      />
    </Frame>
  );
}

function narrowingOf({ section, author, source, from, to }: SearchScope, timeZone: string) {
  const bounds = (text: string | null) => {
    if (text === null) return null;
    const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
    return dayBounds({ year, month, day }, timeZone);
  };
  const seconds = (moment: Date | undefined) => (moment ? Math.floor(moment.getTime() / 1000) : null);
  return { section, author, source, from: seconds(bounds(from)?.from), until: seconds(bounds(to)?.until) };
}
