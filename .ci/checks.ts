import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

/** Runs every check in order and closes with one line that counts all tests. A failed check fails the run, but no check hides another. */

const root = resolve(import.meta.dirname, '..');
const bin = join(root, 'node_modules/.bin');
const reports = mkdtempSync(join(tmpdir(), 'dateline-reports-'));
const unitReport = join(reports, 'unit.json');
const e2eReport = join(reports, 'e2e.json');

type Count = { passed: number; failed: number };
type Check = { name: string; command: string[]; count?: () => Count };

const checks: Check[] = [
  { name: 'format and lint', command: ['biome', 'ci', '.'] },
  { name: 'import rules', command: ['node', '.ci/import-rules.ts'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  {
    name: 'unit tests',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    count: () => {
      const { numPassedTests, numTotalTests, numFailedTestSuites } = JSON.parse(readFileSync(unitReport, 'utf8'));
      return {
        passed: numPassedTests,
        failed: Math.max(numTotalTests - numPassedTests, numFailedTestSuites > 0 ? 1 : 0),
      };
    },
  },
  { name: 'build', command: ['node', 'server/build.ts'] },
  {
    name: 'end-to-end tests',
    command: ['playwright', 'test', '--config', 'e2e/playwright.config.ts', '--reporter=line,json'],
    count: () => {
      const { stats } = JSON.parse(readFileSync(e2eReport, 'utf8'));
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
    },
  },
];

const total: Count = { passed: 0, failed: 0 };
const broken: string[] = [];
for (const check of checks) {
  const started = Date.now();
  process.stdout.write(`\n== ${check.name}\n`);
  const code = await run(check.command);
  const count = check.count && readCount(check.count);
  total.passed += count?.passed ?? (code === 0 ? 1 : 0);
  total.failed += count ? count.failed : code === 0 ? 0 : 1;
  if (code !== 0) broken.push(check.name);
  // A runner that fails without a failed test (a crash, nothing run) still counts as a failure.
  if (code !== 0 && count?.failed === 0) total.failed += 1;
  process.stdout.write(
    `== ${check.name}: ${code === 0 ? 'ok' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s\n`,
  );
}
rmSync(reports, { recursive: true, force: true });
if (broken.length > 0) process.stdout.write(`\nfailed: ${broken.join(', ')}\n`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 ? 1 : 0;

function run([command = '', ...args]: string[]): Promise<number> {
  const child = spawn(join(bin, command), args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      PATH: `${bin}${delimiter}${process.env.PATH}`,
      NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
      PLAYWRIGHT_JSON_OUTPUT_NAME: e2eReport,
    },
  });
  return new Promise((done) => {
    child.on('error', (error) => {
      process.stdout.write(`${command}: ${error.message}\n`);
      done(127);
    });
    child.on('exit', (code) => done(code ?? 1));
  });
}

function readCount(count: () => Count): Count {
  try {
    return count();
  } catch {
    return { passed: 0, failed: 1 };
  }
}
