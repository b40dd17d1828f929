import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const root = resolve(import.meta.dirname, '..');
const nodeOptions = ['--disable-warning=ExperimentalWarning'];

/** A Dateline running in a process and a folder of its own, as `npm start` runs it. */
export type SiteProcess = {
  url: string;
  dataDir: string;
  process: ChildProcess;
  /** Sends SIGTERM; resolves to the exit code. */
  stop(): Promise<number | null>;
};

export const newDataDir = (): string => mkdtempSync(join(tmpdir(), 'dateline-e2e-'));

/** Removes a data folder and the keys beside it. */
export function removeDataDir(folder: string): void {
  for (const path of [folder, keyDirOf(folder)]) rmSync(path, { recursive: true, force: true });
}

const keyDirOf = (dataDir: string) => `${dataDir}-keys`;

/** A copy of a data folder that nobody has open, keys included. Pictures are linked: what has a name there never changes. */
export function copyDataDir(from: string): string {
  const to = newDataDir();
  cpSync(keyDirOf(from), keyDirOf(to), { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.name === 'media') linkTree(source, target);
    else if (entry.isFile()) cpSync(source, target);
  }
  return to;
}

/** A second name for every file of a folder on the same disk. */
export function linkTree(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkSync(source, target);
  }
}

/** What can happen to the read model behind a running site's back. */
export function ownContentDatabase(dataDir: string) {
  const file = join(dataDir, 'content.db');
  return {
    file,
    delete: () => rmSync(file),
    /** The same file, other bytes: what `cp something content.db` does. */
    replaceWith: (text: string) => writeFileSync(file, text),
  };
}

type Elsewhere = {
  /** Another checkout than this one. */
  folder?: string;
  development?: boolean;
  /** Told of every line of its log, which is otherwise passed on. */
  onLog?: (line: string) => void;
};

/** Starts the site of a data folder, from another checkout if told, and waits for its address. @throws when it ends before it listens */
export async function startSite(
  dataDir: string,
  env: Record<string, string> = {},
  { folder = root, development = false, onLog }: Elsewhere = {},
): Promise<SiteProcess> {
  const child = spawn(process.execPath, [...nodeOptions, 'server/launch.ts', ...(development ? ['--dev'] : [])], {
    cwd: folder,
    stdio: ['ignore', 'pipe', onLog ? 'pipe' : 'inherit'],
    env: { ...process.env, PORT: String(await freePort()), LOG_LEVEL: 'fatal', ...env, DATA_DIR: dataDir },
  });
  if (onLog) createInterface({ input: child.stderr as NodeJS.ReadableStream }).on('line', onLog);
  const url = await addressOf(child);
  return {
    url,
    dataDir,
    process: child,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      child.kill('SIGTERM');
      const [code] = await once(child, 'exit');
      return code as number | null;
    },
  };
}

/** Pages name their own address, so the port has to be known before the site starts. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
    lines.on('line', (line) => {
      const address = /https?:\/\/\S+/.exec(line)?.[0];
      if (address) found(address);
    });
    child.once('exit', (code) => failed(new Error(`the site ended with ${code} before it listened`)));
    child.once('error', failed);
  });
}

export type CommandResult = { code: number; stdout: string; stderr: string };

/** Runs the `dateline` command against a data folder. */
export const dateline = (dataDir: string, ...args: string[]): Promise<CommandResult> =>
  resultOf(startDateline(dataDir, args));

/**
 * The running command. With `largestFile` (in blocks of 512 bytes) no file can grow beyond that: writing then fails as it
 * does on a full disk.
 */
export function startDateline(dataDir: string, args: readonly string[], largestFile?: number) {
  const command = [process.execPath, ...nodeOptions, 'cli/main.ts', ...args];
  const [program = '', ...rest] =
    largestFile === undefined ? command : ['sh', '-c', `ulimit -f ${largestFile}; exec "$@"`, 'sh', ...command];
  return spawn(program, rest, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATA_DIR: dataDir },
  });
}

export async function resultOf(child: ReturnType<typeof startDateline>): Promise<CommandResult> {
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk;
  });
  const [code] = await once(child, 'close');
  return { code: code as number, ...output };
}
