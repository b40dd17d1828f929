import { type Database, openDatabase } from '../client.ts';
import { migrateDatabase } from '../files/migrations.ts';

/**
 * The counter file for whoever writes it. Its loss harms nothing, so it is not synced at every commit.
 * @throws when it is damaged, and OtherSchema when another version made it
 */
export function openAudienceWriter(url: string): Database {
  const database = openDatabase(url, { durable: false });
  try {
    migrateDatabase(database, 'audience');
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}
