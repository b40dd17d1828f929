import { join } from 'node:path';
import { startBareServer } from './bare-process.ts';
import { measureCachedHits } from './cached-hits.ts';
import { growArchive, growthMeasures, leastArchive } from './growth.ts';
import { measureImports } from './importing.ts';
import { type Load, startLoad } from './load.ts';
import type { Measure, NotMeasured } from './measure.ts';
import { measureMemory } from './memory.ts';
import { measurePageWeights } from './page-weight.ts';
import { measurePublishing } from './publishing.ts';
import { type SiteProcess, startSite } from './site-process.ts';
import { median } from './statistics.ts';
import { fillNewsroom, type SyntheticNewsroom } from './synthetic-newsroom.ts';
import { measureUncachedRenders } from './uncached-renders.ts';
import { measureVisibility } from './visibility.ts';

type Measured = Measure | NotMeasured;
type Stage = (name: string, work: () => Promise<Measured[]>) => Promise<Measured[]>;

/** Everything that is measured, in an order that keeps each stage from spoiling the next. `folder` is scratch space. */
export async function runStages(
  folder: string,
  { articles, dataDir = join(folder, 'data') }: { articles: number; dataDir: string | undefined },
  note: (line: string) => void,
): Promise<Measured[]> {
  // A stage that fails is reported as such, and the others still measure.
  const stage: Stage = async (name, work) => {
    const began = performance.now();
    try {
      return await work();
    } catch (error) {
      return [{ name, reason: error instanceof Error ? error.message : String(error) }];
    } finally {
      note(`${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
    }
  };
  let now = new Date();
  const growing =
    articles < leastArchive
      ? []
      : await stage('archive', async () => {
          const { until, stages } = await growArchive(dataDir, articles, note);
          now = until;
          return growthMeasures(stages);
        });
  const newsroom = await fillNewsroom(dataDir, Math.min(articles, 1_000), now);
  const publishing = await stage('publishing', () => measurePublishing(newsroom));
  const load = startLoad();
  const starts: number[] = [];
  const complaints: string[] = [];
  const withSite = async <T>(work: (site: SiteProcess) => Promise<T>): Promise<T> => {
    const site = await startSite(newsroom.dataDir);
    starts.push(site.startedIn);
    try {
      return await work(site);
    } finally {
      await site.stop();
      complaints.push(...site.complaints);
    }
  };
  try {
    // A server of its own for speed, where nothing but what is measured was ever asked for.
    const speed = await withSite((site) => measureSpeed(site, newsroom, load, stage));
    const paths = newsroom.articles.map(({ path }) => path).reverse();
    const life = await withSite(async (site) => [
      ...(await stage('memory', () => measureMemory(paths, { site, load }))),
      ...(await stage('visibility', () => measureVisibility(site, newsroom))),
    ]);
    await withSite(async () => {});
    const imports = await stage('imports', () => measureImports(folder, now));
    return [...growing, ...speed, ...life, ...publishing, ...imports, starting(starts), logged(complaints)];
  } finally {
    await load.stop();
  }
}

async function measureSpeed(
  site: SiteProcess,
  newsroom: SyntheticNewsroom,
  load: Load,
  stage: Stage,
): Promise<Measured[]> {
  const weights = await stage('page weights', () => measurePageWeights(site, newsroom));
  const pages = [
    { name: 'article', path: newsroom.weighed.path },
    { name: 'front', path: '/' },
  ];
  const bare = await startBareServer();
  try {
    const hits = await stage('cached hits', () => measureCachedHits(pages, { site, bare, load }));
    const paths = newsroom.articles.map(({ path }) => path);
    const renders = await stage('uncached renders', () => measureUncachedRenders(paths, { site, load }));
    return [...hits, ...renders, ...weights];
  } finally {
    await bare.stop();
  }
}

const starting = (starts: readonly number[]): Measure => ({
  name: 'start of a server with a newsroom, to listening',
  value: median(starts) / 1000,
  unit: 's',
  bar: { atMost: 3 },
  detail: starts.map((ms) => `${(ms / 1000).toFixed(2)} s`).join(', '),
});

const logged = (complaints: readonly string[]): Measure => ({
  name: 'errors the servers logged',
  value: complaints.length,
  unit: '',
  bar: { atMost: 0 },
  detail: complaints.slice(0, 3).join(' | '),
});
