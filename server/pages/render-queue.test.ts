import { expect, test } from 'vitest';
import { QueueFull, RenderQueue } from './render-queue.ts';

/** Work that ends when it is told to, and notes that it began. */
function job(name: string, began: string[]) {
  const { promise, resolve } = Promise.withResolvers<string>();
  return {
    start: () => {
      began.push(name);
      return promise;
    },
    end: () => resolve(name),
  };
}

test('no more than two renders run at once, and those that matter more go first', async () => {
  const queue = new RenderQueue({ maxRunning: 2 });
  const began: string[] = [];
  const jobs = ['a', 'b', 'missing', 'c'].map((name) => job(name, began));
  const results = jobs.map(({ start }, index) => queue.run(start, index === 2 ? 'last' : 'first'));
  await Promise.resolve();
  expect(began).toEqual(['a', 'b']);
  for (const { end } of jobs) end();
  expect(await Promise.all(results)).toEqual(['a', 'b', 'missing', 'c']);
  expect(began).toEqual(['a', 'b', 'c', 'missing']);
});

test('a render that fails gives its place to the next', async () => {
  const queue = new RenderQueue({ maxRunning: 1 });
  const failing = queue.run(() => Promise.reject(new Error('no')));
  const next = queue.run(() => Promise.resolve('yes'));
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('yes');
});

test('a full queue refuses at once, made-up addresses earlier than pages', async () => {
  const queue = new RenderQueue({ maxRunning: 1, maxWaiting: 4 });
  const began: string[] = [];
  const running = job('a', began);
  const results = [queue.run(running.start), queue.run(async () => 'b', 'last')];
  await expect(queue.run(async () => 'c', 'last')).rejects.toThrow(QueueFull);
  for (const name of ['d', 'e', 'f']) results.push(queue.run(async () => name));
  await expect(queue.run(async () => 'g')).rejects.toThrow('4 renders are waiting');
  running.end();
  expect(await Promise.all(results)).toEqual(['a', 'b', 'd', 'e', 'f']);
});
