import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPress } from '../cli/press.ts';
import { type Archive, publishArchive, type Sizes, sizesOf } from './archive-building.ts';
import { growthUnit, type Measure } from './measure.ts';
import { type QueryTimes, type Times, timeReaderQueries } from './reader-queries.ts';
import { configOf, prepareNewsroom } from './synthetic-newsroom.ts';

/** An archive that grows, measured on its way: what a page asks of it must not cost more for every year of news. */

/** From this many articles on a newsroom has an archive. */
export const leastArchive = 10_000;
const stops = [leastArchive, 100_000, 1_000_000];

/** What was measured when the archive had that many articles. */
export type Stage = { articles: number; perSecond: number; sizes: Sizes; times: QueryTimes };
/** Kept beside the databases, so that a newsroom of a million articles is built once. */
export type Built = Archive & { stages: Stage[] };

const builtFile = (dataDir: string) => join(dataDir, 'bench.json');

/**
 * Builds an archive of `articles`, or goes on with the one that lies there, and measures it at every stop. One that was
 * complete is measured anew as it stands. @throws when another archive lies there
 */
export async function growArchive(dataDir: string, articles: number, note: (line: string) => void): Promise<Built> {
  const press = openPress(configOf(dataDir));
  try {
    const built = readBuilt(dataDir) ?? { of: articles, until: new Date(), stages: [] };
    if (built.of !== articles)
      throw new Error(`${dataDir} holds an archive of ${built.of} articles, not ${articles}; name another folder`);
    if (built.stages.length === 0) await prepareNewsroom(press, built.until);
    const done = built.stages.at(-1)?.articles ?? 0;
    if (done === articles) {
      const last = built.stages.pop() as Stage;
      built.stages.push({ ...last, times: await timeReaderQueries(dataDir, built, articles) });
    }
    for (const stop of [...stops.filter((stop) => stop < articles), articles]) {
      const from = built.stages.at(-1)?.articles ?? 0;
      if (stop <= from) continue;
      const seconds = await publishArchive(press, built, { from, to: stop, note });
      const times = await timeReaderQueries(dataDir, built, stop);
      built.stages.push({ articles: stop, perSecond: (stop - from) / seconds, sizes: sizesOf(dataDir), times });
      note(`measured at ${stop} articles`);
      writeFileSync(builtFile(dataDir), JSON.stringify(built));
    }
    return built;
  } finally {
    press.close();
  }
}

function readBuilt(dataDir: string): Built | null {
  if (!existsSync(builtFile(dataDir))) return null;
  const built = JSON.parse(readFileSync(builtFile(dataDir), 'utf8')) as Built;
  return { ...built, until: new Date(built.until) };
}

type Bar = { atMost: number };
/** Bars in ms by what was asked; every search has the same. */
const bars: Record<string, { p50?: Bar; p99?: Bar }> = {
  'article without its recommended block': { p50: { atMost: 0.3 } },
  'recommended block': { p99: { atMost: 6 } },
  'section, deep page': { p99: { atMost: 1 } },
  'day archive': { p99: { atMost: 1 } },
  'most read, top ten': { p50: { atMost: 0.05 } },
};
const searchBars = { p50: { atMost: 4 }, p99: { atMost: 15 } };
const barsOf = (name: string) => (name.startsWith('search') ? searchBars : (bars[name] ?? {}));

/** What the archive cost and costs, at its last stop and compared with the first one. */
export function growthMeasures(stages: readonly Stage[]): Measure[] {
  const [first, last] = [stages[0], stages.at(-1)];
  if (!first || !last) return [];
  const at = `at ${last.articles.toLocaleString('en-US')}`;
  return [
    {
      name: `bulk import, up to ${last.articles.toLocaleString('en-US')}`,
      value: last.perSecond,
      unit: 'articles/s',
      bar: { atLeast: 1_000 },
      detail: stages.map(({ articles, perSecond }) => `${articles}: ${perSecond.toFixed(0)}/s`).join(', '),
    },
    perArticle('content.db per article of the archive', last, 'content', { atMost: 9 * 1_024 }),
    perArticle('newsroom.db per article of the archive', last, 'newsroom'),
    ...Object.entries(last.times).flatMap(([name, times]) => timesOf(`${name}, ${at}`, times, barsOf(name))),
    ...stages.slice(1).flatMap((stage) => growthOf(first, stage)),
  ];
}

function perArticle(name: string, { articles, sizes }: Stage, file: keyof Sizes, bar?: Bar): Measure {
  return { name, value: sizes[file] / articles, unit: 'bytes', ...(bar && { bar }) };
}

const timesOf = (name: string, { p50, p99, runs }: Times, bars: { p50?: Bar; p99?: Bar }): Measure[] => [
  { name: `${name}, p50`, value: p50, unit: 'ms', ...(bars.p50 && { bar: bars.p50 }), detail: `${runs} runs` },
  { name: `${name}, p99`, value: p99, unit: 'ms', ...(bars.p99 && { bar: bars.p99 }) },
];

const growthBar = (name: string): Bar | undefined =>
  name.startsWith('search') ? { atMost: 4 } : /^(?:article|section)/.test(name) ? { atMost: 1.5 } : undefined;

/** What each cost at a stop is of what it was at the first one. */
function growthOf(first: Stage, { articles, times }: Stage): Measure[] {
  return Object.entries(times).flatMap(([name, { p50 }]) => {
    const before = first.times[name]?.p50;
    const bar = growthBar(name);
    if (!before) return [];
    return [
      {
        name: `growth of ${name}, to ${articles.toLocaleString('en-US')}`,
        value: p50 / before,
        unit: growthUnit,
        ...(bar && { bar }),
        detail: `${before.toFixed(3)} to ${p50.toFixed(3)} ms`,
      },
    ];
  });
}
