import type { LanguageGroup } from '../../../article/lists.ts';
import {
  authorTerm,
  groupTerm,
  monthTerm,
  sectionTerm,
  sourceTerm,
  wordTerms,
  yearTerm,
} from '../../../article/search-terms.ts';
import { pairsOf, type Query, type Word } from './query.ts';

/** What a search is narrowed to. */
export type Narrowing = {
  /** Null leaves the language to whoever reads what was found. */
  group: LanguageGroup | null;
  /** A section with everything below it. */
  section?: string | null;
  source?: string | null;
  author?: string | null;
  /** Seconds since the epoch: published at `from` or later, and before `until`. */
  from?: number | null;
  until?: number | null;
};

/** A match expression of the index (FTS5). Terms are quoted, so nothing typed is an operator. */
export type Expression = string;

const quoted = (term: string) => `"${term.replaceAll('"', '')}"`;
export const allOf = (parts: readonly Expression[]): Expression => parts.map((part) => `(${part})`).join(' AND ');
export const anyOf = (parts: readonly Expression[]): Expression => parts.map((part) => `(${part})`).join(' OR ');
export const term = quoted;

/** How rare a term is: in how many documents it stands, as far as that is known. */
export type Frequency = (term: string) => number | undefined;

/**
 * A word with what has to stand in an article for it to hold the word. Of a long run only its rarest pairs are asked
 * for, `mostPairs` of them: they leave the others little to decide, and every list that is joined costs its own time.
 */
export function holding({ text, isHan }: Word, frequency: Frequency = () => undefined, mostPairs = 3): Expression {
  if (!isHan) {
    // `trams` is met by `tram`, as their stems are one; h7n9 by nothing but itself.
    const [whole = text, stem, ...parts] = wordTerms(text);
    return stem !== undefined && parts.length === 0 ? anyOf([quoted(whole), quoted(stem)]) : quoted(whole);
  }
  const pairs = pairsOf(text);
  return pairs.length === 0 ? quoted(text) : rarest(pairs, frequency, mostPairs).map(quoted).join(' AND ');
}

function rarest(pairs: readonly string[], frequency: Frequency, most: number): string[] {
  const known = pairs.map((pair) => ({ pair, often: frequency(pair) ?? Number.MAX_SAFE_INTEGER }));
  return known
    .sort((a, b) => a.often - b.often)
    .slice(0, most)
    .map(({ pair }) => pair);
}

/** Words that are excluded by the index; what they leave is looked through. */
const mostWithout = 4;

/** The expression narrowed, and without what is excluded as far as single terms can tell. */
export function narrowed(expression: Expression | null, narrowing: Narrowing, excluded: Query['excluded']): Expression {
  const filters = filtersOf(narrowing);
  const wanted = allOf([...(expression === null ? [] : [expression]), ...filters]);
  const terms = excluded.flatMap((words) => (isOneTerm(words) ? [holding(words[0] as Word)] : []));
  const without = terms.slice(0, mostWithout);
  return without.length === 0 ? wanted : `(${wanted}) NOT (${anyOf(without)})`;
}

/** Whether the index alone tells exactly if an article holds it. */
export const isOneTerm = ([first, ...more]: readonly Word[]): boolean =>
  first !== undefined && more.length === 0 && (!first.isHan || first.text.length <= 2);

function filtersOf({ group, section, source, author, from, until }: Narrowing): Expression[] {
  const terms = group === null ? [] : [groupTerm(group)];
  if (section) terms.push(sectionTerm(section));
  if (author) terms.push(authorTerm(author));
  if (source) terms.push(sourceTerm(source));
  const dated = datesOf(from ?? null, until ?? null);
  return [...terms.map(quoted), ...(dated === null ? [] : [anyOf(dated.map(quoted))])];
}

const oldestYear = 1_900;
const newestYear = 2_100;

/** Terms of the months and whole years a range touches. */
function datesOf(from: number | null, until: number | null): string[] | null {
  if (from === null && until === null) return null;
  const start = from === null ? Date.UTC(oldestYear) : Math.max(from * 1000, Date.UTC(oldestYear));
  const end = until === null ? Date.UTC(newestYear) : Math.min(until * 1000, Date.UTC(newestYear));
  const terms: string[] = [];
  const moment = new Date(start);
  for (let year = moment.getUTCFullYear(), month = moment.getUTCMonth(); Date.UTC(year, month) < end; ) {
    if (month === 0 && Date.UTC(year + 1) <= end) {
      terms.push(yearTerm(String(year)));
      year++;
    } else {
      terms.push(monthTerm(`${year}-${String(month + 1).padStart(2, '0')}`));
      if (++month === 12) [year, month] = [year + 1, 0];
    }
  }
  return terms.length > 0 ? terms : [yearTerm('0')];
}
