import { eq, sql } from 'drizzle-orm';
import { fold } from '../../../article/fold.ts';
import { groupOf } from '../../../article/lists.ts';
import { type ArticleRecord, type Card, cardOf, type Language } from '../../../article/record.ts';
import { readText } from '../../../article/search-terms.ts';
import { type Database, type Orm, prepared } from '../../client.ts';
import { currentFill, readsFrom, trueUntil } from '../fill-context.ts';
import { articleRecords, articles } from '../schema.ts';
import { type Found, gather, type Match } from '../search/gather.ts';
import { type Candidate, candidatesAt, isOneTerm, type Narrowing } from '../search/match.ts';
import { type Query, readQuery } from '../search/query.ts';
import { Field, headlineScore, recency, shareIn, unbrokenShare } from '../search/score.ts';
import { markedText, type Part, snippet, standsIn } from '../search/snippet.ts';
import { readRecord, recordColumns } from '../verify.ts';

export type SearchRequest = {
  query: string;
  language: Language;
  sort?: 'relevance' | 'newest';
  narrowing?: Omit<Narrowing, 'group'>;
  /** Counts from 1. */
  page?: number;
};

export type SearchResult = {
  card: Card;
  /** The headline in runs, and a piece of the text around what was found; matches are marked. */
  headline: Part[];
  snippet: Part[];
};

export type SearchPage = {
  results: SearchResult[];
  /** Articles that hold everything asked for; when `more`, there are more than that. */
  count: number;
  more: boolean;
  /** The number of the next page, null on the last one. */
  older: number | null;
};

export const searchPageSize = 20;

/** Articles that answer a query, best first. Candidates come from the index, newest first; cards and texts decide. */
export async function search(database: Database, request: SearchRequest): Promise<SearchPage> {
  readsFrom('search');
  const { query: typed, language, sort = 'relevance', narrowing = {}, page = 1 } = request;
  const query = readQuery(typed);
  const narrow: Narrowing = { ...narrowing, group: groupOf(language) };
  if (query.wanted.length === 0 && !isNarrowed(narrowing)) return { results: [], count: 0, more: false, older: null };
  const found = await gather(database, query, narrow, { partial: sort === 'relevance' });
  const ranked = await rank(database, found, query, narrow, sort);
  const start = (page - 1) * searchPageSize;
  const wanted = ranked.slice(start, start + searchPageSize);
  const results = await Promise.all(wanted.map((candidate) => showResult(database, candidate, query)));
  return {
    results: results.filter((result) => result !== null),
    count: ranked.filter(({ match }) => match === 'head' || match === 'text').length,
    more: !found.complete,
    older: ranked.length > start + searchPageSize ? page + 1 : null,
  };
}

const isNarrowed = (narrowing: Omit<Narrowing, 'group'>) =>
  Object.values(narrowing).some((value) => value !== null && value !== undefined);

type Ranked = Candidate & { match: Match; score: number };

async function rank(
  database: Database,
  { places, units }: Found,
  query: Query,
  narrowing: Narrowing,
  sort: 'relevance' | 'newest',
): Promise<Ranked[]> {
  const now = Math.floor(currentFill().now.getTime() / 1000);
  const unbroken = query.wanted.map(({ text }) => text).join('');
  const ranked: Ranked[] = [];
  for (const candidate of await candidatesAt(database, [...places.keys()])) {
    const { publishedAt } = candidate;
    if (publishedAt > now) {
      trueUntil(publishedAt * 1000);
      continue;
    }
    if (publishedAt < (narrowing.from ?? publishedAt) || publishedAt >= (narrowing.until ?? Number.MAX_SAFE_INTEGER))
      continue;
    const match = places.get(candidate.place) as Match;
    const score = sort === 'newest' ? publishedAt : scoreOf(candidate, match, units, unbroken, now, narrowing);
    if (score !== null) ranked.push({ ...candidate, match, score });
  }
  return ranked.sort((a, b) => b.score - a.score || b.publishedAt - a.publishedAt || b.number - a.number);
}

const wholeMatch: Record<Match, number> = { head: 0.3, text: 0.3, most: 0.15, part: 0 };
/** Of what holds a part of the query only, the part that makes it worth showing. */
const leastPart = 0.1;

function scoreOf(
  { card: text, publishedAt }: Candidate,
  match: Match,
  units: Found['units'],
  unbroken: string,
  now: number,
  narrowing: Narrowing,
): number | null {
  const card = cardIn(text);
  // Parts of a query are looked up one by one, whatever it is narrowed to.
  if (!card || (match === 'part' && !fits(card, narrowing))) return null;
  const headline = new Field(card.headline);
  const inHeadline = headlineScore(headline, units);
  const inStandfirst = card.standfirst ? shareIn(new Field(card.standfirst), units) : 0;
  if (match === 'part' && shareIn(headline, units) < leastPart && inStandfirst < leastPart) return null;
  const whole = unbrokenShare(headline.folded, unbroken);
  return inHeadline + 0.1 * whole * whole + 0.2 * inStandfirst + wholeMatch[match] + 0.3 * recency(publishedAt, now);
}

function fits({ language, section, authors, source }: Card, wanted: Narrowing): boolean {
  return (
    groupOf(language) === wanted.group &&
    (!wanted.section || section === wanted.section || section.startsWith(`${wanted.section}/`)) &&
    (!wanted.author || authors.some(({ slug }) => slug === wanted.author)) &&
    (!wanted.source || source?.slug === wanted.source)
  );
}

/** For its place in the results only: what is shown of an article comes from its record, checked. */
function cardIn(text: string): Card | null {
  try {
    return JSON.parse(text) as Card;
  } catch {
    return null;
  }
}

const recordAt = (orm: Orm) =>
  orm
    .select(recordColumns)
    .from(articles)
    .innerJoin(articleRecords, eq(articleRecords.number, articles.number))
    .where(eq(articles.number, sql.placeholder('number')))
    .prepare();

async function showResult(database: Database, { number, match }: Ranked, query: Query): Promise<SearchResult | null> {
  const row = await prepared(database.orm, recordAt).get({ number });
  if (!row) return null;
  const record = await readRecord(database, row);
  if (record.status === 'withdrawn') return null;
  const text = readText(record);
  if (!bears(record, text, query, match)) return null;
  readsFrom(`card:${record.id}`);
  return {
    card: cardOf(record),
    headline: markedText(record.headline, query.wanted),
    snippet: snippet(text, query.wanted),
  };
}

/** What pairs of characters cannot tell: whether phrases stand in the article, and excluded ones do not. */
function bears(record: ArticleRecord, text: string, { phrases, excluded }: Query, match: Match): boolean {
  const doubtful = excluded.filter((words) => match === 'part' || !isOneTerm(words));
  if (phrases.length === 0 && doubtful.length === 0) return true;
  const folded = fold(`${record.headline}\n${text}`);
  return phrases.every((words) => standsIn(folded, words)) && !doubtful.some((words) => standsIn(folded, words));
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
  const page = await search(database, { query, language, sort: 'newest' });
  return page.results.slice(0, limit).map(({ card }) => card.id);
}
