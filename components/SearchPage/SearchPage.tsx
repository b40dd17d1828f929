import { createElement, Fragment } from 'react';
import type { Card } from '../../article/record.ts';
import { catalogueFor } from '../../edition/catalogue.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { articlePath, type SearchScope, searchPath } from '../../edition/paths.ts';
import { langOf, langOfName } from '../Page/language.ts';
import { Pager, type PagerLinks } from '../Pager/Pager.tsx';
import { PageTitle } from '../PageTitle/PageTitle.tsx';
import { SectionLink } from '../SectionLink/SectionLink.tsx';
import { sectionHue } from '../SectionLink/section.ts';
import { Thumbnail } from '../Thumbnail/Thumbnail.tsx';
import { Time } from '../Time/Time.tsx';
import { Narrowing } from './Narrowing.tsx';
import styles from './SearchPage.module.css';

/** A piece of a result's text; `mark` where it is what was looked for. */
export type SnippetPart = { text: string; mark: boolean };
export type SearchResult = {
  card: Card;
  headline: readonly SnippetPart[];
  snippet: readonly SnippetPart[];
  /** Whether it holds everything asked for; those that do come first. */
  whole: boolean;
};
export type SearchPageProps = {
  page: PageContext;
  query: string;
  scope: SearchScope;
  results: readonly SearchResult[];
  /** Articles that hold all that was asked for; `more` when there are more than that. */
  count: number;
  more: boolean;
  /** What may have been meant, when little was found: links to searches for these words. */
  suggestions: readonly string[];
  pager?: PagerLinks | null;
};

/**
 * What was found. The box to search again is in the masthead, with the query in it, and the query stands nowhere else:
 * a page that repeats whatever a visitor types is somebody's billboard.
 */
export function SearchPage({ page, query, scope, results, count, more, suggestions, pager }: SearchPageProps) {
  const words = catalogueFor(page.edition.language);
  const asked = query.trim() !== '' || scope.section !== null || scope.from !== null || scope.to !== null;
  const parts = results.filter(({ whole }) => !whole);
  return (
    <div className={styles.search}>
      <PageTitle title={asked ? words.searchResults : words.search} intro={introOf(asked, count, more, scope, words)} />
      {suggestions.length > 0 && (
        <p className={styles.choices}>
          <span>{words.searchSuggestions}</span>
          {suggestions.map((name) => (
            <a key={name} href={searchPath(page.edition, name)} lang={langOfName(page, name)}>
              {name}
            </a>
          ))}
        </p>
      )}
      <Narrowing page={page} query={query} scope={scope} />
      <Results page={page} results={results.filter(({ whole }) => whole)} />
      {parts.length > 0 && <p className={styles.partly}>{words.searchPartly}</p>}
      <Results page={page} results={parts} />
      {pager && <Pager page={page} links={pager} />}
    </div>
  );
}

function Results({ page, results }: Pick<SearchPageProps, 'page' | 'results'>) {
  if (results.length === 0) return null;
  return (
    <ol>
      {results.map(({ card, headline, snippet }) => (
        <li key={card.id} data-hue={sectionHue(page, card.section)} lang={langOf(page, card.language)}>
          <a href={articlePath(page.edition, card.path)}>
            {card.picture && <Thumbnail picture={card.picture} />}
            <h2>{createElement(Fragment, null, ...headline.map(shown))}</h2>
          </a>
          <p>{createElement(Fragment, null, ...snippet.map(shown))}</p>
          <small>
            <SectionLink page={page} path={card.section} /> <Time page={page} at={card.publishedAt} short />
          </small>
        </li>
      ))}
    </ol>
  );
}

const shown = ({ text, mark }: SnippetPart) => (mark ? <mark>{text}</mark> : text);

function introOf(
  asked: boolean,
  count: number,
  more: boolean,
  { before }: SearchScope,
  words: ReturnType<typeof catalogueFor>,
): string | null {
  if (count === 0) return asked ? words.searchNothing : words.searchEmpty;
  if (before !== null) return words.searchOlder;
  // Beyond the newest few hundred nothing was counted.
  return more ? words.searchMore(count < 100 ? count : Math.floor(count / 100) * 100) : words.searchCount(count);
}
