import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Config } from '../server/config.ts';

/** One command of the CLI. `run` answers with the exit code; what it throws becomes a sentence and exit code 2. */
export type Command = { summary: string; help: string; run(args: string[], config: Config): Promise<number> };

/** Options and positional words of a command line. @throws Error naming the option that is wrong */
export function readArguments<T extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: T) {
  return parseArgs({ args, options, allowPositionals: true, strict: true });
}

/** One JSON object on a line of stdout. */
export const printJson = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value)}\n`);
};

export const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

export const note = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
