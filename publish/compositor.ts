import type { KeyObject } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Compose, Composed, Copy } from './composing.ts';
import type { Order } from './compositor-thread.ts';

/** Copies handed over at once: enough to make a message worth it, few enough to keep every thread busy. */
const handful = 100;

type Answer = { number: number; composed: Composed[] } | { number: number; error: string };
type Waiting = { resolve(composed: Composed[]): void; reject(error: Error): void };

/**
 * Composes publications in threads of their own, beside the one that writes them: an import of many articles takes
 * two thirds of the time on two cores. Threads start with the first order.
 */
export class Compositor {
  readonly #threads: Worker[] = [];
  readonly #waiting = new Map<number, Waiting>();
  #orders = 0;

  readonly compose: Compose = async (copies, key) => {
    if (this.#threads.length === 0) this.#start();
    const handfuls = Array.from({ length: Math.ceil(copies.length / handful) }, (_, index) =>
      copies.slice(index * handful, (index + 1) * handful),
    );
    return (await Promise.all(handfuls.map((some) => this.#order(some, key)))).flat();
  };

  async close(): Promise<void> {
    await Promise.all(this.#threads.splice(0).map((thread) => thread.terminate()));
  }

  #start(): void {
    for (let count = Math.max(1, availableParallelism() - 1); count > 0; count--) {
      const thread = new Worker(new URL('./compositor-thread.ts', import.meta.url));
      thread.on('message', (answer: Answer) => this.#take(answer));
      thread.on('error', (error) => this.#fail(error));
      // Waiting for work must not keep the process from ending.
      thread.unref();
      this.#threads.push(thread);
    }
  }

  #order(copies: Copy[], key: KeyObject): Promise<Composed[]> {
    const number = this.#orders++;
    const thread = this.#threads[number % this.#threads.length] as Worker;
    thread.ref();
    const composed = new Promise<Composed[]>((resolve, reject) => this.#waiting.set(number, { resolve, reject }));
    thread.postMessage({ number, copies, key } satisfies Order);
    return composed.finally(() => {
      if (this.#waiting.size === 0) for (const idle of this.#threads) idle.unref();
    });
  }

  #take(answer: Answer): void {
    const waiting = this.#waiting.get(answer.number);
    this.#waiting.delete(answer.number);
    if ('error' in answer) waiting?.reject(new Error(answer.error));
    else waiting?.resolve(answer.composed);
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
    this.#threads.length = 0;
  }
}
