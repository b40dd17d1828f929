import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Who runs where. The measured process has core 0, what asks it has core 1; without taskset the kernel decides. */
export type Core = 0 | 1;

export const canPin: boolean = availableParallelism() > 1 && spawnSync('taskset', ['-V']).status === 0;

/** A command line that runs on one core only. */
export function onCore(core: Core, program: string, args: readonly string[]): [string, string[]] {
  return canPin ? ['taskset', ['-c', String(core), program, ...args]] : [program, [...args]];
}

/** Moves all threads of a running process to one core, or lets them go anywhere again. */
export function moveToCore(pid: number, core: Core | null): void {
  if (!canPin) return;
  const cores = core === null ? `0-${availableParallelism() - 1}` : String(core);
  const { status, stderr } = spawnSync('taskset', ['-a', '-c', '-p', cores, String(pid)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`cannot move process ${pid} to core ${cores}: ${stderr.trim()}`);
}
