import { setTimeout } from 'node:timers/promises';
import type { ArticleRecord } from '../article/record.ts';
import { type SearchTerms, termsOf } from '../article/search-terms.ts';
import { type Database, write } from '../db/client.ts';
import { indexTables, joinParts, leaveParts } from '../db/content/index-parts.ts';
import { unpack } from '../db/content/packing.ts';
import { invalidate } from '../db/content/projection.ts';
import { clearBelow, endOfIndex, type Listed, listedAfter, moveInIndex } from '../db/content/search-index.ts';
import { collectGarbage } from './memory.ts';
import { readingOf } from './readings.ts';

/** Articles moved in one transaction: a quarter of a second, which is as long as a publication may have to wait. */
const batchSize = 200;
/** Megabytes of heap that are worth collecting between two transactions: the words of 200 articles take 30. */
const muchHeap = 80;
const grownHeap = 48;
/** How long others may begin to write between two transactions, in ms: they look for an end every few. */
const pause = 15;

/**
 * Makes the search index anew while it is read and written: every article gets a new place, in order of publication,
 * above all places there were, the newest first. At any moment each article stands in the index once and the newest
 * stand at its end, so readers notice nothing, and whoever kills this loses nothing: the next run begins again.
 * Returns how many articles the index holds.
 */
export async function reindex(
  content: Database,
  progress: (done: number, of: number) => unknown = () => {},
): Promise<number> {
  const newestFirst = (await everyListed(content)).sort((a, b) => b.publishedAt - a.publishedAt || b.number - a.number);
  let end = 0;
  await leaveParts(content, newestFirst.length > batchSize);
  for (let done = 0; done < newestFirst.length; done += batchSize) {
    // Rising places are taken several times faster than others.
    const batch = newestFirst.slice(done, done + batchSize).reverse();
    const written = await writtenOf(content, batch);
    await content.exclusively(async () => {
      // Asked where nobody can write: what is published from now on stands above all of them.
      if (done === 0) end = await endOfIndex(content);
      const first = end + newestFirst.length - done - batch.length + 1;
      const now = await changedSince(content, written);
      await moveInIndex(
        content,
        batch.map((article, index) => ({ ...article, place: first + index, terms: now.get(article.number) ?? null })),
      );
    });
    await progress(Math.min(done + batchSize, newestFirst.length), newestFirst.length);
    collectGarbage(muchHeap, grownHeap);
    await setTimeout(pause);
  }
  if (newestFirst.length === 0) end = await endOfIndex(content);
  while (await content.exclusively(() => clearBelow(content, end, batchSize))) await setTimeout(pause);
  await leaveParts(content, false);
  for (const table of indexTables) await joinParts(content, table, { whole: true, between: () => setTimeout(pause) });
  await content.atomic([invalidate('search', 'soft')]);
  return newestFirst.length;
}

const listedAtOnce = 2_000;

async function everyListed(content: Database): Promise<Listed[]> {
  const articles: Listed[] = [];
  for (let after = 0; ; ) {
    const page = await listedAfter(content, after, listedAtOnce);
    articles.push(...page);
    if (page.length < listedAtOnce) return articles;
    after = page.at(-1)?.number ?? after;
  }
}

/** Search terms by article, and which revision they were made of: the hash of its seal. */
type Written = Map<number, { seal: string; terms: SearchTerms }>;
type Row = { number: number; seal: Uint8Array; record: Uint8Array };

async function writtenOf(content: Database, articles: readonly Pick<Listed, 'number'>[]): Promise<Written> {
  const numbers = JSON.stringify(articles.map(({ number }) => number));
  const rows = await content.rows<Row>(
    write`SELECT a.number, a.seal, r.record FROM json_each(${numbers}) asked
          JOIN articles a ON a.number = asked.value AND a.listed = 1 JOIN article_records r ON r.number = a.number`,
  );
  return new Map(rows.map((row) => [row.number, { seal: hex(row.seal), terms: termsIn(recordOf(row)) }]));
}

const termsIn = (record: ArticleRecord): SearchTerms => termsOf(record, readingOf(record.headline));

function recordOf({ number, record }: Row): ArticleRecord {
  const text = unpack(record);
  if (text === '')
    throw new Error(`content.db: the record of article ${number} is damaged; "dateline publish --all" makes it anew`);
  return JSON.parse(text) as ArticleRecord;
}

/** The terms as they are now; of what was revised since they were made, made again, and none of what was withdrawn. */
async function changedSince(content: Database, written: Written): Promise<Map<number, SearchTerms>> {
  const rows = await content.rows<{ number: number; seal: Uint8Array }>(
    write`SELECT number, seal FROM json_each(${JSON.stringify([...written.keys()])}) asked
          JOIN articles ON number = asked.value AND listed = 1`,
  );
  const revised = rows.filter(({ number, seal }) => written.get(number)?.seal !== hex(seal));
  const again = revised.length > 0 ? await writtenOf(content, revised) : new Map();
  return new Map(
    rows.flatMap(({ number }) => {
      const terms = (again.get(number) ?? written.get(number))?.terms;
      return terms ? [[number, terms] as const] : [];
    }),
  );
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
