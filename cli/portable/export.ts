import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Database, databaseFile } from '../../db/client.ts';
import { everyFeed } from '../../db/newsroom/queries/feeds.ts';
import { newHostsSetting } from '../../db/newsroom/queries/hosts.ts';
import { mediaMaster } from '../../db/newsroom/queries/media.ts';
import {
  everyArticle,
  everyHost,
  everyPicture,
  sealingKeys,
  sitePublications,
  topicsOfKind,
} from '../../db/newsroom/queries/portable.ts';
import { getSettings } from '../../newsroom/settings.ts';
import type { KeyRing } from '../../publish/keys.ts';
import { writeArticle } from './article-files.ts';
import { files, formatName, type PortableKey, pictureFile, readableJson, topicKinds } from './format.ts';
import { readMe } from './read-me.ts';

export type Exported = { folder: string; articles: number; pictures: number };

/**
 * Writes everything the newsroom owns into a new folder, article by article, as it is at one moment; editors go on working
 * meanwhile. The folder appears under its name when it is complete. @throws when it is there already
 */
export async function exportNewsroom(
  { newsroom, ring }: { newsroom: Database; ring: KeyRing },
  folder: string,
): Promise<Exported> {
  const target = resolve(folder);
  await refuseTaken(target, folder);
  const partial = join(dirname(target), `.${basename(target)}.partial-${process.pid}`);
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  try {
    const counts = await newsroom.atOneMoment(() => writeEverything(newsroom, ring, partial));
    await rename(partial, target);
    return { folder: target, ...counts };
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}

/** An address that is free now; the rename at the end fails too when somebody took it meanwhile. */
export async function refuseTaken(target: string, given: string): Promise<void> {
  const taken = await stat(target).catch(() => null);
  if (taken) throw new Error(`${given} is there already; name a new folder or file`);
}

async function writeEverything(newsroom: Database, ring: KeyRing, folder: string): Promise<Omit<Exported, 'folder'>> {
  const counts = { articles: 0, pictures: 0 };
  for (const kind of topicKinds) await writeLines(join(folder, files[kind]), topicsOfKind(newsroom, kind));
  await writeLines(join(folder, files.feeds), await everyFeed(newsroom));
  await writeLines(join(folder, files.hosts), everyHost(newsroom));
  await writeLines(join(folder, files.keys), await usedKeys(newsroom, ring));
  await writeLines(join(folder, files.pictures), pictures(newsroom, folder, counts));
  for await (const article of everyArticle(newsroom)) {
    await writeArticle(newsroom, article, folder);
    counts.articles++;
  }
  const settings = await getSettings(newsroom);
  const newHosts = await newHostsSetting(newsroom);
  const publications = await sitePublications(newsroom);
  await writeFile(join(folder, 'README.md'), readMe);
  await writeFile(
    join(folder, files.newsroom),
    readableJson({ format: formatName, ...settings, newHosts, publications, counts }),
  );
  return counts;
}

async function* pictures(newsroom: Database, folder: string, counts: { pictures: number }) {
  for await (const picture of everyPicture(newsroom)) {
    const file = pictureFile(picture);
    const master = await mediaMaster(newsroom, picture.id);
    if (!master) throw new Error(`picture ${picture.id} has no master in ${databaseFile(newsroom.url)}`);
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), master);
    counts.pictures++;
    yield { ...picture, file };
  }
}

/** The keys that seals were made with, as far as the ring knows them. */
async function usedKeys(newsroom: Database, { list }: KeyRing): Promise<PortableKey[]> {
  const used = new Set(await sealingKeys(newsroom));
  return list.keys
    .filter(({ id }) => used.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, algorithm, publicKey, status, until, reason }) => ({
      id,
      algorithm,
      publicKey,
      revoked: status === 'revoked' && until ? { at: until, reason } : null,
    }));
}

async function writeLines(file: string, rows: Iterable<unknown> | AsyncIterable<unknown>): Promise<void> {
  const lines = async function* () {
    for await (const row of rows) yield `${JSON.stringify(row)}\n`;
  };
  await pipeline(lines, createWriteStream(file));
}
