import type { KeyObject } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { type Copy, compose } from './composing.ts';
import { collectGarbage } from './memory.ts';

/** A thread that composes what it is handed. */

export type Order = { number: number; copies: Copy[]; key: KeyObject };

parentPort?.on('message', ({ number, copies, key }: Order) => {
  try {
    parentPort?.postMessage({ number, composed: copies.map((copy) => compose(copy, key)) });
  } catch (error) {
    parentPort?.postMessage({ number, error: error instanceof Error ? error.message : String(error) });
  }
  // Its dictionaries alone are 40 MB: collected after every hundred articles it would do little else.
  collectGarbage(40, 192);
});
