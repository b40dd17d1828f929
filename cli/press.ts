import { join } from 'node:path';
import { openContentWriter } from '../db/content/writer.ts';
import { openNewsroom } from '../db/newsroom/open.ts';
import { openKeyRing } from '../publish/keys.ts';
import { type Press, projectPending } from '../publish/projector.ts';
import type { Config } from '../server/config.ts';
import { NotShownYet } from './failure.ts';

/** Opens both databases, their schemas up to date, with the newsroom's keys. */
export function openPress(config: Config): Press & { close(): void } {
  const newsroom = openNewsroom(config.newsroomDatabaseUrl);
  const content = openContentWriter(config.contentDatabaseUrl);
  return {
    newsroom,
    content,
    ring: openKeyRing(config.keyDir),
    mediaRoot: join(config.dataDir, 'media'),
    close() {
      newsroom.close();
      content.close();
    },
  };
}

/** Lets readers see what the newsroom published. Returns the publication sequence. @throws NotShownYet */
export async function showReaders(press: Press): Promise<number> {
  try {
    return await projectPending(press);
  } catch (error) {
    throw new NotShownYet(error);
  }
}
