import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { explainFailure } from './failure.ts';

const failureOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

test('a data folder that is a file is named as such, with what to check', () => {
  const folder = mkdtempSync(join(tmpdir(), 'failure-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'data');
  writeFileSync(file, '');
  for (const path of [file, join(file, 'media')]) {
    const told = explainFailure(failureOf(() => mkdirSync(path)));
    expect(told).toMatch(
      /^a file stands where a folder has to be: check DATA_DIR and KEY_DIR \((?:EEXIST|ENOTDIR): [^:]+, /,
    );
  }
});

test('errors of our own are told as they are', () => {
  expect(explainFailure(new Error('say why with --reason <text>'))).toBe('say why with --reason <text>');
});
