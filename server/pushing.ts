import { type ChildProcess, spawn } from 'node:child_process';
import type { Config } from './config.ts';
import type { Log } from './log.ts';

const restartAfter = 10_000;

/**
 * Runs `dateline push --watch` beside the site when a service is configured: a process of its own, so that the one that
 * answers the public never opens the newsroom. Returns what stops it.
 */
export function startPushing({ discovery }: Config, folder: string, log: Log): () => void {
  const { indexNow, baidu, webSubHub } = discovery;
  if (!indexNow && !baidu && !webSubHub) return () => {};
  let child: ChildProcess | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const start = () => {
    child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'cli/main.ts', 'push', '--watch'], {
      cwd: folder,
      // Stdout carries one line, the address of the site.
      stdio: ['ignore', 2, 2],
    });
    child.once('error', (error) => log.error({ reason: error.message }, 'pushing cannot be started'));
    child.once('exit', (code) => {
      if (stopped) return;
      log.error({ code }, 'pushing ended and is started anew');
      timer = setTimeout(start, restartAfter);
      timer.unref();
    });
  };
  start();
  return () => {
    stopped = true;
    clearTimeout(timer);
    child?.kill('SIGTERM');
  };
}
