import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ArticleRecord } from '../../article/record.ts';
import type { Database } from '../../db/client.ts';
import { type ArticleRow, revisionDocument } from '../../db/newsroom/queries/articles.ts';
import { everyArticle } from '../../db/newsroom/queries/portable.ts';
import { sealsOf } from '../../db/newsroom/queries/seals.ts';
import { editionOf } from '../../edition/site.ts';
import { type ArticleDocument, parseDocument } from '../../newsroom/document.ts';
import { getSettings } from '../../newsroom/settings.ts';
import { findMedia, makeRecord } from '../../publish/record.ts';
import { articleNinjs } from '../../syndication/ninjs.ts';
import { refuseTaken } from './export.ts';
import { readableJson } from './format.ts';

type Place = { publicUrl: string; now: Date };

/**
 * Writes articles as readers see them, as IPTC ninjs: one file to an article in a new folder, or one list when the name ends
 * with `.json`. Without `named`, every one that is out. Returns how many. @throws when the target is there already
 */
export async function exportNinjs(
  newsroom: Database,
  target: string,
  named: readonly ArticleRow[],
  place: Place,
): Promise<number> {
  const path = resolve(target);
  await refuseTaken(path, target);
  const partial = join(dirname(path), `.${basename(path)}.partial-${process.pid}`);
  await mkdir(dirname(path), { recursive: true });
  try {
    const items = () => ninjsItems(newsroom, named, place);
    const written = await newsroom.atOneMoment(() =>
      path.endsWith('.json') ? writeList(partial, items()) : writeFiles(partial, items()),
    );
    await rename(partial, path);
    return written;
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}

type Item = { slug: string; id: string; ninjs: Record<string, unknown> };

async function* ninjsItems(newsroom: Database, named: readonly ArticleRow[], place: Place): AsyncGenerator<Item> {
  const { site } = await getSettings(newsroom);
  for await (const row of named.length > 0 ? named : everyArticle(newsroom)) {
    const published = await publishedRecord(newsroom, row);
    if (!published) {
      if (named.length > 0) throw new Error(`article ${row.id} was never published; only what is out is exported`);
      continue;
    }
    const { record, document } = published;
    const edition = editionOf(site, record.language) ?? site.editions[0];
    if (!edition || (named.length === 0 && record.publishedAt > place.now.toISOString())) continue;
    const home = { site, edition, origin: place.publicUrl };
    const others = record.status === 'withdrawn' ? { pinned: [], translations: [] } : document;
    yield { slug: document.slug, id: row.id, ninjs: articleNinjs(record, others, home, place.now) };
  }
}

/** The record readers have of an article, made from what was sealed last; null when there is none. */
async function publishedRecord(
  newsroom: Database,
  { number, id }: Pick<ArticleRow, 'number' | 'id'>,
): Promise<{ record: ArticleRecord; document: ArticleDocument } | null> {
  const last = (await sealsOf(newsroom, [number])).get(number)?.at(-1);
  if (!last) return null;
  const { revision, issuedAt, previous } = last.seal;
  const document = parseDocument(await revisionDocument(newsroom, number, revision));
  const facts = { ...last.facts, id, revision, issuedAt, previous };
  return { record: makeRecord(document, facts, await findMedia(newsroom, id, document)), document };
}

async function writeFiles(folder: string, items: AsyncGenerator<Item>): Promise<number> {
  await mkdir(folder, { recursive: true });
  let count = 0;
  for await (const { slug, id, ninjs } of items) {
    await writeFile(join(folder, `${slug}-${id}.json`), readableJson(ninjs));
    count++;
  }
  return count;
}

async function writeList(file: string, items: AsyncGenerator<Item>): Promise<number> {
  let count = 0;
  const parts = async function* () {
    for await (const { ninjs } of items) yield `${count++ === 0 ? '[' : ','}\n${JSON.stringify(ninjs)}`;
    yield count === 0 ? '[]\n' : '\n]\n';
  };
  await pipeline(parts, createWriteStream(file));
  return count;
}
