import { join } from 'node:path';
import { openContentWriter } from '../db/content/writer.ts';
import { openNewsroom } from '../db/newsroom/open.ts';
import { signingKey } from '../publish/keys.ts';
import type { Press } from '../publish/projector.ts';
import type { Config } from '../server/config.ts';

/** Opens both databases, their schemas up to date, with the newsroom's key. */
export function openPress(config: Config): Press & { close(): void } {
  const newsroom = openNewsroom(config.newsroomDatabaseUrl);
  const content = openContentWriter(config.contentDatabaseUrl);
  return {
    newsroom,
    content,
    key: signingKey(join(config.dataDir, 'newsroom.key'), join(config.dataDir, 'site.pub')),
    mediaRoot: join(config.dataDir, 'media'),
    close() {
      newsroom.close();
      content.close();
    },
  };
}
