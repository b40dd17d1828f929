import { connect, type Socket } from 'node:net';
import type { LoadJob, LoadResult } from './load.ts';
import { ResponseReader } from './response-reader.ts';

/** The load generator: keep-alive connections to loopback, one request under way on each. */

const answerLimit = 30_000;

process.on('message', (job: LoadJob) => {
  run(job).then(
    (result) => process.send?.(result),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.message : String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));

async function run(job: LoadJob): Promise<LoadResult> {
  const requests = job.paths.map((path) => Buffer.from(`GET ${path} HTTP/1.1\r\n${headerLines(job)}\r\n`, 'latin1'));
  const statuses = new Map<number, number>();
  const result: LoadResult = { requests: 0, seconds: 0, bytes: 0, statuses: {}, times: [] };
  let started = 0;
  const began = performance.now();
  const until = began + job.maxSeconds * 1000;
  const next = (): Buffer | null =>
    started < job.count && performance.now() < until ? (requests[started++ % requests.length] as Buffer) : null;
  const done = (status: number, ms: number) => {
    result.requests++;
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    result.times.push(ms);
  };
  const clients = Array.from({ length: job.connections }, () => runConnection(job.port, next, done));
  result.bytes = (await Promise.all(clients)).reduce((sum, bytes) => sum + bytes, 0);
  result.seconds = (performance.now() - began) / 1000;
  result.statuses = Object.fromEntries(statuses);
  return result;
}

const headerLines = ({ port, headers }: LoadJob): string =>
  Object.entries({ host: `127.0.0.1:${port}`, ...headers })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');

/** Asks until there is nothing more to ask; opens the connection anew when the server closes it. Resolves to bytes read. */
function runConnection(
  port: number,
  next: () => Buffer | null,
  done: (status: number, ms: number) => void,
): Promise<number> {
  return new Promise((resolve, reject) => {
    let bytes = 0;
    const open = () => {
      const reader = new ResponseReader();
      let sentAt = 0;
      const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
      const ask = () => {
        const request = next();
        if (request === null) {
          socket.removeAllListeners('close').destroy();
          return resolve(bytes);
        }
        sentAt = performance.now();
        socket.write(request);
      };
      const onResponse = (status: number, closes: boolean) => {
        done(status, performance.now() - sentAt);
        if (!closes) return ask();
        socket.removeAllListeners('close').destroy();
        open();
      };
      socket.setTimeout(answerLimit, () => socket.destroy(new Error(`no answer within ${answerLimit / 1000} s`)));
      socket.on('connect', ask).on('error', reject);
      socket.on('close', () => reject(new Error('the server closed a connection with a request under way')));
      socket.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        try {
          reader.push(chunk, onResponse);
        } catch (error) {
          socket.destroy(error as Error);
        }
      });
    };
    open();
  });
}
