import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '../../article/canonical.ts';
import type { Database, Statement } from '../../db/client.ts';
import { readRegister } from '../../db/content/projection.ts';
import { saveFeed } from '../../db/newsroom/queries/feeds.ts';
import { setHostStatus, setNewHosts } from '../../db/newsroom/queries/hosts.ts';
import { saveMedia } from '../../db/newsroom/queries/media.ts';
import { lastPublication } from '../../db/newsroom/queries/outbox.ts';
import {
  clearSettings,
  goOnAfter,
  holdings,
  insertPortableTopic,
  insertSitePublication,
} from '../../db/newsroom/queries/portable.ts';
import { appendSitePublication, writeSettings } from '../../db/newsroom/queries/settings.ts';
import { toInstant } from '../../edition/dates.ts';
import { checkMaster, PictureError } from '../../newsroom/pictures.ts';
import { believeKeys } from '../../publish/keys.ts';
import type { Press } from '../../publish/projector.ts';
import { ArticleFolder } from './article-folder.ts';
import {
  feedSchema,
  files,
  formatName,
  hostSchema,
  keySchema,
  newsroomSchema,
  type PortableKey,
  pictureSchema,
  topicKinds,
  topicSchema,
} from './format.ts';
import { PortableError, readLines, readPortable, readWhole } from './lines.ts';

/** Whether a folder holds a whole newsroom. */
export async function isPortableExport(folder: string): Promise<boolean> {
  const found = await lstat(join(folder, files.newsroom)).catch(() => null);
  if (!found?.isFile()) return false;
  return (await readWhole(folder, files.newsroom)).subarray(0, 200).includes(formatName.split('/')[0] as string);
}

export type Moved = { articles: number; pictures: number; believed: string[] };

/**
 * Makes an empty newsroom the one that was exported, all of it or nothing. Every signature, record and picture is checked;
 * the keys they were made with are believed from now on for what they signed.
 * @throws PortableError naming file and field when the export is damaged, Error when the newsroom is not empty
 */
export async function importNewsroom(
  press: Press,
  root: string,
  now: Date,
  progress: (articles: number) => void,
): Promise<Moved> {
  const { newsroom } = press;
  await refuseFull(newsroom);
  const { site, front, newHosts, publications, counts } = await readPortable(root, files.newsroom, newsroomSchema);
  const keys: PortableKey[] = [];
  for await (const key of readLines(root, files.keys, keySchema)) keys.push(key);
  const reached = Math.max(await lastPublication(newsroom), (await readRegister(press.content))?.sequence ?? 0);
  const moved = await newsroom.exclusively(async () => {
    await refuseFull(newsroom);
    await newsroom.atomic([
      ...clearSettings(),
      writeSettings(newsroom, canonicalJson(site), front),
      setNewHosts(newHosts),
      ...publications.map(insertSitePublication),
    ]);
    await takeTopics(newsroom, root);
    for await (const { host, status, at } of readLines(root, files.hosts, hostSchema))
      await newsroom.atomic([setHostStatus(host, status, at)]);
    const pictures = await takePictures(newsroom, root);
    const articles = await takeArticles(newsroom, root, keys, progress);
    if (articles !== counts.articles || pictures !== counts.pictures)
      throw new PortableError(
        `the export holds ${articles} articles and ${pictures} pictures where ${files.newsroom} counts ${counts.articles} and ${counts.pictures}; it is not complete`,
      );
    for await (const feed of readLines(root, files.feeds, feedSchema)) await newsroom.atomic([saveFeed(feed)]);
    // Watchers take a smaller sequence for an old state.
    if (reached > (await lastPublication(newsroom)))
      await newsroom.atomic([goOnAfter(reached), appendSitePublication(newsroom, toInstant(now))]);
    // Before anything is kept: seals by keys nobody believes would all be made anew.
    press.ring = believeKeys(press.ring, keys, now);
    return { articles, pictures };
  });
  return { ...moved, believed: keys.filter(({ revoked }) => !revoked).map(({ id }) => id) };
}

async function refuseFull(newsroom: Database): Promise<void> {
  const { articles, topics, pictures } = await holdings(newsroom);
  if (articles + topics + pictures > 0)
    throw new Error(
      `this newsroom holds ${articles} articles, ${topics} topics and ${pictures} pictures; a whole newsroom is only imported into an empty one: set DATA_DIR to a new folder`,
    );
}

async function takeTopics(newsroom: Database, root: string): Promise<void> {
  for (const kind of topicKinds) {
    const batch = new Batch(newsroom);
    for await (const topic of readLines(root, files[kind], topicSchema))
      await batch.add(insertPortableTopic(kind, topic));
    await batch.flush();
  }
}

async function takePictures(newsroom: Database, root: string): Promise<number> {
  let pictures = 0;
  for await (const { file, ...picture } of readLines(root, files.pictures, pictureSchema)) {
    if (!/^pictures\/[0-9a-f]{2}\/[0-9a-f]{16}\.(?:jpg|png)$/.test(file))
      throw new PortableError(`${files.pictures}: ${file} is no place for a picture`);
    const master = await readWhole(root, file);
    try {
      await checkMaster(master, picture, file);
    } catch (error) {
      if (error instanceof PictureError) throw new PortableError(error.message);
      throw error;
    }
    await newsroom.atomic([saveMedia(newsroom, { ...picture, master })]);
    pictures++;
  }
  return pictures;
}

async function takeArticles(
  newsroom: Database,
  root: string,
  keys: readonly PortableKey[],
  progress: (articles: number) => void,
): Promise<number> {
  let articles = 0;
  for await (const place of articlePlaces(root)) {
    await new ArticleFolder(newsroom, root, place, keys).takeIn();
    progress(++articles);
  }
  return articles;
}

/** Folders of articles, in the order of their names: year, month, article. */
async function* articlePlaces(root: string, place: string = files.articles, depth = 0): AsyncGenerator<string> {
  const entries = await readdir(join(root, place), { withFileTypes: true }).catch(() => []);
  for (const { name } of entries.filter((entry) => entry.isDirectory()).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (depth === 2) yield `${place}/${name}`;
    else yield* articlePlaces(root, `${place}/${name}`, depth + 1);
  }
}

/** Statements that are written some hundred at a time. */
class Batch {
  readonly #newsroom: Database;
  #statements: Statement[] = [];

  constructor(newsroom: Database) {
    this.#newsroom = newsroom;
  }

  async add(statement: Statement): Promise<void> {
    this.#statements.push(statement);
    if (this.#statements.length >= 500) await this.flush();
  }

  async flush(): Promise<void> {
    await this.#newsroom.atomic(this.#statements);
    this.#statements = [];
  }
}
