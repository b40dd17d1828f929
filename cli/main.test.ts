import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from './commands.ts';

const dateline = (...args: string[]) =>
  spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'main.ts'), ...args],
    {
      encoding: 'utf8',
    },
  );

test('--help names every command with what it is for', () => {
  const { status, stdout } = dateline('--help');
  expect(status).toBe(0);
  for (const name of Object.keys(commands)) expect(stdout).toMatch(new RegExp(`^  ${name} +\\S`, 'm'));
});

test('every command explains itself', async () => {
  for (const [name, load] of Object.entries(commands)) {
    const { help, summary } = await load();
    expect(help).toContain(`usage: npm run dateline -- ${name}`);
    expect(summary).not.toBe('');
  }
});

test('a name that is no command is answered with those there are', () => {
  for (const name of ['publsih', 'constructor']) {
    const { status, stderr } = dateline(name);
    expect(status).toBe(2);
    expect(stderr).toContain(`there is no command "${name}"`);
    expect(stderr).toContain('withdraw');
  }
});
