import { type Counted, termCounts } from '../../article/keywords.ts';
import type { ArticleRecord } from '../../article/record.ts';
import { type Database, write } from '../client.ts';
import { packedTerms, unpackTerms } from './keyword-vector.ts';
import { unpack } from './packing.ts';
import { isSampled, putSample, readSample, type Spoken } from './term-sample.ts';

/**
 * Which articles a term is said most of in. Numbers grow with publication, so a term's last blocks hold its newest
 * articles, and the block an article's own number lies in what was written of it then; both are one look-up away,
 * however many there are. What is stored depends on which articles there are, not on the order they came or were edited.
 */

/** Terms an article stands under. */
const postedTerms = 32;
/** Numbers a block spans. It holds those that stand under the term, as offsets of two bytes in order. */
const blockSpan = 16_384;

export type Described = {
  number: number;
  id: string;
  /** Seconds. */
  at: number;
  section: string;
  /** Null takes the article out. */
  terms: Counted | null;
  /** What is kept of them (`packedTerms`), where that was made already. */
  kept?: Uint8Array | null;
};

/** What these articles spoke of until now, of those that were listed. Asked before their records are written over. */
export async function spokenBefore(database: Database, numbers: readonly number[]): Promise<Spoken[]> {
  const rows = await database.rows<{ number: number; record: Uint8Array }>(
    write`SELECT r.number, r.record FROM json_each(${JSON.stringify(numbers)}) asked
          JOIN article_keywords k ON k.number = asked.value JOIN article_records r ON r.number = asked.value`,
  );
  return rows.map(({ number, record }) => ({
    number,
    terms: termCounts(JSON.parse(unpack(record)) as ArticleRecord),
  }));
}

/** Keeps what articles are about, so that others lead to them. Runs inside of `exclusively`: it reads what it changes. */
export async function describeArticles(
  database: Database,
  articles: readonly Described[],
  before: readonly Spoken[],
): Promise<void> {
  if (articles.length === 0) return;
  await countInSample(
    database,
    before,
    articles.flatMap(({ number, terms }) => (terms ? [{ number, terms }] : [])),
  );
  const moves = new Map<number, Move>();
  const known = await database.rows<{ number: number; terms: Uint8Array }>(
    write`SELECT k.number, k.terms FROM json_each(${JSON.stringify(articles.map(({ number }) => number))}) asked
          JOIN article_keywords k ON k.number = asked.value`,
  );
  for (const { number, terms } of known)
    for (const term of unpackTerms(terms).slice(0, postedTerms)) moveOf(moves, term, number).out.push(number);
  for (const { number, id, at, section, terms, kept: made } of articles) {
    if (terms === null) {
      await database.atomic([write`DELETE FROM article_keywords WHERE number = ${number}`]);
      continue;
    }
    const kept = made ?? packedTerms(terms);
    await database.atomic([
      write`INSERT INTO article_keywords (number, id, at, section, terms)
            VALUES (${number}, ${id}, ${at}, ${section}, ${kept})
            ON CONFLICT (number) DO UPDATE SET at = excluded.at, section = excluded.section, terms = excluded.terms`,
    ]);
    for (const term of unpackTerms(kept).slice(0, postedTerms)) moveOf(moves, term, number).into.push(number);
  }
  await moveAll(database, moves);
}

/** Most articles of a large site are not part of the sample, and are not worth reading its 256 kB for. */
async function countInSample(database: Database, before: readonly Spoken[], after: readonly Spoken[]): Promise<void> {
  if (![...before, ...after].some(({ number }) => isSampled(number))) return;
  const sample = await readSample(database);
  if (sample.change(before, after)) await database.atomic([putSample(sample)]);
}

/** What leaves a block and what enters it. */
type Move = { term: number; block: number; out: number[]; into: number[] };

const blockOf = (number: number) => Math.floor(number / blockSpan);

function moveOf(moves: Map<number, Move>, term: number, number: number): Move {
  const block = blockOf(number);
  // Terms have 24 bits; what is left of 53 is more blocks than there will be.
  const key = block * 2 ** 24 + term;
  const known = moves.get(key);
  if (known) return known;
  const move: Move = { term, block, out: [], into: [] };
  moves.set(key, move);
  return move;
}

async function moveAll(database: Database, moves: ReadonlyMap<number, Move>): Promise<void> {
  const asked = JSON.stringify(Array.from(moves.values(), ({ term, block }) => [term, block]));
  const rows = await database.rows<Block>(
    write`SELECT p.term, p.block, p.numbers FROM json_each(${asked}) asked
          JOIN keyword_postings p ON p.term = asked.value->>0 AND p.block = asked.value->>1`,
  );
  const stored = new Map(rows.map((row) => [row.block * 2 ** 24 + row.term, row]));
  for (const [key, move] of moves) {
    const { term, block } = move;
    const numbers = moved(stored.get(key) ?? { term, block, numbers: new Uint8Array() }, move);
    if (numbers === null) continue;
    await database.atomic([
      numbers.length === 0
        ? write`DELETE FROM keyword_postings WHERE term = ${term} AND block = ${block}`
        : write`INSERT INTO keyword_postings (term, block, numbers) VALUES (${term}, ${block}, ${numbers})
                ON CONFLICT (term, block) DO UPDATE SET numbers = excluded.numbers`,
    ]);
  }
}

type Block = { term: number; block: number; numbers: Uint8Array };

/**
 * A block's numbers after a move, null when they are the same. Only the places that change are looked for, and what lies
 * between them is copied as it is: a common term's block holds thousands of numbers, and one publication changes dozens.
 */
function moved(row: Block, { block, out, into }: Move): Uint8Array | null {
  const isIn = new Map(out.map((number) => [number, false]));
  for (const number of into) isIn.set(number, true);
  const numbers = new Uint8Array(row.numbers.byteLength + into.length * 2);
  let copied = 0;
  let length = 0;
  const copyUntil = (place: number) => {
    numbers.set(row.numbers.subarray(copied * 2, place * 2), length);
    length += (place - copied) * 2;
    copied = place;
  };
  let same = true;
  for (const [number, stays] of [...isIn].sort(([a], [b]) => a - b)) {
    const place = placeOf(row, number);
    const stood = place < countOf(row) && numberAt(row, place) === number;
    if (stood === stays) continue;
    same = false;
    copyUntil(place);
    if (stays) {
      const offset = number - block * blockSpan;
      numbers[length++] = offset & 0xff;
      numbers[length++] = offset >> 8;
    } else copied++;
  }
  copyUntil(countOf(row));
  return same ? null : numbers.subarray(0, length);
}

/** Numbers looked at of each term: the newest, and those next to the article that asks. */
const newest = 160;
const around = 48;

/** What was read of the articles a term is said most of in: those looked at, and the blocks they stand in. */
export type Posting = { numbers: ReadonlySet<number>; blocks: readonly Block[] };

/**
 * Whether postings say of an article what is signed of it: it stands under those of its terms that were asked for, as far
 * as its block was read, and under no other. Tells the first term and block that are not so, null when all are.
 */
export function falsePosting(
  postings: ReadonlyMap<number, Posting>,
  asked: readonly number[],
  { number, terms }: { number: number; terms: Uint8Array },
): { term: number; block: number } | null {
  const own = new Set(unpackTerms(terms).slice(0, postedTerms));
  for (const term of asked) {
    const posting = postings.get(term);
    if (own.has(term) ? isLeftOut(posting, number) : posting?.numbers.has(number))
      return { term, block: blockOf(number) };
  }
  return null;
}

function isLeftOut(posting: Posting | undefined, number: number): boolean {
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
  const found = new Map<number, Posting>();
  for (const [term, blocks] of Map.groupBy(rows, (row) => row.term)) {
    blocks.sort((a, b) => a.block - b.block);
    const [last, before] = [blocks.at(-1) as Block, blocks.at(-2)];
    const numbers = numbersIn(last, countOf(last) - newest, countOf(last));
    if (before) numbers.push(...numbersIn(before, countOf(before) - (newest - numbers.length), countOf(before)));
    const own = blocks.findLast(({ block }) => block <= blockOf(number)) ?? (blocks[0] as Block);
    const place = placeOf(own, number);
    numbers.push(...numbersIn(own, place - around / 2, place + around / 2));
    found.set(term, { numbers: new Set(numbers), blocks });
  }
  return found;
}

const countOf = ({ numbers }: Block) => numbers.byteLength >> 1;
const numberAt = ({ block, numbers }: Block, place: number): number =>
  block * blockSpan + ((numbers[place * 2] as number) | ((numbers[place * 2 + 1] as number) << 8));

/** Numbers of a block from one place to another, as far as it has them: a common term's block holds thousands. */
function numbersIn(block: Block, from: number, until: number): number[] {
  const numbers: number[] = [];
  for (let place = Math.max(0, from); place < Math.min(until, countOf(block)); place++)
    numbers.push(numberAt(block, place));
  return numbers;
}

/** The place of the first number of a block that is not below `number`. */
function placeOf(block: Block, number: number): number {
  let low = 0;
  let high = countOf(block);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberAt(block, middle) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
