import { expect, test } from 'vitest';
import { explainFailure, NotShownYet } from './failure.ts';

const failure = (code: string, message: string) => Object.assign(new Error(message), { code });

test('a full disk is called one, whoever found it', () => {
  for (const code of ['ENOSPC', 'SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'EFBIG'])
    expect(explainFailure(failure(code, 'no space'))).toBe(
      `the disk is full or cannot be written. Nothing was half done: make room and give the command again (${code}: no space)`,
    );
});

test('a busy or damaged database says what to do, an error of our own stays as it is', () => {
  expect(explainFailure(failure('SQLITE_BUSY', 'database is locked'))).toContain('give the command again');
  expect(explainFailure(failure('SQLITE_NOTADB', 'file is not a database'))).toContain('put a backup in its place');
  expect(explainFailure(new Error('the newsroom holds no article "x"'))).toBe('the newsroom holds no article "x"');
  expect(explainFailure('odd')).toBe('odd');
});

test('what is saved and not shown yet says so', () => {
  expect(new NotShownYet(failure('ENOSPC', 'write')).message).toMatch(
    /^saved in the newsroom, but readers do not see it yet: the disk is full .*\. The next command or start shows it$/,
  );
});
