import { allList, groupOf, rankedLists, seconds, sectionList } from '../../../article/lists.ts';
import type { Reason, Recommendation } from '../../../article/recommendation.ts';
import type { Card } from '../../../article/record.ts';
import type { Database } from '../../client.ts';
import { currentFill, readsFrom } from '../fill-context.ts';
import type { SalientTerm } from '../keyword-vector.ts';
import { sharedWord } from '../shared-word.ts';
import { chooseVaried } from '../varied-choice.ts';
import { cardsByIds } from './articles.ts';
import { numbersAround, sizesOf } from './list-numbers.ts';
import { newestCards } from './lists.ts';
import { familyOf, type Relative, type Subject } from './relatives.ts';
import { idsOf } from './surroundings.ts';

/** What readers read, where it is known; a page is complete without. */
export type Readership = {
  /** Reads of the last day by id. */
  readsOfDay(list: string, ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Ids of a list's most-read articles of the day, the most read first. */
  mostRead(list: string): Promise<readonly string[]>;
};

const nobody: Readership = { readsOfDay: async () => new Map(), mostRead: async () => [] };

/** Items of the block, unless there are more pins. Two of them lead to the time around, one to what is read most. */
const wanted = 9;
const ofPeriod = 2;
/** What a well-read article gains on its likeness. */
const readGain = 0.04;
/** Less in common than this is nothing. */
const leastLikeness = 0.03;

/**
 * What to read after an article: editors' pins in their order, then what is about the same, one that is read most in its
 * section today, and two from before and after it. The last two are why no article is without others that lead to it.
 */
export async function recommendedFor(
  database: Database,
  subject: Subject,
  readership: Readership = nobody,
): Promise<Recommendation[]> {
  const { record } = subject;
  readsFrom(`around:${record.id}`);
  const now = Math.floor(currentFill().now.getTime() / 1000);
  const block = new Block(record.id);
  // An article in another language has its page in another edition: a link to it would lead the reader out of theirs.
  for (const { id, language } of await cardsByIds(database, record.related))
    if (groupOf(language) === groupOf(record.language)) block.add(id, { kind: 'pinned' });
  const family = await familyOf(database, subject, now);
  const { relatives, salient } = family;
  const close = await byReaders(relatives.filter(isClose), readership, record);
  // Whoever has too few relatives has candidates all the same: what is newest in its section.
  const distant = relatives.filter((relative) => !isClose(relative)).sort((a, b) => b.at - a.at);
  const ranked = [...close, ...distant].filter(({ id }) => !block.has(id));
  const varied = chooseVaried(ranked, family, Math.max(0, wanted - ofPeriod - block.size));
  const isShown = new Set([record.id, ...block.ids, ...varied.map(({ id }) => id)]);
  const read = (await readership.mostRead(topList(record))).find((id) => !isShown.has(id));
  for (const relative of read ? varied.slice(0, -1) : varied)
    block.add(relative.id, (card) => reasonOf(relative, card, salient));
  if (read) block.add(read, { kind: 'read' });
  await addPeriod(database, block, subject, now);
  return fillUp(database, block, record);
}

/** What is to be shown, each article once and never the one whose page it is. */
class Block {
  readonly #reasons = new Map<string, Reason | ((card: Card) => Reason)>();
  readonly #own: string;

  constructor(own: string) {
    this.#own = own;
  }

  get size(): number {
    return this.#reasons.size;
  }

  get ids(): string[] {
    return [...this.#reasons.keys()];
  }

  has(id: string): boolean {
    return id === this.#own || this.#reasons.has(id);
  }

  add(id: string, reason: Reason | ((card: Card) => Reason)): void {
    if (!this.has(id)) this.#reasons.set(id, reason);
  }

  reasonFor(card: Card): Reason {
    const reason = this.#reasons.get(card.id);
    return typeof reason === 'function' ? reason(card) : (reason ?? { kind: 'latest' });
  }
}

async function byReaders(
  relatives: readonly Relative[],
  readership: Readership,
  record: Subject['record'],
): Promise<Relative[]> {
  const first = relatives.slice(0, 4 * wanted);
  const reads = await readership.readsOfDay(
    allList(groupOf(record.language)),
    first.map(({ id }) => id),
  );
  const gain = (id: string) => readGain * Math.min(1, Math.log2(1 + (reads.get(id) ?? 0)) / 10);
  return first
    .map((relative) => ({ ...relative, score: relative.score + gain(relative.id) }))
    .sort((a, b) => b.score - a.score || b.number - a.number);
}

const isClose = ({ likeness, tags }: Relative): boolean => likeness >= leastLikeness || tags.length > 0;

function reasonOf(relative: Relative, card: Card, salient: readonly SalientTerm[]): Reason {
  const [tag] = relative.tags;
  if (!isClose(relative)) return { kind: 'latest' };
  if (tag) return { kind: 'topic', name: tag.name };
  const name = sharedWord(card, salient);
  return name === null ? { kind: 'similar' } : { kind: 'words', name };
}

const topList = (record: Subject['record']): string => rankedLists(record)[1] ?? allList(groupOf(record.language));

/**
 * Two of those before and after in the top section, not the very next, which the page leads to anyway: whatever else
 * nobody recommends is led to by the pages two places from it.
 */
async function addPeriod(database: Database, block: Block, { record, number }: Subject, now: number): Promise<void> {
  const [list] = await sizesOf(database, [topList(record)]);
  if (!list) return;
  const place = { at: seconds(record.publishedAt), number };
  const around = await numbersAround(database, list, place, { newer: 3, older: 3, newest: 0 }, now);
  const isNewer = (other: typeof place) => other.at > place.at || (other.at === place.at && other.number > number);
  const newer = around.filter(isNewer);
  const older = around.filter((other) => !isNewer(other));
  const preferred = [older[1], newer[1], older[2], newer[2], older[0], newer[0]].flatMap(
    (other) => other?.number ?? [],
  );
  const ids = (await idsOf(database, preferred)).filter((id) => !block.has(id));
  for (const id of ids.slice(0, ofPeriod)) block.add(id, { kind: 'period' });
}

/** The cards of a block; one that a small paper cannot fill is filled with what is newest. */
async function fillUp(database: Database, block: Block, record: Subject['record']): Promise<Recommendation[]> {
  const cards = await cardsByIds(database, block.ids);
  const group = groupOf(record.language);
  for (const list of [sectionList(group, record.section), allList(group)]) {
    if (cards.length >= wanted) break;
    const newest = await newestCards(database, list, wanted + block.size + 1);
    for (const card of newest.filter(({ id }) => !block.has(id)).slice(0, wanted - cards.length)) {
      block.add(card.id, { kind: 'latest' });
      cards.push(card);
    }
  }
  return cards.map((card) => ({ card, reason: block.reasonFor(card) }));
}
