import { request } from './request.ts';

const readers = 6;

/** Readers who ask for the paths over and over. `stop` says what they got that no reader should: `status path`. */
export function hammer(url: string, paths: readonly string[]): { stop(): Promise<string[]> } {
  const wrong = new Set<string>();
  let running = true;
  const read = async (first: number) => {
    for (let turn = first; running; turn++) {
      const path = paths[turn % paths.length] as string;
      try {
        const { status, text, headers } = await request(url + path);
        if (status >= 500) wrong.add(`${status} ${path}`);
        else if (status === 200 && /html/.test(headers['content-type'] ?? '') && !text.endsWith('</html>'))
          wrong.add(`cut off ${path}`);
      } catch (error) {
        if (running) wrong.add(`${(error as Error).message} ${path}`);
      }
    }
  };
  const all = Promise.all(Array.from({ length: readers }, (_, index) => read(index)));
  return {
    async stop() {
      running = false;
      await all;
      return [...wrong];
    },
  };
}
