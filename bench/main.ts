import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../server/build.ts';
import { openLog } from '../server/log.ts';
import { canPin } from './cores.ts';
import type { Measure, NotMeasured } from './measure.ts';
import { type Result, regressions, table } from './report.ts';
import { checkout } from './site-process.ts';
import { runStages } from './stages.ts';

const usage = `usage: npm run bench [-- [--articles <n>] [--newsroom <folder>] [--baseline]]

Builds the pages, starts the real server on a newsroom of n invented articles (1000) and a bare node:http beside it,
and measures. The table goes to stdout, the result to bench/results/local-<date>-<commit>.json, and with --baseline to
bench/results/baseline.json, which later runs are printed beside. A ratio that is more than 20 % worse than there is
named. Exit 0 when it could measure, bars missed or not.

From 10,000 articles on, the newsroom has an archive: what its import costs, what it takes on disk, what pages ask of it
and how that grows is measured at 10,000, 100,000 and n articles. With --newsroom it is built in a folder that stays: the
next run with the same n goes on with it, or measures it anew when it is complete. A million takes 20 minutes and 20 GB.`;

const results = join(checkout, 'bench/results');

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      articles: { type: 'string', default: '1000' },
      newsroom: { type: 'string' },
      baseline: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return void process.stdout.write(`${usage}\n`);
  const articles = Number(values.articles);
  if (!Number.isInteger(articles) || articles < 100 || articles > 1_000_000)
    throw new Error(`--articles ${values.articles}: a whole number from 100 to 1,000,000 is needed\n\n${usage}`);
  if (!existsSync('/proc/self/stat'))
    throw new Error('this benchmark reads CPU time and memory from /proc; run it on Linux');
  if (!canPin) note('taskset is not here or there is one core only: the load shares a core with what is measured');
  const began = performance.now();
  const measures: Measure[] = [...(await measureBuild())];
  const notMeasured: NotMeasured[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  try {
    for (const measured of await runStages(
      folder,
      { articles, dataDir: values.newsroom && resolve(values.newsroom) },
      note,
    ))
      if ('reason' in measured) notMeasured.push(measured);
      else measures.push(measured);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const result: Result = {
    at: new Date().toISOString(),
    commit: commit(),
    node: process.version,
    cpu: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
    articles,
    seconds: Math.round((performance.now() - began) / 1000),
    measures,
    notMeasured,
  };
  const baseline = readBaseline();
  process.stdout.write(`${[table(result, baseline), ...regressions(result, baseline)].join('\n')}\n`);
  note(`${result.seconds} s; details in ${save(result, values.baseline)}`);
}

/** Nothing when the pages are built already. */
async function measureBuild(): Promise<Measure[]> {
  const began = performance.now();
  let built = false;
  const log = Object.assign(openLog('warn'), {
    info: () => {
      built = true;
    },
  });
  await ensureBuilt(checkout, log);
  if (!built) return [];
  return [{ name: 'build of the pages', value: (performance.now() - began) / 1000, unit: 's', bar: { atMost: 60 } }];
}

const baselineFile = join(results, 'baseline.json');

const readBaseline = (): Result | null =>
  existsSync(baselineFile) ? (JSON.parse(readFileSync(baselineFile, 'utf8')) as Result) : null;

function save(result: Result, asBaseline: boolean): string {
  mkdirSync(results, { recursive: true });
  const file = asBaseline ? baselineFile : join(results, `local-${result.at.slice(0, 10)}-${result.commit}.json`);
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  return file;
}

/** Short hash of the commit measured, with `-changed` when the files differ from it; `unknown` outside of a repository. */
function commit(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: checkout, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') === '' ? '' : '-changed');
  } catch {
    return 'unknown';
  }
}

function note(line: string): void {
  process.stderr.write(`${line}\n`);
}

try {
  await main();
} catch (error) {
  note(`bench: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
