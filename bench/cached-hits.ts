import { setTimeout as wait } from 'node:timers/promises';
import type { BareProcess } from './bare-process.ts';
import { moveToCore } from './cores.ts';
import { type Answer, exchange, headerOf } from './exchange.ts';
import { expectOnly, type Load } from './load.ts';
import { type Measure, ratioUnit } from './measure.ts';
import { cpuSeconds } from './process-usage.ts';
import type { SiteProcess } from './site-process.ts';
import { median } from './statistics.ts';

/**
 * What the server's CPU pays for a page it has at hand, as a ratio to a bare `node:http` that answers the same bytes.
 * Site and baseline take turns (A B A B), so that a machine that gets slower meanwhile slows both.
 */

const rounds = 5;
const requestsPerRound = 10_000;
const connections = 32;
const bar = { atMost: 1.5 };
/** What a browser sends; a read is counted for it. */
const acceptEncoding = 'gzip, deflate, br, zstd';
const browser = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
  'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8',
  'user-agent':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36',
};

type Case = {
  name: string;
  path: string;
  headers: Record<string, string>;
  status: number;
  connections: number;
  bar?: { atMost: number };
};

export async function measureCachedHits(
  pages: readonly { name: string; path: string }[],
  { site, bare, load }: { site: SiteProcess; bare: BareProcess; load: Load },
): Promise<Measure[]> {
  moveToCore(site.pid, 0);
  try {
    const measures: Measure[] = [];
    for (const page of pages) {
      const etag = await settle(site, page.path, load);
      for (const hit of casesOf(page, etag)) measures.push(await measureCase(hit, { site, bare, load }));
    }
    return measures;
  } finally {
    moveToCore(site.pid, null);
  }
}

function casesOf({ name, path }: { name: string; path: string }, etag: string): Case[] {
  const page = { path, status: 200, connections, bar };
  return [
    { ...page, name: `cached ${name}, br`, headers: { ...browser, 'accept-encoding': acceptEncoding } },
    { ...page, name: `cached ${name}, gzip`, headers: { ...browser, 'accept-encoding': 'gzip' } },
    {
      ...page,
      name: `cached ${name}, 304`,
      headers: { ...browser, 'accept-encoding': acceptEncoding, 'if-none-match': etag },
      status: 304,
    },
    // Requests that arrive together share a look at the database; a lone one pays for its own.
    {
      ...page,
      name: `cached ${name}, br, 1 connection`,
      headers: { ...browser, 'accept-encoding': acceptEncoding },
      connections: 1,
    },
  ];
}

/** Warms the code that answers, and waits until the page was compressed as small as it gets. Returns its entity tag. */
async function settle(site: SiteProcess, path: string, load: Load): Promise<string> {
  const headers = { 'accept-encoding': acceptEncoding };
  await load.run({ port: site.port, connections, paths: [path], headers, count: 10_000, maxSeconds: 30 });
  let last = await exchange(site.port, path, headers);
  for (let quiet = 0; quiet < 5; ) {
    await wait(50);
    const answer = await exchange(site.port, path, headers);
    quiet = answer.body.equals(last.body) ? quiet + 1 : 0;
    last = answer;
  }
  return headerOf(last.rawHeaders, 'etag') as string;
}

async function measureCase(
  { name, path, headers, status, connections: width, bar: limit }: Case,
  { site, bare, load }: { site: SiteProcess; bare: BareProcess; load: Load },
): Promise<Measure> {
  const answer = await exchange(site.port, path, headers);
  await bare.serve(answer);
  refuseUnlike(name, answer, await exchange(bare.port, path, headers), status);
  const job = { connections: width, paths: [path], headers, count: requestsPerRound, maxSeconds: 30 };
  const microseconds = async ({ pid, port }: { pid: number; port: number }): Promise<number> => {
    const before = cpuSeconds(pid);
    const result = await load.run({ ...job, port });
    expectOnly(status, result);
    return ((cpuSeconds(pid) - before) * 1e6) / result.requests;
  };
  await microseconds(bare);
  const pairs: [number, number][] = [];
  for (let round = 0; round < rounds; round++) pairs.push([await microseconds(site), await microseconds(bare)]);
  const ratios = pairs.map(([ours, theirs]) => ours / theirs);
  const of = (index: 0 | 1) => median(pairs.map((pair) => pair[index])).toFixed(1);
  return {
    name,
    value: median(ratios),
    unit: ratioUnit,
    bar: limit,
    detail: `${of(0)} against ${of(1)} µs CPU per request; ratios ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)} in ${rounds} rounds of ${requestsPerRound}`,
  };
}

function refuseUnlike(name: string, ours: Answer, theirs: Answer, status: number): void {
  if (ours.status !== status) throw new Error(`${name}: the site answered ${ours.status} instead of ${status}`);
  if (theirs.status !== status || !theirs.body.equals(ours.body))
    throw new Error(`${name}: the baseline does not answer what the site does`);
}
