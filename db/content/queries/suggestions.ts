import { fold, wordRuns } from '../../../article/fold.ts';
import { allList, groupOf, type LanguageGroup } from '../../../article/lists.ts';
import { readAloud, soundingLike } from '../../../article/readings.ts';
import type { Card, Language } from '../../../article/record.ts';
import { piecesOf } from '../../../article/search-terms.ts';
import { askedKey } from '../../../article/suggestion-keys.ts';
import type { Database } from '../../client.ts';
import { currentFill } from '../fill-context.ts';
import { allOf, term } from '../search/match.ts';
import { type Candidate, candidatesAt, holdersOf, newestPlaces, readingsAt } from '../search/places.ts';
import { readQuery } from '../search/query.ts';
import { changesBetween } from '../search/spelling.ts';
import { readShelf, suggestionShelf } from '../shelves.ts';
import { cardsOf } from '../verify.ts';
import { newestCards } from './lists.ts';
import { findTopic } from './topics.ts';

const mostSuggested = 8;

/**
 * Words somebody may look for: what is in the news when nothing was typed; what was typed as it is read, by its initials
 * or with a wrong letter. Every one of them stands in an article or is a name of the newsroom's.
 */
export async function suggestionsFor(database: Database, query: string, language: Language): Promise<string[]> {
  if (query.trim() === '') return currentTopics(database, language);
  const words = [
    ...(await suggestedTopics(database, query)),
    ...(await wordsReadLike(database, query, language)),
    ...(await wordsSpeltLike(database, query, language)),
  ];
  return distinct(words);
}

/** Names of tags that the newest articles have, the most frequent first. */
async function currentTopics(database: Database, language: Language): Promise<string[]> {
  const counts = new Map<string, number>();
  for (const { tags } of await newestCards(database, allList(groupOf(language)), newsCards))
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const slugs = [...counts].sort(([, a], [, b]) => b - a).slice(0, mostSuggested);
  const names: string[] = [];
  for (const [slug] of slugs) {
    const topic = await findTopic(database, 'tag', slug);
    if (topic) names.push(topic.name);
  }
  return distinct(names);
}

const newsCards = 30;

/**
 * Names of tags, authors and sources whose reading begins like a query typed in Latin letters: `hunan gonghui`, or the
 * initials `hngh`. Empty for any other query.
 */
export async function suggestedTopics(database: Database, query: string): Promise<string[]> {
  const key = askedKey(query);
  if (key === null) return [];
  const shelf = suggestionShelf(key);
  const rows = shelf ? (await readShelf(database, shelf)).filter((row) => row.key.startsWith(key)) : [];
  const names = new Set<string>();
  for (const { kind, slug } of rows.slice(0, mostSuggested * 2)) {
    const topic = names.size < mostSuggested ? await findTopic(database, kind, slug) : null;
    if (topic) names.add(topic.name);
  }
  return [...names];
}

/** Headlines looked at for each way to read or spell what was typed. */
const looked = 12;

/** Words of headlines that are read like what was typed. */
async function wordsReadLike(database: Database, query: string, language: Language): Promise<string[]> {
  if (groupOf(language) !== 'zh') return [];
  const words: string[] = [];
  for (const way of readAloud(query)) {
    const places = await newestPlaces(database, 'search_head', allOf(way.terms.map(term)), looked);
    const found = await readingsAt(database, places);
    const cards = await cardsAt(database, found, 'zh');
    for (const { number, reading } of found) {
      const headline = cards.get(number)?.headline ?? '';
      const runs = wordRuns(fold(headline)).filter(({ isHan }) => isHan);
      const written = runs.map(({ text, at }) => headline.slice(at, at + text.length));
      words.push(...soundingLike(written, reading, way));
    }
    if (words.length > 0) break;
  }
  return words;
}

const shortest = 4;

/** Latin words of headlines that differ from one that was typed, and that no headline holds, by a letter or two. */
async function wordsSpeltLike(database: Database, query: string, language: Language): Promise<string[]> {
  const words: string[] = [];
  for (const { text, isHan } of readQuery(query).wanted.slice(0, mostSuggested)) {
    if (isHan || text.length < shortest || !/^[a-z]+$/.test(text)) continue;
    const holders = await holdersOf(database, [text, ...piecesOf(text)], piecesLooked);
    if ((holders.get(text)?.length ?? 0) > 0) continue;
    const shared = new Map<number, number>();
    for (const place of [...holders.values()].flat()) shared.set(place, (shared.get(place) ?? 0) + 1);
    const likeliest = [...shared].sort(([a, many], [b, more]) => more - many || b - a).slice(0, looked);
    const found = await candidatesAt(
      database,
      likeliest.map(([place]) => place),
    );
    for (const { headline } of (await cardsAt(database, found, groupOf(language))).values())
      for (const run of wordRuns(fold(headline)))
        if (!run.isHan && changesBetween(run.text, text) <= (text.length > 5 ? 2 : 1))
          words.push(headline.slice(run.at, run.at + run.text.length));
  }
  return words;
}

const piecesLooked = 100;

/** The cards of those that are out, by number: words come from there, as the index is not signed. */
async function cardsAt(
  database: Database,
  candidates: readonly Candidate[],
  group: LanguageGroup,
): Promise<Map<number, Card>> {
  const now = currentFill().now.getTime();
  const due = candidates.filter(({ at, language }) => language === group && at * 1000 <= now);
  const cards = await cardsOf(
    database,
    due.map(({ number }) => number),
  );
  const out = cards.flatMap((card, index) => {
    const isOut = card.status === 'published' && Date.parse(card.publishedAt) <= now;
    return isOut ? [[due[index]?.number ?? 0, card] as const] : [];
  });
  return new Map(out);
}

/** Each word once, whatever its script and case. */
const distinct = (words: readonly string[]): string[] =>
  [...new Map(words.toReversed().map((word) => [fold(word), word])).values()].reverse().slice(0, mostSuggested);
