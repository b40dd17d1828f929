import { eq, sql } from 'drizzle-orm';
import { fold, wordRuns } from '../../../article/fold.ts';
import { groupOf } from '../../../article/lists.ts';
import { type Card, cardOf, type Language } from '../../../article/record.ts';
import { plainText } from '../../../article/text.ts';
import type { Database } from '../../client.ts';
import { currentFill, readsFrom, trueUntil } from '../fill-context.ts';
import { articleRecords, articles } from '../schema.ts';
import { readRecord, recordColumns } from '../verify.ts';

/** Longest query that is looked at, in characters, and most terms of it. */
export const maxQueryLength = 64;
const maxTerms = 8;
const pageSize = 20;
const candidates = 200;

export type SearchResult = {
  card: Card;
  /** A piece of the text around the first match, in runs; matches are marked. */
  snippet: { text: string; mark: boolean }[];
};
export type SearchPage = { results: SearchResult[]; older: number | null };

/**
 * Newest matches of all terms. Candidates come from the index newest first, are checked against the folded text,
 * and ranked by headline matches, frequency and age. `page` counts from 1.
 */
export async function search(database: Database, query: string, language: Language, page: number): Promise<SearchPage> {
  readsFrom('search');
  const terms = searchTerms(query);
  if (terms.length === 0) return { results: [], older: null };
  const numbers = await matchingNumbers(database, terms);
  const found = await rank(database, numbers, terms, groupOf(language));
  const start = (page - 1) * pageSize;
  const results = found
    .slice(start, start + pageSize)
    .map(({ card, text, headline }) => ({ card, snippet: snippet(text, headline, terms) }));
  return { results, older: found.length > start + pageSize ? page + 1 : null };
}

/** The folded words of a query; what is not a word (operators, quotes, punctuation) separates them. */
export function searchTerms(query: string): string[] {
  const cutQuery = [...query].slice(0, maxQueryLength).join('');
  return [...new Set(wordRuns(fold(cutQuery)).map((run) => run.text))].slice(0, maxTerms);
}

async function matchingNumbers({ orm }: Database, terms: readonly string[]): Promise<number[]> {
  const head = await orm.all<{ number: number }>(
    sql`SELECT rowid AS number FROM search_head WHERE search_head MATCH ${terms.map(headMatch).join(' AND ')} ORDER BY rowid DESC LIMIT ${candidates}`,
  );
  const long = terms.filter((term) => term.length > 1);
  const body =
    long.length === 0
      ? []
      : await orm.all<{ number: number }>(
          sql`SELECT rowid AS number FROM search_body WHERE search_body MATCH ${long.map(bodyMatch).join(' AND ')} ORDER BY rowid DESC LIMIT ${candidates}`,
        );
  return [...new Set([...head, ...body].map((row) => row.number))];
}

const isHan = (term: string) => /^[\u3400-\u9fff\uf900-\ufaff]/.test(term);
const pairsOf = (term: string) => Array.from({ length: term.length - 1 }, (_, i) => `"${term.slice(i, i + 2)}"`);

function headMatch(term: string): string {
  if (!isHan(term)) return `"${term}"`;
  return term.length === 1 ? `"${term}" *` : `(${pairsOf(term).join(' + ')})`;
}

// Without positions in the body index a phrase is all its pairs, and the folded text decides.
const bodyMatch = (term: string) => (isHan(term) ? `(${pairsOf(term).join(' AND ')})` : `"${term}"`);

type Found = { card: Card; text: string; headline: string; score: number };

async function rank(
  database: Database,
  numbers: readonly number[],
  terms: readonly string[],
  group: string,
): Promise<Found[]> {
  if (numbers.length === 0) return [];
  const { now } = currentFill();
  const rows = await database.orm
    .select(recordColumns)
    .from(articles)
    .innerJoin(articleRecords, eq(articleRecords.number, articles.number))
    .where(sql`${articles.number} IN (SELECT value FROM json_each(${JSON.stringify(numbers)}))`);
  const found: Found[] = [];
  for (const row of rows) {
    const record = await readRecord(database, row);
    if (record.status === 'withdrawn') continue;
    if (row.publishedAt * 1000 > now.getTime()) {
      trueUntil(row.publishedAt * 1000);
      continue;
    }
    if (groupOf(record.language) !== group) continue;
    const headline = fold([record.headline, record.standfirst ?? ''].join('\n'));
    const text = [record.standfirst ?? '', plainText(record.body)].filter(Boolean).join('\n');
    const folded = fold(text);
    if (!terms.every((term) => headline.includes(term) || folded.includes(term))) continue;
    const card = cardOf(record);
    const age = (now.getTime() / 1000 - row.publishedAt) / 86_400;
    const inHeadline = terms.filter((term) => fold(record.headline).includes(term)).length / terms.length;
    const frequency = terms.reduce((sum, term) => sum + Math.log1p(occurrences(folded, term)), 0) / terms.length;
    found.push({ card, text, headline: record.headline, score: 3 * inHeadline + frequency + Math.exp(-age / 365) });
  }
  return found.sort((a, b) => b.score - a.score || (a.card.publishedAt < b.card.publishedAt ? 1 : -1));
}

function occurrences(text: string, term: string): number {
  let count = 0;
  for (let at = text.indexOf(term); at >= 0 && count < 20; at = text.indexOf(term, at + term.length)) count++;
  return count;
}

const snippetLength = 90;

/** Folding keeps offsets, so what is cut and marked is the original text. */
function snippet(text: string, headline: string, terms: readonly string[]): SearchResult['snippet'] {
  const folded = fold(text);
  const first = Math.min(...terms.map((term) => folded.indexOf(term)).filter((at) => at >= 0));
  const source = Number.isFinite(first) ? text : text || headline;
  const start = Number.isFinite(first) ? Math.max(0, first - 24) : 0;
  const piece = source.slice(start, start + snippetLength).replace(/\n/g, ' ');
  const foldedPiece = fold(piece);
  const runs: SearchResult['snippet'] = [];
  if (start > 0) runs.push({ text: '…', mark: false });
  for (let at = 0; at < piece.length; ) {
    const hit = terms.find((term) => foldedPiece.startsWith(term, at));
    if (hit) {
      runs.push({ text: piece.slice(at, at + hit.length), mark: true });
      at += hit.length;
    } else {
      const last = runs.at(-1);
      if (last && !last.mark) last.text += piece[at];
      else runs.push({ text: piece[at] as string, mark: false });
      at++;
    }
  }
  if (start + snippetLength < source.length) runs.push({ text: '…', mark: false });
  return runs;
}

/** Ids of the newest articles that match all terms, newest first: what a saved search is subscribed to for. */
export async function newestMatches(
  database: Database,
  query: string,
  language: Language,
  limit: number,
): Promise<string[]> {
  readsFrom('search');
  const terms = searchTerms(query);
  if (terms.length === 0) return [];
  const found = await rank(database, await matchingNumbers(database, terms), terms, groupOf(language));
  const newestFirst = found.map(({ card }) => card).sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1));
  return newestFirst.slice(0, limit).map(({ id }) => id);
}
