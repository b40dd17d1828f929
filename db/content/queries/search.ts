import { groupOf, type LanguageGroup } from '../../../article/lists.ts';
import type { Language } from '../../../article/record.ts';
import type { Database } from '../../client.ts';
import { readsFrom } from '../fill-context.ts';
import { gatherNewest, gatherOlder, gatherRanked, isWhole } from '../search/gather.ts';
import type { Narrowing } from '../search/match.ts';
import { type IndexSize, indexSize, numberAt, placeBelow } from '../search/places.ts';
import { readQuery } from '../search/query.ts';
import { type Asked, orderByScore, orderByTime, type Placed } from '../search/rank.ts';
import { type SearchResult, showPlaced } from '../search/show.ts';

export type SearchRequest = {
  query: string;
  language: Language;
  sort?: 'relevance' | 'newest';
  narrowing?: Omit<Narrowing, 'group'>;
  /** Among those that are ranked together, counted from 1. */
  page?: number;
  /** How many a page holds. */
  size?: number;
  /** Only what stands before this article in the index, by the newsroom's number. */
  before?: number | null;
};

export type SearchPage = {
  results: SearchResult[];
  /** Articles that hold everything asked for; when `more`, there are older ones than those counted. */
  count: number;
  more: boolean;
  /** Where it goes on; null on the last page. */
  older: { page: number; before: number | null } | null;
};

/** Every article on a page has its record read and checked, which is half of what a search costs. */
export const searchPageSize = 10;

const nothing: SearchPage = { results: [], count: 0, more: false, older: null };

/**
 * Articles that answer a query. The newest few hundred that match are put in order together, on as many pages as they
 * fill; what is older follows, as many again at a time. Candidates come from the index; what is shown, from the records.
 */
export async function search(database: Database, request: SearchRequest): Promise<SearchPage> {
  readsFrom('search');
  const {
    query: typed,
    language,
    sort = 'relevance',
    narrowing = {},
    page = 1,
    size = searchPageSize,
    before = null,
  } = request;
  const query = readQuery(typed);
  if (query.wanted.length === 0 && !isNarrowed(narrowing)) return nothing;
  const group = groupOf(language);
  const asked: Asked = { query, narrowing: { ...narrowing, group }, group };
  const below = before === null ? null : await placeBelow(database, before);
  const { placed, lowest } = await inOrder(database, asked, sort, below);
  const start = (page - 1) * size;
  const end = start + size;
  return {
    results: await showPlaced(database, placed.slice(start, end), query),
    count: placed.filter(({ match }) => isWhole(match)).length,
    more: lowest !== null,
    older: placed.length > end ? { page: page + 1, before } : await goesOn(database, lowest),
  };
}

const isNarrowed = (narrowing: Omit<Narrowing, 'group'>) =>
  Object.values(narrowing).some((value) => value !== null && value !== undefined);

async function goesOn(database: Database, lowest: number | null): Promise<SearchPage['older']> {
  const before = lowest === null ? null : await numberAt(database, lowest);
  return before === null ? null : { page: 1, before };
}

type Window = { placed: Placed[]; lowest: number | null };

/** With an article of another language in fewer than one of this many, the index is not asked for the language. */
const nearlyAll = 0.9;

async function inOrder(
  database: Database,
  asked: Asked,
  sort: 'relevance' | 'newest',
  below: number | null,
): Promise<Window> {
  const size = await indexSize(database, asked.group);
  const isNearlyAll = size.ofGroup > size.places * nearlyAll;
  if (isNearlyAll && asked.query.wanted.length > 0) {
    // Joining a rare word with a term that nearly every article holds takes ten times as long as finding it.
    const { foreign, ...window } = await lookAt(database, asked, null, size, sort, below);
    if (!foreign || window.lowest === null) return window;
  }
  return lookAt(database, asked, asked.group, size, sort, below);
}

async function lookAt(
  database: Database,
  asked: Asked,
  group: LanguageGroup | null,
  size: IndexSize,
  sort: 'relevance' | 'newest',
  below: number | null,
): Promise<Window & { foreign: boolean }> {
  const { query } = asked;
  const narrowing = { ...asked.narrowing, group };
  if (sort === 'newest') {
    const found = await gatherNewest(database, query, narrowing, size, below);
    return { ...(await orderByTime(database, found, asked)), lowest: found.lowest };
  }
  const found =
    below === null
      ? await gatherRanked(database, query, narrowing, size)
      : await gatherOlder(database, query, narrowing, size, below);
  return { ...(await orderByScore(database, found, asked)), lowest: found.lowest };
}

/** The folded words of a query; what is not a word (operators, quotes, punctuation) separates them. */
export const searchTerms = (query: string): string[] => readQuery(query).wanted.map(({ text }) => text);

/** Ids of the newest articles that match all terms, newest first: what a saved search is subscribed to for. */
export async function newestMatches(
  database: Database,
  query: string,
  language: Language,
  limit: number,
): Promise<string[]> {
  const page = await search(database, { query, language, sort: 'newest', size: limit });
  return page.results.map(({ card }) => card.id);
}
