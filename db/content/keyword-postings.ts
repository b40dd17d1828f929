import type { Counted } from '../../article/keywords.ts';
import { type Database, write } from '../client.ts';
import { packTerms, salientTerms } from './keyword-vector.ts';
import { putSample, readSample } from './term-sample.ts';

/**
 * Which articles a term is salient in. Numbers grow with publication, so the last block of a term holds its newest
 * articles, and the block around an article's own number what was written of it then; both are one look-up away,
 * however many there are. Blocks are only added to: a number whose article is gone or speaks of something else now is
 * found and left out, since `article_keywords` says what articles are about.
 */

/** Terms an article stands under. */
const postedTerms = 24;
/** Numbers of a block, four bytes each: a row stays well below a quarter of a page. */
const blockSize = 128;

export type Described = {
  number: number;
  id: string;
  /** Seconds. */
  at: number;
  section: string;
  /** Null takes the article out. */
  terms: Counted | null;
  /** Whether readers had the article before. */
  known: boolean;
};

/** Keeps what articles are about, so that others lead to them. Runs inside of `exclusively`: it reads what it changes. */
export async function describeArticles(database: Database, articles: readonly Described[]): Promise<void> {
  if (articles.length === 0) return;
  const sample = await readSample(database);
  const fresh = articles.flatMap(({ number, terms, known }) => (terms && !known ? [{ number, terms }] : []));
  if (sample.take(fresh)) await database.atomic([putSample(sample)]);
  const posted = new Map<number, number[]>();
  for (const { number, id, at, section, terms } of articles) {
    if (terms === null) {
      await database.atomic([write`DELETE FROM article_keywords WHERE number = ${number}`]);
      continue;
    }
    const salient = salientTerms(terms, sample);
    await database.atomic([
      write`INSERT INTO article_keywords (number, id, at, section, terms)
            VALUES (${number}, ${id}, ${at}, ${section}, ${packTerms(salient)})
            ON CONFLICT (number) DO UPDATE SET at = excluded.at, section = excluded.section, terms = excluded.terms`,
    ]);
    for (const { term } of salient.slice(0, postedTerms)) {
      const numbers = posted.get(term);
      if (numbers) numbers.push(number);
      else posted.set(term, [number]);
    }
  }
  await post(database, posted);
}

type Block = { term: number; first: number; numbers: Uint8Array };

async function post(database: Database, posted: ReadonlyMap<number, number[]>): Promise<void> {
  const last = await database.rows<Block>(
    write`SELECT p.term, p.first, p.numbers FROM json_each(${JSON.stringify([...posted.keys()])}) asked
          JOIN keyword_postings p ON p.term = asked.value
            AND p.first = (SELECT max(first) FROM keyword_postings WHERE term = asked.value)`,
  );
  const blocks = new Map(last.map((block) => [block.term, block]));
  for (const [term, added] of posted) {
    const block = blocks.get(term);
    let first = block?.first ?? (added[0] as number);
    let numbers = block ? unpackNumbers(block.numbers) : [];
    for (const number of added) {
      if (numbers.includes(number)) continue;
      if (numbers.length >= blockSize && number > first) {
        await database.atomic([putBlock(term, first, numbers)]);
        first = number;
        numbers = [];
      }
      numbers.push(number);
    }
    await database.atomic([putBlock(term, first, numbers)]);
  }
}

const putBlock = (term: number, first: number, numbers: readonly number[]) =>
  write`INSERT INTO keyword_postings (term, first, numbers) VALUES (${term}, ${first}, ${packNumbers(numbers)})
        ON CONFLICT (term, first) DO UPDATE SET numbers = excluded.numbers`;

export function unpackNumbers(packed: Uint8Array): number[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  return Array.from({ length: packed.byteLength >> 2 }, (_, index) => view.getUint32(index * 4, true));
}

function packNumbers(numbers: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(numbers.length * 4));
  for (const [index, number] of numbers.entries()) view.setUint32(index * 4, number, true);
  return new Uint8Array(view.buffer);
}

/**
 * Numbers of articles the terms are salient in, block by block: the newest two blocks of each term, and the one around
 * `number`. A number may come twice for a term.
 */
export async function postingsOf(
  database: Database,
  terms: readonly number[],
  number: number,
): Promise<{ term: number; numbers: number[] }[]> {
  const blocks = await database.rows<Block>(
    write`SELECT p.term, p.first, p.numbers FROM json_each(${JSON.stringify(terms)}) asked
          JOIN keyword_postings p ON p.term = asked.value AND p.first IN (
            SELECT max(first) FROM keyword_postings WHERE term = asked.value
            UNION ALL SELECT max(first) FROM keyword_postings WHERE term = asked.value
              AND first < (SELECT max(first) FROM keyword_postings WHERE term = asked.value)
            UNION ALL SELECT max(first) FROM keyword_postings WHERE term = asked.value AND first <= ${number})`,
  );
  return blocks.map((block) => ({ term: block.term, numbers: unpackNumbers(block.numbers) }));
}
