import { type Database, type Statement, write } from '../../client.ts';

/** 64 bits in two numbers, as bit operations want them. */
export type Fingerprint = { high: number; low: number };

/** Fingerprints of articles published between two moments, in seconds; the newest `limit` of them. */
export async function fingerprintsBetween(
  database: Database,
  { from, until, limit }: { from: number; until: number; limit: number },
): Promise<(Fingerprint & { article: number })[]> {
  return database.rows(
    write`SELECT article, high, low FROM fingerprints WHERE at BETWEEN ${from} AND ${until} ORDER BY at DESC LIMIT ${limit}`,
  );
}

export const saveFingerprint = (article: number, at: number, { high, low }: Fingerprint): Statement =>
  write`INSERT INTO fingerprints (article, at, high, low) VALUES (${article}, ${at}, ${high}, ${low})
        ON CONFLICT (article) DO UPDATE SET at = excluded.at, high = excluded.high, low = excluded.low`;
