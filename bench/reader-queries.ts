import { join } from 'node:path';
import { allList, groupOf, rankedLists, seconds, sectionList, topicList } from '../article/lists.ts';
import { addReads, mostRead, type RankingOrder } from '../db/audience/queries/reads.ts';
import { openAudienceWriter } from '../db/audience/writer.ts';
import { type Database, openDatabase } from '../db/client.ts';
import { newFill, runFill } from '../db/content/fill-context.ts';
import { findArticle } from '../db/content/queries/articles.ts';
import { cardsBetween, neighbours, newestCards, pageOfList } from '../db/content/queries/lists.ts';
import { recommendedFor } from '../db/content/queries/recommended.ts';
import { search } from '../db/content/queries/search.ts';
import { getSite } from '../db/content/queries/site.ts';
import { findTopic } from '../db/content/queries/topics.ts';
import { translationsOf } from '../db/content/queries/translations.ts';
import { dayBounds, dayIn } from '../edition/dates.ts';
import { asEnvironment } from '../server/config.ts';
import type { Archive } from './archive-building.ts';
import { SeededRandom } from './seeded-random.ts';
import { percentile } from './statistics.ts';
import { archivedArticle, archiveQuery, queryKinds } from './synthetic-archive.ts';
import { sectionPaths, syntheticSite } from './synthetic-articles.ts';
import { configOf, pathOf } from './synthetic-newsroom.ts';

/** What pages ask of the read model, page by page, each for other articles: what a page costs before it is rendered. */

export type Times = { p50: number; p99: number; runs: number };
export type QueryTimes = Record<string, Times>;

/** A process that has answered for a while: what it proved of lists and register it keeps. */
const warming = 200;
const runs = 400;

/** Times in ms by what was asked; `there` of the archive's articles are published. */
export async function timeReaderQueries(dataDir: string, archive: Archive, there: number): Promise<QueryTimes> {
  const config = configOf(dataDir);
  Object.assign(process.env, asEnvironment(config));
  const content = openDatabase(config.contentDatabaseUrl, { readonly: true });
  try {
    const times: QueryTimes = {};
    for (const [name, ask] of Object.entries(questions(content, archive, there))) {
      const taken: number[] = [];
      for (let run = 0; run < warming + runs; run++) {
        const random = new SeededRandom(Math.imul(run + 1, 0x27d4eb2f) + name.length);
        const began = performance.now();
        await runFill(newFill(), () => ask(random, run));
        if (run >= warming) taken.push(performance.now() - began);
      }
      times[name] = { p50: percentile(taken, 0.5), p99: percentile(taken, 0.99), runs };
    }
    return { ...times, ...(await timeRankings(dataDir)) };
  } finally {
    content.close();
  }
}

type Question = (random: SeededRandom, run: number) => Promise<unknown>;

function questions(content: Database, archive: Archive, there: number): Record<string, Question> {
  // Asked for by what stands in the archive; inventing it again is done ahead, and not timed.
  const subjects = Array.from({ length: warming + runs }, (_, run) => {
    const random = new SeededRandom(Math.imul(run + 1, 0x165667b1));
    return archivedArticle(random.whole(0, there - 1), archive.of, archive.until);
  });
  const subjectOf = (run: number) => subjects[run] as (typeof subjects)[number];
  const article = async (run: number) => {
    await getSite(content);
    const document = subjectOf(run);
    const found = await findArticle(content, pathOf(document));
    if (!found) throw new Error(`${pathOf(document)} is not there`);
    await translationsOf(content, found.record);
    const { record, number } = found;
    const place = { id: record.id, at: seconds(record.publishedAt), number };
    await neighbours(content, sectionList(groupOf(record.language), record.section), place);
    return found;
  };
  const found = new Map<number, Awaited<ReturnType<typeof article>>>();
  const searches = Object.fromEntries(
    queryKinds.map((kind): [string, Question] => {
      const queries = Array.from({ length: warming + runs }, (_, run) => archiveQuery(kind, run, there));
      return [`search, ${kind}`, (_, run) => search(content, { query: queries[run] as string, language: 'zh-Hans' })];
    }),
  );
  return {
    'article without its recommended block': async (_, run) => void found.set(run, await article(run)),
    'recommended block': (_, run) =>
      recommendedFor(content, found.get(run) as NonNullable<ReturnType<typeof found.get>>),
    article: async (_, run) => recommendedFor(content, await article(run)),
    front: () => askFront(content),
    'section, first page': (random) => pageOfList(content, sectionList('zh', random.pick(sectionPaths)), null),
    'section, deep page': async (random) => {
      const list = sectionList('zh', random.pick(sectionPaths));
      return pageOfList(content, list, random.whole(1, Math.max(1, Math.floor(there / sectionPaths.length / 40))));
    },
    'day archive': (_, run) => {
      const { publishedAt } = subjectOf(run);
      const { timeZone } = syntheticSite;
      const { from, until } = dayBounds(dayIn(publishedAt, timeZone), timeZone);
      return cardsBetween(content, sectionList('zh', subjectOf(run).section), from, until, 500);
    },
    tag: async (_, run) => {
      const slug = subjectOf(run).tags[0]?.slug as string;
      return [await findTopic(content, 'tag', slug), await pageOfList(content, topicList('zh', 'tag', slug), null)];
    },
    ...searches,
  };
}

/** The front page's lists: the newest, and of every top section. */
async function askFront(content: Database): Promise<void> {
  await getSite(content);
  await newestCards(content, allList('zh'), 24);
  for (const section of sectionPaths.filter((path) => !path.includes('/')))
    await newestCards(content, sectionList('zh', section), 12);
}

const rankedArticles = 100_000;
const orders: readonly RankingOrder[] = ['hour', 'day', 'week', 'rising'];

/** The top ten of every window, with as many articles read as a portal has in weeks. */
async function timeRankings(dataDir: string): Promise<QueryTimes> {
  const audience = openAudienceWriter(`file:${join(dataDir, 'ranked.db')}`);
  const random = new SeededRandom(5);
  const now = Math.floor(Date.now() / 1000);
  try {
    const lists = sectionPaths.map((section) => rankedLists({ language: 'zh-Hans', section }));
    for (let first = 0; first < rankedArticles; first += 10_000) {
      const reads = Array.from({ length: 10_000 }, (_, index) => ({
        article: `a${first + index}`,
        lists: random.pick(lists),
        count: Math.ceil(1 / (random.next() + 0.001)),
      }));
      await audience.atomic([addReads(reads, now - random.whole(0, 86_400))]);
    }
    const taken: number[] = [];
    for (let run = 0; run < warming + runs; run++) {
      const list = run % 2 === 0 ? allList('zh') : sectionList('zh', random.pick(sectionPaths));
      const began = performance.now();
      await mostRead(audience, list, orders[run % orders.length] as RankingOrder, 10, now);
      if (run >= warming) taken.push(performance.now() - began);
    }
    return { 'most read, top ten': { p50: percentile(taken, 0.5), p99: percentile(taken, 0.99), runs } };
  } finally {
    audience.close();
  }
}
