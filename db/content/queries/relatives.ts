import { type Counted, termCounts } from '../../../article/keywords.ts';
import { groupOf, seconds, sectionList, topicList } from '../../../article/lists.ts';
import type { ArticleRecord, Topic } from '../../../article/record.ts';
import type { Database } from '../../client.ts';
import { AskedTerms } from '../asked-terms.ts';
import { trueUntil } from '../fill-context.ts';
import { type About, keywordRows } from '../keyword-rows.ts';
import { likenesses, mostTellingTerms, packedTerms, type SalientTerm, StoredTerms } from '../keyword-vector.ts';
import type { ListRow } from '../list-tree.ts';
import { currentRegister } from '../register.ts';
import { Tally } from '../tally.ts';
import { refuseRow } from '../tampered.ts';
import { currentSample, type TermSample } from '../term-sample.ts';
import { numbersAround, sizesOf } from './list-numbers.ts';

/**
 * Articles that are about what a given one is about, however many there are: candidates come from bounded look-ups
 * (what is said of the same terms and tags, newest and of the same time), and are then compared term by term.
 */

export type Subject = { record: ArticleRecord; number: number };
/** What of it candidates are looked up by. */
export type Sought = { record: Pick<ArticleRecord, 'language' | 'section' | 'tags' | 'publishedAt'>; number: number };

export type Relative = {
  number: number;
  id: string;
  /** Seconds. */
  at: number;
  section: string;
  /** From 0 to 1, what both say weighed by how rarely it is said. */
  likeness: number;
  /** Tags both have, the rarest first. */
  tags: Topic[];
  terms: StoredTerms;
  score: number;
};

const perTag = { newer: 8, older: 8, newest: 24 };
const askedTags = 6;
const perSection = { newer: 4, older: 4, newest: 24 };

/** What ranking adds to likeness (which is 0.1 to 0.4 of a good relative). */
const weights = { tagRarity: 0.01, sameSection: 0.02, sameTopSection: 0.01 };

export type Family = {
  /** The closest first; the subject itself is not among them. */
  relatives: Relative[];
  /** What the subject speaks of as it is stored, to tell the same story in other words. */
  own: StoredTerms;
  /** What tells how rare terms are. */
  sample: TermSample;
  /** What the subject speaks of, the most telling first. */
  salient: SalientTerm[];
};

/** Candidates compared, the most promising by the terms and tags they were found by. */
const compared = 100;

/** What is out at `now` (seconds) and about the same as the subject. @throws TamperedRow */
export async function familyOf(database: Database, subject: Subject, now: number): Promise<Family> {
  const terms = termCounts(subject.record);
  const sample = await currentSample(database);
  const salient = mostTellingTerms(terms, sample);
  const { rows, own, tags } = await candidatesOf(database, subject, salient, now);
  const alike = likenesses(
    terms,
    rows.map((row) => row.terms),
    sample,
  );
  const scoreOf = scoring(subject.record.section, now);
  const relatives: Relative[] = [];
  for (const [index, { number, id, at, section, terms: said }] of rows.entries()) {
    if (at > now) {
      trueUntil(at * 1000);
      continue;
    }
    const likeness = alike[index] as number;
    const shared = tags.get(number) ?? [];
    const score = scoreOf(likeness, shared, { at, section });
    relatives.push({ number, id, at, section, likeness, tags: shared.map(({ tag }) => tag), terms: said, score });
  }
  relatives.sort((a, b) => b.score - a.score || b.number - a.number);
  // Withdrawn articles are not stored as others are.
  return { relatives, own: own?.terms ?? new StoredTerms(packedTerms(terms)), sample, salient };
}

/** Numbers of the articles that promise most to be relatives of one, by what it speaks of; not compared with it. */
export async function promisingFor(
  database: Database,
  sought: Sought,
  { terms, wanted, now }: { terms: Counted; wanted: number; now: number },
): Promise<number[]> {
  const salient = mostTellingTerms(terms, await currentSample(database));
  return (await findCandidates(database, sought, salient, now)).promise.most(wanted, sought.number);
}

/**
 * The candidates worth comparing. Which articles stand under a term is not signed: it has to agree with what is signed of
 * the articles that were found, and of the subject itself.
 */
async function candidatesOf(
  database: Database,
  subject: Subject,
  salient: readonly SalientTerm[],
  now: number,
): Promise<{ rows: About[]; own: About | undefined; tags: Candidates['tags'] }> {
  for (let attempt = 1; ; attempt++) {
    const { promise, tags, asked } = await findCandidates(database, subject, salient, now);
    const rows = await keywordRows(database, [...promise.most(compared, subject.number), subject.number]);
    const fault = database.isWriting()
      ? null
      : firstOf(rows, (row) => asked.falsePosting(row, promise.marksOf(row.number)));
    if (!fault) {
      const own = rows.find(({ number }) => number === subject.number);
      return { rows: rows.filter((row) => row !== own), own, tags };
    }
    // A publication may have come between the two looks.
    if (attempt === 3) refuseRow('keyword_postings', `${fault.term} ${fault.block}`, 'term, block or numbers');
    await currentRegister(database);
  }
}

function firstOf<Item, Result>(items: readonly Item[], look: (item: Item) => Result | null): Result | null {
  for (const item of items) {
    const result = look(item);
    if (result) return result;
  }
  return null;
}

type SharedTag = { tag: Topic; rarity: number };
/** What candidates promise, by number, and the subject's tags they share. */
type Candidates = {
  promise: Tally;
  tags: Map<number, SharedTag[]>;
  asked: AskedTerms;
};

async function findCandidates(
  database: Database,
  { record, number }: Sought,
  salient: readonly SalientTerm[],
  now: number,
): Promise<Candidates> {
  const promise = new Tally();
  const tags = new Map<number, SharedTag[]>();
  const terms = salient.map(({ term }) => term);
  const asked = await AskedTerms.lookUp(database, terms, number);
  for (const [place, { salience }] of salient.entries()) promise.addAll(asked.found(place), salience, 1 << place);
  const group = groupOf(record.language);
  const place = { at: seconds(record.publishedAt), number };
  for (const { tag, list, rarity } of await tagsOf(database, record)) {
    const near = await numbersAround(database, list, place, perTag, now);
    const numbers = [...new Set(near.map((other) => other.number))];
    promise.addAll(numbers, rarity * tagPromise);
    for (const sharing of numbers) {
      const shared = tags.get(sharing);
      if (shared) shared.push({ tag, rarity });
      else tags.set(sharing, [{ tag, rarity }]);
    }
  }
  const section = sectionList(group, record.section);
  const [list] = await sizesOf(database, [section]);
  const around = list ? await numbersAround(database, list, place, perSection, now) : [];
  promise.addAll(
    around.map((other) => other.number),
    0,
  );
  return { promise, tags, asked };
}

/** A shared tag promises as much as a term said this often. */
const tagPromise = 4;

async function tagsOf(
  database: Database,
  { language, tags }: Pick<ArticleRecord, 'language' | 'tags'>,
): Promise<(SharedTag & { list: ListRow })[]> {
  const group = groupOf(language);
  const [all, ...sizes] = await sizesOf(database, [
    `${group}:all`,
    ...tags.map((tag) => topicList(group, 'tag', tag.slug)),
  ]);
  const articles = all?.count ?? 0;
  return tags
    .flatMap((tag, index) => {
      const list = sizes[index];
      return list ? [{ tag, list, rarity: Math.max(0, Math.log((articles + 1) / list.count)) }] : [];
    })
    .sort((a, b) => b.rarity - a.rarity)
    .slice(0, askedTags);
}

/** What articles beside one in `section` score at `now` (seconds). */
function scoring(section: string, now: number) {
  const top = section.split('/', 1)[0] as string;
  const nearness = (other: string) => {
    if (other === section) return weights.sameSection;
    return other === top || other.startsWith(`${top}/`) ? weights.sameTopSection : 0;
  };
  return (likeness: number, tags: readonly SharedTag[], other: { at: number; section: string }): number => {
    const shared = tags.reduce((sum, { rarity }) => sum + rarity * weights.tagRarity, 0);
    return (likeness + shared + nearness(other.section)) * recency(other.at, now);
  };
}

/** What is new counts in full, what is a month old four fifths, what is years old three fifths. */
const recency = (at: number, now: number) => 0.6 + 0.4 * 2 ** (-Math.max(0, now - at) / 2_592_000);
