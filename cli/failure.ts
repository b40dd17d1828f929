/**
 * What went wrong as a sentence for the person who must act. Errors of our own are sentences already; those of the
 * operating system and of SQLite say what happened and not what to do.
 */
export function explainFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  const advice = advices.find(([codes]) => codes.test(code))?.[1];
  // Messages of the operating system begin with the code.
  const cause = error.message.startsWith(`${code}:`) ? error.message : `${code}: ${error.message}`;
  return advice ? `${advice} (${cause})` : error.message;
}

const advices: [codes: RegExp, advice: string][] = [
  [
    /^(?:ENOSPC|EDQUOT|EFBIG|SQLITE_FULL|SQLITE_IOERR(?:_(?:WRITE|FSYNC|TRUNCATE|SHM\w+))?)$/,
    'the disk is full or cannot be written. Nothing was half done: make room and give the command again',
  ],
  [
    /^SQLITE_BUSY/,
    'another command is writing and did not finish in time. Nothing was half done: give the command again',
  ],
  [
    /^(?:SQLITE_READONLY\w*|SQLITE_CANTOPEN\w*|EACCES|EPERM|EROFS)$/,
    'the data folder cannot be written by this user: check DATA_DIR and its owner',
  ],
  [/^(?:EEXIST|ENOTDIR)$/, 'a file stands where a folder has to be: check DATA_DIR and KEY_DIR'],
  [
    /^SQLITE_(?:CORRUPT|NOTADB)\w*$/,
    'newsroom.db is damaged or is no database: put a backup in its place; content.db is made from it',
  ],
];

/** The newsroom holds what the command did; readers will see it later. */
export class NotShownYet extends Error {
  override name = 'NotShownYet';

  constructor(cause: unknown) {
    super(
      `saved in the newsroom, but readers do not see it yet: ${explainFailure(cause)}. The next command or start shows it`,
      { cause },
    );
  }
}
