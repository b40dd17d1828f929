import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes of JavaScript heap above which it is worth collecting between two chunks. */
const enough = 96 * 1024 * 1024;

/**
 * V8 lets the heap grow by hundreds of megabytes before it collects thoroughly, which is right for a program that has the
 * machine to itself. An import of any size is to fit beside a running site: between chunks, when nearly nothing is alive,
 * it is collected at once (50 ms).
 */
export function collectGarbage(): void {
  if (process.memoryUsage().heapUsed < enough) return;
  collect ??= exposed();
  collect();
}

let collect: (() => void) | undefined;

/** The collector is only there for contexts made after it was asked for. */
function exposed(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
