import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const megabyte = 1024 * 1024;
/** The heap of this thread after the last collection. */
let alive = 0;

/**
 * V8 lets the heap grow by hundreds of megabytes before it collects thoroughly, which is right for a program that has the
 * machine to itself. An import of any size is to fit beside a running site: between chunks, when nearly nothing is alive,
 * it is collected at once (50 ms), when this thread's heap is larger than `enough` megabytes
 * and has grown by `grown` megabytes since the last time.
 */
export function collectGarbage(enough: number, grown = 0): void {
  const used = process.memoryUsage().heapUsed;
  if (used < enough * megabyte || used < alive + grown * megabyte) return;
  collect ??= exposed();
  collect();
  alive = process.memoryUsage().heapUsed;
}

let collect: (() => void) | undefined;

/** The collector is only there for contexts made after it was asked for. */
function exposed(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
