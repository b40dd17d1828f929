import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { BareResponse } from './bare-server.ts';
import { dismiss, nextMessage } from './child-answer.ts';
import { onCore } from './cores.ts';
import type { Answer } from './exchange.ts';

export type BareProcess = {
  pid: number;
  port: number;
  /** From now on every request gets these bytes and headers. */
  serve(answer: Answer): Promise<void>;
  stop(): Promise<void>;
};

/** Headers node:http writes by itself. */
const automatic: ReadonlySet<string> = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding']);

/** Starts the baseline server on the core the site is measured on. */
export async function startBareServer(): Promise<BareProcess> {
  const [program, args] = onCore(0, process.execPath, [
    '--disable-warning=ExperimentalWarning',
    join(import.meta.dirname, 'bare-server.ts'),
  ]);
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const { port } = await nextMessage<{ port: number }>(child);
  return {
    pid: child.pid as number,
    port,
    async serve({ status, rawHeaders, body }) {
      const headers: string[] = [];
      for (let index = 0; index < rawHeaders.length; index += 2) {
        const name = rawHeaders[index] as string;
        if (!automatic.has(name.toLowerCase())) headers.push(name, rawHeaders[index + 1] as string);
      }
      const ready = nextMessage(child);
      child.send({ status, headers, body: body.toString('base64') } satisfies BareResponse);
      await ready;
    },
    stop: () => dismiss(child),
  };
}
