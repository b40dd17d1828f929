/** More renders are waiting than a visitor would wait for. */
export class QueueFull extends Error {
  override name = 'QueueFull';
}

/** Bounds how many renders run at once and how many wait. Renders that matter more go first. */
export class RenderQueue {
  readonly #maxRunning: number;
  readonly #maxWaiting: number;
  readonly #waiting = { first: [] as (() => void)[], last: [] as (() => void)[] };
  #running = 0;

  /** Four at once keep the process busy: while one is compressed, in threads of its own, the next are rendered. */
  constructor({ maxRunning = 4, maxWaiting = 200 } = {}) {
    this.#maxRunning = maxRunning;
    this.#maxWaiting = maxWaiting;
  }

  /** @throws QueueFull at once when the queue is full; addresses that match no page may only fill a quarter of it */
  async run<T>(work: () => Promise<T>, priority: 'first' | 'last' = 'first'): Promise<T> {
    await this.#turn(priority);
    try {
      return await work();
    } finally {
      this.#running -= 1;
      const next = this.#waiting.first.shift() ?? this.#waiting.last.shift();
      next?.();
    }
  }

  async #turn(priority: 'first' | 'last'): Promise<void> {
    if (this.#running >= this.#maxRunning) {
      const waiting = this.#waiting.first.length + this.#waiting.last.length;
      const full =
        waiting >= this.#maxWaiting || (priority === 'last' && this.#waiting.last.length >= this.#maxWaiting / 4);
      if (full) throw new QueueFull(`${waiting} renders are waiting`);
      await new Promise<void>((resolve) => this.#waiting[priority].push(resolve));
    }
    this.#running += 1;
  }
}
