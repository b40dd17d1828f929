import { desc, gte, sql } from 'drizzle-orm';
import type { Database, Statement } from '../../client.ts';
import { type Signal, sightings } from '../schema.ts';

/** How often another site was seen by a signal since that was last written down. */
export type Sighting = { host: string; signal: Signal; count: number };
/** `first` and `last` in seconds. */
export type Seen = Sighting & { first: number; last: number };

/** Adds what was seen at a moment, in seconds. */
export const addSightings = (batch: readonly Sighting[], moment: number): Statement =>
  sql`INSERT INTO sightings (host, signal, count, first, last)
      SELECT value->>'host', value->>'signal', value->>'count', ${moment}, ${moment} FROM json_each(${JSON.stringify(batch)}) WHERE true
      ON CONFLICT (host, signal) DO UPDATE SET count = count + excluded.count, last = max(last, excluded.last)`;

const keptFor = 90 * 86_400;
/** Hosts kept: whoever makes names up fills no disk. */
const mostKept = 5_000;

/** Drops what was not seen for three months, and the least seen of too many. */
export const forgetSightings = (moment: number): Statement =>
  sql`DELETE FROM sightings WHERE last < ${moment - keptFor}
      OR (host, signal) NOT IN (SELECT host, signal FROM sightings ORDER BY count DESC, last DESC LIMIT ${mostKept})`;

const mostListed = 200;

/** What was seen since a moment, in seconds, the most first. */
export const sightingsSince = (audience: Database, moment: number): Promise<Seen[]> =>
  audience.orm
    .select()
    .from(sightings)
    .where(gte(sightings.last, moment))
    .orderBy(desc(sightings.count))
    .limit(mostListed);
