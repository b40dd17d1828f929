import { type Database, type Statement, write } from '../../client.ts';

/** What services outside are to be told, and how far they were. Times are UTC, to the second. */

export type Delivery = { address: string; attempts: number };

/** Number of the last publication a service was given; undefined for one that is new. */
export async function pushProgress(database: Database, service: string): Promise<number | undefined> {
  const [row] = await database.rows<{ seq: number }>(write`SELECT seq FROM push_progress WHERE service = ${service}`);
  return row?.seq;
}

export const setPushProgress = (service: string, seq: number): Statement =>
  write`INSERT INTO push_progress (service, seq) VALUES (${service}, ${seq})
        ON CONFLICT (service) DO UPDATE SET seq = excluded.seq`;

/** An address that changed again is told once, and counts as new. */
export const addDelivery = (service: string, address: string, at: string): Statement =>
  write`INSERT INTO deliveries (service, address, attempts, next_at) VALUES (${service}, ${address}, 0, ${at})
        ON CONFLICT (service, address) DO UPDATE SET attempts = 0, next_at = min(next_at, excluded.next_at), fault = NULL`;

export const dueDeliveries = (database: Database, service: string, now: string, limit: number): Promise<Delivery[]> =>
  database.rows<Delivery>(
    write`SELECT address, attempts FROM deliveries WHERE service = ${service} AND next_at <= ${now}
          ORDER BY next_at, address LIMIT ${limit}`,
  );

/** Only as it was when it was sent: one that changed meanwhile stays. */
export const dropDelivery = (service: string, { address, attempts }: Delivery, now: string): Statement =>
  write`DELETE FROM deliveries WHERE service = ${service} AND address = ${address} AND attempts = ${attempts} AND next_at <= ${now}`;

export const retryDelivery = (service: string, { address, attempts }: Delivery, at: string, fault: string): Statement =>
  write`UPDATE deliveries SET attempts = ${attempts + 1}, next_at = ${at}, fault = ${fault}
        WHERE service = ${service} AND address = ${address} AND attempts = ${attempts}`;
