import { type Database, write } from '../client.ts';
import { newestSpan, postedTermsOf, postedUntil, type Stored, storedBetween } from './keyword-postings.ts';
import { type Block, blockOf, countOf, numberAt, numbersIn, placeOf } from './posting-block.ts';

/** Numbers looked at of each term: the newest, and those next to the article that asks. */
const newest = 160;
const around = 48;

/** What was read of the articles a term is said most of in: those looked at, and the blocks that others of them stand in. */
export type Posting = { numbers: ReadonlySet<number>; blocks: readonly Block[]; until: number };

/**
 * Whether postings say of an article what is signed of it: it stands under those of its terms that were asked for, as far
 * as its block was read, and under no other. Tells the first term and block that are not so, null when all are.
 */
export function falsePosting(
  postings: ReadonlyMap<number, Posting>,
  asked: readonly number[],
  { number, terms }: { number: number; terms: Uint8Array },
): { term: number; block: number } | null {
  const own = new Set(postedTermsOf(terms));
  for (const term of asked) {
    const posting = postings.get(term);
    if (own.has(term) ? isLeftOut(posting, number) : posting?.numbers.has(number))
      return { term, block: blockOf(number) };
  }
  return null;
}

function isLeftOut(posting: Posting | undefined, number: number): boolean {
  if (posting && number >= posting.until) return !posting.numbers.has(number);
  const block = posting?.blocks.find((row) => row.block === blockOf(number));
  if (posting && block) return numberAt(block, placeOf(block, number)) !== number;
  // The last two blocks of a term are always read: behind the first of them there is no other.
  const last = posting?.blocks.at(-2);
  return !last || blockOf(number) > last.block;
}

/** What stands of each term in the newest of its last two blocks, and around `number`. */
export async function postingsOf(
  database: Database,
  terms: readonly number[],
  number: number,
): Promise<Map<number, Posting>> {
  const rows = await database.rows<Block>(
    write`SELECT p.term, p.block, p.numbers FROM json_each(${JSON.stringify(terms)}) asked
          JOIN keyword_postings p ON p.term = asked.value AND p.block IN (
            SELECT max(block) FROM keyword_postings WHERE term = asked.value
            UNION ALL SELECT max(block) FROM keyword_postings WHERE term = asked.value
              AND block < (SELECT max(block) FROM keyword_postings WHERE term = asked.value)
            UNION ALL SELECT max(block) FROM keyword_postings WHERE term = asked.value AND block <= ${blockOf(number)})`,
  );
  const until = await postedUntil(database);
  const blocksOf = Map.groupBy(rows, (row) => row.term);
  const unposted = newestUnder(new Set(terms), await storedBetween(database, until, until + newestSpan));
  const found = new Map<number, Posting>();
  for (const term of terms) {
    const blocks = (blocksOf.get(term) ?? []).sort((a, b) => a.block - b.block);
    const numbers = unposted.get(term) ?? [];
    if (blocks.length > 0) numbers.push(...numbersNear(blocks, number));
    if (numbers.length > 0) found.set(term, { numbers: new Set(numbers), blocks, until });
  }
  return found;
}

/** Under each of these terms, the articles among these that have it among those they would stand under. */
function newestUnder(terms: ReadonlySet<number>, articles: readonly Stored[]): Map<number, number[]> {
  const under = new Map<number, number[]>();
  for (const { number, terms: stored } of articles)
    for (const term of postedTermsOf(stored))
      if (terms.has(term)) under.set(term, [...(under.get(term) ?? []), number]);
  return under;
}

/** The newest numbers of the last two of a term's blocks, and those around a number. */
function numbersNear(blocks: readonly Block[], number: number): number[] {
  const [last, before] = [blocks.at(-1) as Block, blocks.at(-2)];
  const numbers = numbersIn(last, countOf(last) - newest, countOf(last));
  if (before) numbers.push(...numbersIn(before, countOf(before) - (newest - numbers.length), countOf(before)));
  const own = blocks.findLast(({ block }) => block <= blockOf(number)) ?? (blocks[0] as Block);
  const place = placeOf(own, number);
  return [...numbers, ...numbersIn(own, place - around / 2, place + around / 2)];
}
