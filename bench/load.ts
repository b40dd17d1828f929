import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { dismiss, nextMessage } from './child-answer.ts';
import { onCore } from './cores.ts';

/** What the load process is told to ask for. It asks loopback only, stops after `count` requests or `maxSeconds`. */
export type LoadJob = {
  port: number;
  connections: number;
  /** Taken in turn, again and again, by whichever connection is free. */
  paths: string[];
  headers: Record<string, string>;
  count: number;
  maxSeconds: number;
};

export type LoadResult = {
  requests: number;
  seconds: number;
  bytes: number;
  statuses: Record<string, number>;
  /** Time of every request in ms, in the order they ended. */
  times: number[];
};

export type Load = {
  run(job: LoadJob): Promise<LoadResult>;
  stop(): Promise<void>;
};

/** Starts the process that makes load, on the core that is not measured. */
export function startLoad(): Load {
  const [program, args] = onCore(1, process.execPath, [
    '--disable-warning=ExperimentalWarning',
    join(import.meta.dirname, 'load-process.ts'),
  ]);
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], serialization: 'advanced' });
  return {
    async run(job) {
      const answered = nextMessage<LoadResult | { error: string }>(child);
      child.send(job);
      const answer = await answered;
      if ('error' in answer) throw new Error(`load on port ${job.port}: ${answer.error}`);
      if (answer.requests < job.count)
        throw new Error(`load on port ${job.port}: ${answer.requests} of ${job.count} requests in ${job.maxSeconds} s`);
      return answer;
    },
    stop: () => dismiss(child),
  };
}

/** @throws unless every answer had the status */
export function expectOnly(status: number, { statuses }: LoadResult): void {
  const others = Object.entries(statuses).filter(([other]) => Number(other) !== status);
  if (others.length > 0)
    throw new Error(`asked for ${status} only, and got ${others.map(([other, n]) => `${n} × ${other}`).join(', ')}`);
}
