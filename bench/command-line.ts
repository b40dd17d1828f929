import { spawn } from 'node:child_process';
import { checkout, siteEnvironment } from './site-process.ts';

export type CommandRun = {
  code: number;
  stdout: string;
  stderr: string;
  /** `performance.now()` at its start, when it first printed, and at its end. */
  began: number;
  spoke: number;
  ended: number;
};

/** Runs a `dateline` command as an editor would, on a data folder. */
export function runCommand(dataDir: string, args: readonly string[], input = ''): Promise<CommandRun> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'cli/main.ts', ...args], {
      cwd: checkout,
      env: siteEnvironment(dataDir),
    });
    const chunks = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
    let spoke = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      spoke ||= performance.now();
      chunks.stdout.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => chunks.stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      const ended = performance.now();
      const text = (parts: Buffer[]) => Buffer.concat(parts).toString('utf8');
      const run = { stdout: text(chunks.stdout), stderr: text(chunks.stderr), began, spoke: spoke || ended, ended };
      resolve({ code: code ?? -1, ...run });
    });
    child.stdin.end(input);
  });
}

/** @throws with what it said, unless it exited with 0 */
export async function runCommandWell(dataDir: string, args: readonly string[], input = ''): Promise<CommandRun> {
  const run = await runCommand(dataDir, args, input);
  if (run.code !== 0)
    throw new Error(`dateline ${args[0]} exited with ${run.code}: ${run.stderr.trim() || run.stdout.trim()}`);
  return run;
}
