import { join } from 'node:path';
import type { Database, OpenOptions } from '../db/client.ts';
import { isMissing, isSound, openContentWriter } from '../db/content/writer.ts';
import { type Flaw, flawIn, setAside } from '../db/files/set-aside.ts';
import { openNewsroom } from '../db/newsroom/open.ts';
import { Compositor } from '../publish/compositor.ts';
import { openKeyRing } from '../publish/keys.ts';
import { type Press, projectAll, projectPending } from '../publish/projector.ts';
import type { Config } from '../server/config.ts';
import { note } from './command.ts';
import { NotShownYet } from './failure.ts';

type Caching = Pick<OpenOptions, 'cacheMegabytes'>;

export type OpenPress = Press & {
  /** Puts an empty read model in the place of one that cannot be gone on with. */
  renew(): void;
  /** Whether this thread composes by itself, to spare the memory that others take. Changed while nothing is being shown. */
  isSparing: boolean;
  close(): void;
};

/** Opens both databases, their schemas up to date, with the newsroom's keys. A read model that is damaged, or of another version, gives way to a new one. */
export function openPress(config: Config, options: Caching = {}): OpenPress {
  const newsroom = openNewsroom(config.newsroomDatabaseUrl, options);
  const url = config.contentDatabaseUrl;
  const compositor = new Compositor();
  const press: OpenPress = {
    newsroom,
    content: openReadModel(newsroom, url, options),
    ring: openKeyRing(config.keyDir),
    mediaRoot: join(config.dataDir, 'media'),
    compose: compositor.compose,
    get isSparing() {
      return press.compose === undefined;
    },
    set isSparing(wanted) {
      if (wanted) {
        delete press.compose;
        void compositor.close();
      } else press.compose = compositor.compose;
    },
    renew() {
      press.content.close();
      press.content = newReadModel(newsroom, url, options);
    },
    close() {
      void compositor.close();
      newsroom.close();
      press.content.close();
    },
  };
  return press;
}

function openReadModel(newsroom: Database, url: string, options: Caching): Database {
  try {
    if (!isMissing(url)) return openContentWriter(url, options);
  } catch (error) {
    if (!flawIn(error)) throw error;
  }
  return newReadModel(newsroom, url, options);
}

/** One process clears the way; another that found the same flaw takes what the first one made. */
function newReadModel(newsroom: Database, url: string, options: Caching): Database {
  return newsroom.alone(() => {
    let flaw: Flaw | null = 'damaged';
    try {
      if (isSound(url)) return openContentWriter(url, options);
    } catch (error) {
      flaw = flawIn(error);
      if (!flaw) throw error;
    }
    const kept = setAside(url, flaw);
    if (kept) note(`content.db was ${flaw}; it is made anew, and the old one kept as ${kept}`);
    return openContentWriter(url, options);
  });
}

/** Lets readers see what the newsroom published. Returns the publication sequence. @throws NotShownYet */
export async function showReaders(press: OpenPress): Promise<number> {
  try {
    return await onSoundReadModel(press, () => projectPending(press));
  } catch (error) {
    throw new NotShownYet(error);
  }
}

/** Makes everything readers see anew. Returns the publication sequence. */
export const showReadersAnew = (press: OpenPress): Promise<number> => onSoundReadModel(press, () => projectAll(press));

async function onSoundReadModel<T>(press: OpenPress, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!flawIn(error)) throw error;
    press.renew();
    return work();
  }
}
