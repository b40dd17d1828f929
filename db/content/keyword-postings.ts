import { type Counted, termCounts } from '../../article/keywords.ts';
import type { ArticleRecord } from '../../article/record.ts';
import { type Database, write } from '../client.ts';
import { packedTerms, unpackTerms } from './keyword-vector.ts';
import { unpack } from './packing.ts';
import { type Block, blockOf, type Move, moved } from './posting-block.ts';
import { isSampled, putSample, readSample, type Spoken } from './term-sample.ts';

/**
 * Which articles a term is said most of in. Numbers grow with publication, so a term's last blocks hold its newest
 * articles, and the block an article's own number lies in what was written of it then; both are one look-up away,
 * however many there are. What is stored depends on which articles there are, not on the order they came or were edited.
 */

/** Terms an article stands under: the first of those that are stored. */
export const postedTerms = 32;
/**
 * The newest articles stand under no term until there are this many: they are looked through instead. A publication would
 * write thirty pages, one for each of its terms, which is a third of all it writes.
 */
export const newestSpan = 64;

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

/** From which number on articles stand under no term yet; which one that is follows from the highest there is. */
export async function postedUntil(database: Database): Promise<number> {
  const [row] = await database.rows<{ highest: number | null }>(
    write`SELECT max(number) AS highest FROM article_keywords`,
  );
  const highest = row?.highest ?? 0;
  return highest - (highest % newestSpan);
}

export type Stored = { number: number; terms: Uint8Array };

/** What is stored of articles from one number to the one before another: of no more than came in together. */
export const storedBetween = (database: Database, first: number, end: number): Promise<Stored[]> =>
  database.rows<Stored>(write`SELECT number, terms FROM article_keywords WHERE number >= ${first} AND number < ${end}`);

export const postedTermsOf = (stored: Uint8Array): number[] => unpackTerms(stored.subarray(0, postedTerms * 4));

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
  const until = await postedUntil(database);
  const known = await database.rows<Stored>(
    write`SELECT k.number, k.terms FROM json_each(${JSON.stringify(articles.map(({ number }) => number))}) asked
          JOIN article_keywords k ON k.number = asked.value`,
  );
  for (const { number, terms } of known) if (number < until) take(moves, 'out', number, terms);
  const written: Stored[] = [];
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
    written.push({ number, terms: kept });
  }
  const untilNow = await postedUntil(database);
  for (const { number, terms } of written) if (number < untilNow) take(moves, 'into', number, terms);
  const isWritten = new Set(articles.map(({ number }) => number));
  const [first, end] = [Math.min(until, untilNow), Math.max(until, untilNow)];
  for (const { number, terms } of first < end ? await storedBetween(database, first, end) : [])
    if (!isWritten.has(number)) take(moves, until < untilNow ? 'into' : 'out', number, terms);
  await moveAll(database, moves);
}

/** Most articles of a large site are not part of the sample, and are not worth reading its 256 kB for. */
async function countInSample(database: Database, before: readonly Spoken[], after: readonly Spoken[]): Promise<void> {
  if (![...before, ...after].some(({ number }) => isSampled(number))) return;
  const sample = await readSample(database);
  if (sample.change(before, after)) await database.atomic([putSample(sample)]);
}

function take(moves: Map<number, Move>, way: 'out' | 'into', number: number, stored: Uint8Array): void {
  for (const term of postedTermsOf(stored)) moveOf(moves, term, number)[way].push(number);
}

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
