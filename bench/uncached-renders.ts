import { expectOnly, type Load, type LoadResult } from './load.ts';
import type { Measure } from './measure.ts';
import { cpuSeconds } from './process-usage.ts';
import type { SiteProcess } from './site-process.ts';
import { percentile } from './statistics.ts';

/** Articles nobody has asked for yet: rendered, let through the firewall, compressed and answered, by one process. */

const connections = 4;
const headers = { 'accept-encoding': 'gzip, deflate, br, zstd' };

/** `paths` are pages the server has not made yet; a part of them warms it, a part is asked for alone, the rest together. */
export async function measureUncachedRenders(
  paths: readonly string[],
  { site, load }: { site: SiteProcess; load: Load },
): Promise<Measure[]> {
  const share = Math.floor(paths.length / 5);
  const fill = async (asked: readonly string[], width: number): Promise<LoadResult & { cpu: number }> => {
    const before = cpuSeconds(site.pid);
    const job = {
      port: site.port,
      connections: width,
      paths: [...asked],
      headers,
      count: asked.length,
      maxSeconds: 120,
    };
    const result = await load.run(job);
    expectOnly(200, result);
    return { ...result, cpu: cpuSeconds(site.pid) - before };
  };
  const first = await fill(paths.slice(0, share), connections);
  const alone = await fill(paths.slice(share, share * 2), 1);
  const together = await fill(paths.slice(share * 2), connections);
  const rate = ({ requests, seconds }: LoadResult) => requests / seconds;
  return [
    {
      name: 'uncached articles, one process',
      value: rate(together),
      unit: 'requests/s',
      bar: { atLeast: 150 },
      detail: `${together.requests} articles over ${connections} connections; the first ${first.requests} after the start: ${rate(first).toFixed(0)}/s`,
    },
    {
      name: 'uncached article, p50',
      value: percentile(alone.times, 0.5),
      unit: 'ms',
      detail: `${alone.requests} one by one`,
    },
    { name: 'uncached article, p99', value: percentile(alone.times, 0.99), unit: 'ms' },
    {
      name: 'CPU per fill',
      value: (together.cpu * 1000) / together.requests,
      unit: 'ms',
      detail: 'all threads, with both compressions',
    },
  ];
}
