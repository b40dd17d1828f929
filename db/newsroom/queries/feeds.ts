import { type Database, type Statement, write } from '../../client.ts';

/** A feed the newsroom follows: where it is, how its articles are taken in, and what its last answer said. */
export type FeedRow = {
  address: string;
  /** Section its articles go to; null when it says so itself. */
  section: string | null;
  /** 1 when its articles are published as they come. */
  publish: number;
  etag: string | null;
  lastModified: string | null;
  checkedAt: string | null;
  /** It is not asked before then; null when its house has given it up. */
  dueAt: string | null;
  /** Failures in a row, and the last of them. */
  failures: number;
  error: string | null;
};

/** A feed nobody has asked yet. */
export const newFeed = (address: string): FeedRow => ({
  address,
  section: null,
  publish: 0,
  etag: null,
  lastModified: null,
  checkedAt: null,
  dueAt: null,
  failures: 0,
  error: null,
});

const columns =
  'address, section, publish, etag, last_modified AS lastModified, checked_at AS checkedAt, due_at AS dueAt, failures, error';

export async function everyFeed(database: Database): Promise<FeedRow[]> {
  return database.rows<FeedRow>({ text: `SELECT ${columns} FROM feeds ORDER BY address`, values: [] });
}

export async function feedByAddress(database: Database, address: string): Promise<FeedRow | undefined> {
  const [row] = await database.rows<FeedRow>({
    text: `SELECT ${columns} FROM feeds WHERE address = ?`,
    values: [address],
  });
  return row;
}

/** Feeds that may be asked again, the longest due first. */
export async function dueFeeds(database: Database, now: string): Promise<FeedRow[]> {
  return database.rows<FeedRow>({
    text: `SELECT ${columns} FROM feeds WHERE due_at <= ? ORDER BY due_at`,
    values: [now],
  });
}

export const saveFeed = (row: FeedRow): Statement =>
  write`INSERT INTO feeds (address, section, publish, etag, last_modified, checked_at, due_at, failures, error)
        VALUES (${row.address}, ${row.section}, ${row.publish}, ${row.etag}, ${row.lastModified}, ${row.checkedAt}, ${row.dueAt}, ${row.failures}, ${row.error})
        ON CONFLICT (address) DO UPDATE SET section = excluded.section, publish = excluded.publish, etag = excluded.etag,
          last_modified = excluded.last_modified, checked_at = excluded.checked_at, due_at = excluded.due_at,
          failures = excluded.failures, error = excluded.error`;

export const dropFeed = (address: string): Statement => write`DELETE FROM feeds WHERE address = ${address}`;
