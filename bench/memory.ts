import type { Load } from './load.ts';
import type { Measure } from './measure.ts';
import { residentBytes } from './process-usage.ts';
import { SeededRandom } from './seeded-random.ts';
import type { SiteProcess } from './site-process.ts';
import { lastThirdGrowth } from './statistics.ts';
import {
  sectionPaths,
  syntheticAuthors,
  syntheticQuery,
  syntheticSources,
  syntheticTags,
} from './synthetic-articles.ts';

/** Resident memory while readers of every kind of page come by. */

const samples = 10;
const requestsPerSample = 5_000;
const megabyte = 1_048_576;
const searches = 600;
const absentPages = 600;

export async function measureMemory(
  articles: readonly string[],
  { site, load }: { site: SiteProcess; load: Load },
): Promise<Measure[]> {
  const draw = mixedPaths(articles, new SeededRandom(7));
  const series = [residentBytes(site.pid) / megabyte];
  const statuses: Record<string, number> = {};
  for (let sample = 0; sample < samples; sample++) {
    const paths = Array.from({ length: requestsPerSample }, draw);
    const headers = { 'accept-encoding': sample % 4 === 3 ? 'gzip' : 'br, gzip' };
    const job = { port: site.port, connections: 8, paths, headers, count: paths.length, maxSeconds: 300 };
    for (const [status, count] of Object.entries((await load.run(job)).statuses))
      statuses[status] = (statuses[status] ?? 0) + count;
    series.push(residentBytes(site.pid) / megabyte);
  }
  const failures = Object.entries(statuses).reduce(
    (sum, [status, count]) => sum + (Number(status) >= 500 ? count : 0),
    0,
  );
  return [
    {
      name: 'RSS after 50,000 mixed requests',
      value: series.at(-1) as number,
      unit: 'MB',
      bar: { atMost: 400 },
      detail: `from the start, then every ${requestsPerSample}: ${series.map((value) => value.toFixed(0)).join(', ')}`,
    },
    {
      name: 'RSS growth in the last third of them',
      value: lastThirdGrowth(series.slice(1)) * 100,
      unit: '%',
      bar: { atMost: 10 },
    },
    {
      name: 'answers of 500 and above among them',
      value: failures,
      unit: '',
      bar: { atMost: 0 },
      detail: Object.entries(statuses)
        .map(([status, count]) => `${count} × ${status}`)
        .join(', '),
    },
  ];
}

/** Half articles, the popular ones more often; the rest fronts, sections, topics, searches and pages that are not there. */
function mixedPaths(articles: readonly string[], random: SeededRandom): () => string {
  const edition = () => (random.chance(0.85) ? '' : '/zh-hant');
  const queries = Array.from({ length: searches }, () => encodeURIComponent(syntheticQuery(random)));
  return () => {
    const kind = random.next();
    if (kind < 0.1) return edition() || '/';
    if (kind < 0.25) return `${edition()}/${random.pick(sectionPaths)}`;
    if (kind < 0.75) return edition() + random.pickCommon(articles);
    if (kind < 0.82) return `${edition()}/tag/${random.pick(syntheticTags).slug}`;
    if (kind < 0.84) return `${edition()}/author/${random.pick(syntheticAuthors).slug}`;
    if (kind < 0.85) return `${edition()}/source/${random.pick(syntheticSources).slug}`;
    if (kind < 0.95) return `${edition()}/search?q=${random.pickCommon(queries)}`;
    return `/news/2019/01/01/absent-${random.whole(1, absentPages)}`;
  };
}
