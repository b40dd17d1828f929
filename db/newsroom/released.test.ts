import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, 'migrations');

test('migrations that newsrooms went through are never edited, and every one is noted', () => {
  const released = JSON.parse(readFileSync(join(folder, 'released.json'), 'utf8'));
  const found = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]);
  expect(Object.fromEntries(found), 'a change of the schema is a new migration: decision 0002').toEqual(released);
});
