import { type Database, type OpenOptions, openDatabase } from '../client.ts';
import { checkSchema, migrateDatabase, OtherSchema } from '../files/migrations.ts';

/** The system of record, its schema up to date. @throws OtherSchema when it was not made by a version that leads to this one */
export function openNewsroom(url: string, options: OpenOptions = {}): Database {
  const database = openDatabase(url, options);
  try {
    migrateDatabase(database, 'newsroom');
  } catch (error) {
    database.close();
    throw error instanceof OtherSchema ? new OtherSchema(`${error.message}. ${advice}`) : error;
  }
  return database;
}

/** @throws OtherSchema when the file is no newsroom that this version can go on with */
export const checkNewsroom = (newsroom: Database): void => checkSchema(newsroom, 'newsroom');

const advice =
  'Nothing was changed. Start the version that made it; to move to this one, write the newsroom out there with "dateline export" and import that folder here, or put back a backup this version can read with "dateline restore"';
