import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { publicUrl } from './synthetic-newsroom.ts';

/** The checkout that is measured: the one this file lies in. */
export const checkout = resolve(import.meta.dirname, '..');

export type SiteProcess = {
  pid: number;
  port: number;
  /** From the start of `npm start`'s script until it says that it listens, in ms. */
  startedIn: number;
  /** What it logged at level error or worse, one JSON line each. */
  complaints: string[];
  stop(): Promise<void>;
};

const startLimit = 60_000;

/** Starts the real server on a data folder, the way `npm start` does. @throws when it does not listen within a minute */
export async function startSite(dataDir: string, env: Record<string, string> = {}): Promise<SiteProcess> {
  const began = performance.now();
  const child = spawn('sh', ['server/start.sh'], {
    cwd: checkout,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...siteEnvironment(dataDir), ...env },
  });
  const said: string[] = [];
  const complaints: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    said.push(line);
    if (/"level":(?:50|60)/.test(line)) complaints.push(line);
  });
  const port = await announcedPort(child).catch((error: Error) => {
    child.kill('SIGKILL');
    throw new Error(`${error.message}; the server said: ${said.slice(-5).join(' | ') || 'nothing'}`);
  });
  const startedIn = performance.now() - began;
  return { pid: child.pid as number, port, startedIn, complaints, stop: () => stop(child) };
}

/** The environment of a server or a command that works on a data folder. */
export const siteEnvironment = (dataDir: string): NodeJS.ProcessEnv => ({
  ...process.env,
  DATA_DIR: dataDir,
  PUBLIC_URL: publicUrl,
  PORT: '0',
  HOST: '127.0.0.1',
  SAMPLE: '0',
  LOG_LEVEL: 'warn',
  CONTENT_DATABASE_URL: '',
  NEWSROOM_DATABASE_URL: '',
  AUDIENCE_DATABASE_URL: '',
});

async function announcedPort(child: ChildProcess): Promise<number> {
  const late = AbortSignal.timeout(startLimit);
  const announced = (async () => {
    for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
      const port = /^Dateline is open at \S+:(\d+)$/.exec(line)?.[1];
      if (port) return Number(port);
    }
    throw new Error('the server ended without listening');
  })();
  const expired = once(late, 'abort').then(() => {
    throw new Error(`the server did not listen within ${startLimit / 1000} s`);
  });
  return Promise.race([announced, expired]);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(force);
}
