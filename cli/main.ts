import '../server/quick-loading.ts';
import { commands } from './commands.ts';
import { explainFailure } from './failure.ts';

/** The `dateline` command. Exit 0 ok, 1 something was found or refused, 2 could not run. */

async function usage(): Promise<string> {
  const lines: string[] = [];
  for (const [name, load] of Object.entries(commands)) lines.push(`  ${name.padEnd(10)} ${(await load()).summary}`);
  return [
    'usage: npm run dateline -- <command> [options]',
    '',
    ...lines,
    '',
    'Every command explains itself with --help.',
  ].join('\n');
}

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === 'help') {
    process.stdout.write(`${await usage()}\n`);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? await commands[name]?.() : undefined;
  if (!command) {
    process.stderr.write(`dateline: there is no command "${name}"\n\n${await usage()}\n`);
    return 2;
  }
  if (args.includes('--help')) {
    process.stdout.write(`${command.help}\n`);
    return 0;
  }
  const { readConfig } = await import('../server/config.ts');
  return command.run(args, readConfig(process.env));
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`dateline: ${explainFailure(error)}\n`);
  if (process.env.LOG_LEVEL === 'debug' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exitCode = 2;
}
