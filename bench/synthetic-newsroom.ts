import { join } from 'node:path';
import sharp from 'sharp';
import { plainText } from '../article/text.ts';
import { openPress } from '../cli/press.ts';
import { articleBySlug, nextNumber } from '../db/newsroom/queries/articles.ts';
import { saveTopic } from '../db/newsroom/queries/topics.ts';
import { dayIn } from '../edition/dates.ts';
import { canonicalArticlePath } from '../edition/paths.ts';
import { createArticle } from '../newsroom/articles.ts';
import type { ArticleDocument } from '../newsroom/document.ts';
import { storePicture } from '../newsroom/pictures.ts';
import { saveSettings } from '../newsroom/settings.ts';
import { type Press, projectPending } from '../publish/projector.ts';
import { type Config, readConfig } from '../server/config.ts';
import { SeededRandom } from './seeded-random.ts';
import { archiveTags } from './synthetic-archive.ts';
import {
  syntheticArticle,
  syntheticAuthors,
  syntheticSite,
  syntheticSources,
  syntheticTags,
} from './synthetic-articles.ts';

/** Where readers of the measured site think it is; https, so that every production header is sent. */
export const publicUrl = 'https://news.example';

export const configOf = (dataDir: string): Config =>
  readConfig({ DATA_DIR: dataDir, PUBLIC_URL: publicUrl, PORT: '0', SAMPLE: '0', LOG_LEVEL: 'warn' });

export type Written = { path: string; document: ArticleDocument };
export type SyntheticNewsroom = {
  dataDir: string;
  /** Articles there are, those of an archive included. */
  total: number;
  articles: Written[];
  /** The article whose page is weighed: 3,000 characters, with a lead picture. Not among `articles`. */
  weighed: Written;
  pictures: string[];
};

const seed = 20_260_301;
const pictureCount = 6;

/** The site and its topics, those of an archive among them, in a newsroom that may have them already. */
export async function prepareNewsroom({ newsroom }: Press, now: Date): Promise<void> {
  await saveSettings(newsroom, { site: syntheticSite, front: [] }, now);
  const bare = { role: null, bio: null };
  await newsroom.atomic([
    ...[...syntheticTags, ...archiveTags].map((topic) => saveTopic(newsroom, { kind: 'tag', ...topic, ...bare })),
    ...syntheticAuthors.map((topic) => saveTopic(newsroom, { kind: 'author', ...topic, ...bare })),
    ...syntheticSources.map((topic) => saveTopic(newsroom, { kind: 'source', ...topic, ...bare })),
  ]);
}

/** Fills a data folder with `count` published articles, through the newsroom's own functions and the projector. */
export async function fillNewsroom(dataDir: string, count: number, now: Date): Promise<SyntheticNewsroom> {
  const press = openPress(configOf(dataDir));
  try {
    const pictures = await storePictures(press, now);
    await prepareNewsroom(press, now);
    const documents = Array.from({ length: count }, (_, index) =>
      syntheticArticle({ seed, index, until: now, of: count, pictures }),
    );
    const weighed = weighedArticle(count, pictures, now);
    // A newsroom that was kept from an earlier run has them.
    if (!(await articleBySlug(press.newsroom, weighed.slug))) await createAll(press, [...documents, weighed], now);
    await projectPending(press);
    const total = (await nextNumber(press.newsroom)) - 1;
    return { dataDir, total, pictures, articles: documents.map(written), weighed: written(weighed) };
  } finally {
    press.close();
  }
}

const weighedLength = 3_000;

/** The first illustrated article in Simplified after the others, as long as `weighedLength` allows with its subheads and lists. */
function weighedArticle(count: number, pictures: string[], until: Date): ArticleDocument {
  for (let index = count; ; index++) {
    const make = (length: number) => syntheticArticle({ seed, index, until, of: index + 1, pictures, length });
    let article = make(weighedLength);
    if (!article.lead || article.language !== 'zh-Hans') continue;
    for (let length = weighedLength; plainText(article.body).length > weighedLength; length -= 25)
      article = make(length);
    return article;
  }
}

const written = (document: ArticleDocument): Written => ({ path: pathOf(document), document });

/** Path in the root edition; the generator's slugs are its own, so none gets a number. */
export const pathOf = ({ section, publishedAt, slug }: ArticleDocument): string =>
  canonicalArticlePath(section, dayIn(publishedAt, syntheticSite.timeZone), slug);

async function createAll({ newsroom }: Press, documents: readonly ArticleDocument[], now: Date): Promise<void> {
  // One transaction for all: what one commit costs is measured elsewhere.
  await newsroom.exclusively(async () => {
    for (const document of documents) await createArticle(newsroom, document, { now, note: 'bench', publish: true });
  });
}

async function storePictures({ newsroom }: Press, now: Date): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 0; number < pictureCount; number++) {
    const stored = await storePicture(newsroom, await drawPicture(number), `synthetic ${number}`, now);
    await newsroom.atomic(stored.save);
    ids.push(stored.id);
  }
  return ids;
}

/** Soft blocks of colour: quick to encode, and another file for every number. */
async function drawPicture(number: number): Promise<Buffer> {
  const random = new SeededRandom(number + 1);
  const width = 16;
  const height = 9;
  const pixels = Buffer.from(Array.from({ length: width * height * 3 }, () => random.whole(40, 220)));
  const small = sharp(pixels, { raw: { width, height, channels: 3 } });
  return small.resize({ width: 960, height: 540, kernel: 'cubic' }).jpeg({ quality: 85 }).toBuffer();
}

export const contentFile = (dataDir: string): string => join(dataDir, 'content.db');
