import type { Database } from '../client.ts';
import { keptReader } from '../files/kept-reader.ts';

const complaints = new Set<string>();

/**
 * Asks the counter file, and answers `otherwise` while there is none or it cannot be read: a page is never the poorer
 * for it than by its ranking. A reason is told once.
 */
export async function askAudience<T>(query: (audience: Database) => Promise<T>, otherwise: T): Promise<T> {
  try {
    const audience = audienceDatabase();
    return audience ? await query(audience) : otherwise;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (!complaints.has(reason)) {
      complaints.add(reason);
      console.warn(`audience.db cannot be read, rankings show what is newest: ${reason}`);
    }
    return otherwise;
  }
}

/** The counter file as pages see it. */
const audienceDatabase = keptReader(
  () => process.env.AUDIENCE_DATABASE_URL ?? `file:${process.env.DATA_DIR ?? './data'}/audience.db`,
);
