import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bestGrade, goodAnswers, type JudgedSet, readJudgedSet } from './judged-set.ts';
import { depth, mean, recall, reciprocalRank } from './metrics.ts';
import { publishSet } from './published-set.ts';
import { measureRelated } from './related.ts';
import { type JudgedArticle, readOwnRelatedSet, readRelatedSet, relatedSetShape } from './related-set.ts';
import { bm25Characters, bm25Pairs, ftsDefault, newestFirst, type Searcher, siteSearch } from './searchers.ts';

const usage = `usage: npm run relevance [-- <set>...]

Publishes a judged set into a newsroom of its own and measures what readers get of it, beside some other ways to rank.

Search: a folder with docs.jsonl ({"id", "title", "text"?}) and qrels.jsonl ({"query", "rel": {"<id>": <grade>}}), plain
or .gz. The site's search is asked the queries.

Recommended block: a .json file that says of articles which others are related.
${relatedSetShape}

Without a set, the small sets of this project are used: for the block, the sample edition and its editors' pins.`;

const ownSet = join(import.meta.dirname, 'sets/own');

async function main(args: string[]): Promise<void> {
  if (args.includes('--help')) return void process.stdout.write(`${usage}\n`);
  if (args.length === 0) {
    process.stdout.write(`${ownSet}\n${await searchTable(readJudgedSet(ownSet))}\n`);
    process.stdout.write(`the sample edition\n${await relatedTable(await readOwnRelatedSet(new Date()))}\n`);
  }
  for (const set of args.map((path) => resolve(path))) {
    if (!existsSync(set)) throw new Error(`${set}: there is no such file or folder\n\n${usage}`);
    const table = set.endsWith('.json')
      ? await relatedTable(await readRelatedSet(set))
      : await searchTable(readJudgedSet(set));
    process.stdout.write(`${set}\n${table}\n`);
  }
}

async function relatedTable(articles: readonly JudgedArticle[]): Promise<string> {
  const rows = [['related articles', 'nDCG@5', 'recall@8']];
  for (const { method, ndcg5, recall8 } of await measureRelated(articles))
    rows.push([method, ndcg5.toFixed(4), recall8.toFixed(4)]);
  const judged = articles.filter(({ related }) => related.length > 0).length;
  return `${articles.length} articles, ${judged} of them with related ones\n${columns(rows)}`;
}

async function searchTable(set: JudgedSet): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dateline-relevance-'));
  const now = new Date();
  const published = await publishSet(dataDir, set.documents, now);
  try {
    const { documents } = set;
    const searchers = [
      newestFirst(documents),
      ftsDefault(documents),
      bm25Pairs(documents),
      bm25Characters(documents),
      siteSearch(published.content, now, published.idOf),
    ];
    const best = bestGrade(set.queries);
    const judged = set.queries.filter((query) => goodAnswers(query, best).size > 0);
    const rows = [['search', `MRR@${depth}`, `recall@${depth}`, 'ms a query']];
    for (const searcher of searchers) rows.push([searcher.name, ...(await measure(searcher, judged, best))]);
    return `${documents.length} documents, ${judged.length} queries with an answer of grade ${best}\n${columns(rows)}`;
  } finally {
    published.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measure(searcher: Searcher, queries: JudgedSet['queries'], best: number): Promise<string[]> {
  const ranks: number[] = [];
  const recalls: number[] = [];
  const began = performance.now();
  for (const query of queries) {
    const ranked = await searcher.search(query.query);
    const good = goodAnswers(query, best);
    ranks.push(reciprocalRank(ranked, good));
    recalls.push(recall(ranked, good));
  }
  const each = (performance.now() - began) / queries.length;
  return [mean(ranks).toFixed(4), mean(recalls).toFixed(4), each.toFixed(2)];
}

function columns(rows: readonly string[][]): string {
  const width = Math.max(...rows.map(([name = '']) => name.length));
  return rows
    .map(([name = '', ...cells]) => [name.padEnd(width), ...cells.map((cell) => cell.padStart(11))].join(''))
    .join('\n');
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`relevance: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
