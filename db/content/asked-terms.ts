import { Positions } from '../../article/positions.ts';
import { type Database, write } from '../client.ts';
import { newestSpan, postedTerms, postedUntil } from './keyword-postings.ts';
import { keywordRows } from './keyword-rows.ts';
import { countOfTerms, type StoredTerms, termAt } from './keyword-vector.ts';
import { type Block, blockOf, countOf, numberAt, numbersIn, placeOf } from './posting-block.ts';

/** Numbers looked at of each term: the newest, and those next to the article that asks. */
const newest = 160;
const around = 48;

/** What was read of the articles a term is said most of in: those looked at, and the blocks others of them stand in. */
type Posting = { numbers: number[]; blocks: readonly Block[] };

/** Terms a page looks others up by, at most 32, and what was found under each. Terms go by their place among those asked. */
export class AskedTerms {
  readonly #terms: readonly number[];
  readonly #places: Positions;
  /** Whether a term that ends in these twelve bits was asked for: of thousands that are looked for few were. */
  readonly #endings = new Uint8Array(4_096);
  readonly #postings: Posting[] = [];
  /** From which number on articles stand under no term yet. */
  readonly #until: number;

  private constructor(terms: readonly number[], until: number) {
    this.#terms = terms;
    this.#places = new Positions(2 * terms.length);
    this.#until = until;
    for (const term of terms) {
      this.#places.add(term);
      this.#endings[term & 0xfff] = 1;
    }
  }

  /** Looks distinct terms up: what stands of each in the newest of its last two blocks, around `number` and of the newest. */
  static async lookUp(database: Database, terms: readonly number[], number: number): Promise<AskedTerms> {
    const blocks = Map.groupBy(await blocksOf(database, terms, number), ({ term }) => term);
    const asked = new AskedTerms(terms, await postedUntil(database));
    for (const term of terms) {
      const read = (blocks.get(term) ?? []).sort((a, b) => a.block - b.block);
      asked.#postings.push({ numbers: lookedAt(read, number), blocks: read });
    }
    const newest = Array.from({ length: newestSpan }, (_, index) => asked.#until + index);
    for (const about of await keywordRows(database, newest))
      for (let left = asked.#among(about.terms.packed); left !== 0; left &= left - 1)
        asked.#postings[lowestOf(left)]?.numbers.push(about.number);
    return asked;
  }

  /** Numbers of articles the term at a place is said most of in; some come twice. */
  found(place: number): readonly number[] {
    return this.#postings[place]?.numbers ?? [];
  }

  /**
   * Whether postings say of an article what is signed of it: it stands under those of its terms that were asked for, as far
   * as its block was read, and under no other. Tells the first term and block that are not so, null when all are.
   * `foundUnder`: what the article was found under, a bit for each place.
   */
  falsePosting(
    { number, terms }: { number: number; terms: StoredTerms },
    foundUnder: number,
  ): { term: number; block: number } | null {
    const standsUnder = this.#among(terms.packed);
    const fault = foundUnder & ~standsUnder;
    if (fault !== 0) return this.#posting(fault, number);
    for (let left = standsUnder & ~foundUnder; left !== 0; left &= left - 1)
      if (this.#isLeftOut(lowestOf(left), number)) return this.#posting(left, number);
    return null;
  }

  #posting(bits: number, number: number): { term: number; block: number } {
    return { term: this.#terms[lowestOf(bits)] as number, block: blockOf(number) };
  }

  /** Whether an article that should stand under a term was not found where it would have been. */
  #isLeftOut(place: number, number: number): boolean {
    if (number >= this.#until) return true;
    const { blocks } = this.#postings[place] as Posting;
    const block = blocks.find((row) => row.block === blockOf(number));
    if (block) return numberAt(block, placeOf(block, number)) !== number;
    // The last two blocks of a term are always read: behind the first of them there is no other.
    const last = blocks.at(-2);
    return !last || blockOf(number) > last.block;
  }

  /** Which of the terms asked for an article stands under, a bit for each place. */
  #among(packed: Uint8Array): number {
    let bits = 0;
    const count = Math.min(postedTerms, countOfTerms(packed));
    for (let index = 0; index < count; index++) {
      const term = termAt(packed, index);
      const place = this.#endings[term & 0xfff] === 0 ? -1 : this.#places.of(term);
      if (place >= 0) bits |= 1 << place;
    }
    return bits;
  }
}

/** The place of the lowest bit. */
const lowestOf = (bits: number): number => 31 - Math.clz32(bits & -bits);

const blocksOf = (database: Database, terms: readonly number[], number: number): Promise<Block[]> =>
  database.rows<Block>(
    write`SELECT p.term, p.block, p.numbers FROM json_each(${JSON.stringify(terms)}) asked
          JOIN keyword_postings p ON p.term = asked.value AND p.block IN (
            SELECT max(block) FROM keyword_postings WHERE term = asked.value
            UNION ALL SELECT max(block) FROM keyword_postings WHERE term = asked.value
              AND block < (SELECT max(block) FROM keyword_postings WHERE term = asked.value)
            UNION ALL SELECT max(block) FROM keyword_postings WHERE term = asked.value AND block <= ${blockOf(number)})`,
  );

/** The newest numbers of a term's last two blocks, and those next to `number`. */
function lookedAt(blocks: readonly Block[], number: number): number[] {
  const [last, before] = [blocks.at(-1), blocks.at(-2)];
  if (!last) return [];
  const numbers = numbersIn(last, countOf(last) - newest, countOf(last));
  if (before) numbers.push(...numbersIn(before, countOf(before) - (newest - numbers.length), countOf(before)));
  const own = blocks.findLast(({ block }) => block <= blockOf(number)) ?? (blocks[0] as Block);
  const place = placeOf(own, number);
  return [...numbers, ...numbersIn(own, place - around / 2, place + around / 2)];
}
