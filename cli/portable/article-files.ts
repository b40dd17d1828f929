import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '../../article/canonical.ts';
import { sha256 } from '../../article/hash.ts';
import type { Database } from '../../db/client.ts';
import { formerPathsOf } from '../../db/newsroom/queries/articles.ts';
import { mediaTypes } from '../../db/newsroom/queries/media.ts';
import {
  holdOf,
  hostsOf,
  importsOf,
  type PortableArticle,
  publicationsOf,
  quarantineOf,
  revisionOf,
} from '../../db/newsroom/queries/portable.ts';
import { type SealRow, sealsOf } from '../../db/newsroom/queries/seals.ts';
import { type ArticleDocument, parseDocument } from '../../newsroom/document.ts';
import { mediaIds } from '../../newsroom/references.ts';
import { findMedia, makeRecord } from '../../publish/record.ts';
import { documentMarkdown } from '../../syndication/markdown.ts';
import { files, type PortableArticleFile, pictureFile, readableJson, recordFile, revisionFile } from './format.ts';

/** The folder of an article below the export: by the month it was published in, named so that people find it. */
export const articleFolder = ({ slug, id }: Pick<PortableArticle, 'slug' | 'id'>, publishedAt: string): string =>
  join(files.articles, publishedAt.slice(0, 4), publishedAt.slice(5, 7), `${slug}-${id}`);

/** Writes all files of one article: what it is, every state it was saved in, every record that was signed. */
export async function writeArticle(newsroom: Database, row: PortableArticle, root: string): Promise<void> {
  const head = await documentAt(newsroom, row, row.headRevision);
  const folder = join(root, articleFolder(row, head.publishedAt));
  await mkdir(folder, { recursive: true });
  const seals = (await sealsOf(newsroom, [row.number])).get(row.number) ?? [];
  const { number, id, createdAt, headRevision, publishedRevision, path } = row;
  const article: PortableArticleFile = {
    ...{ id, number, createdAt, headRevision, publishedRevision, path },
    formerPaths: await formerPathsOf(newsroom, number),
    hosts: await hostsOf(newsroom, number),
    hold: await holdOf(newsroom, number),
    publications: (await publicationsOf(newsroom, number)).map((publication) => ({
      ...publication,
      seals: seals.filter((seal) => seal.publication === publication.seq).map(portableSeal),
    })),
    imports: await importsOf(newsroom, number),
    quarantine: await quarantineOf(newsroom, number),
  };
  await writeFile(join(folder, files.article), readableJson(article));
  for (let revision = 1; revision <= headRevision; revision++) await writeRevision(newsroom, row, revision, folder);
  await writeRecords(newsroom, row, seals, folder);
  await writeFile(join(folder, files.readable), documentMarkdown(head, await picturesOf(newsroom, head)));
}

const portableSeal = ({ position, seal, facts, key, signature }: SealRow) => ({
  ...{ position, seal, facts, key },
  signature: Buffer.from(signature).toString('base64url'),
});

async function writeRevision(
  newsroom: Database,
  article: PortableArticle,
  revision: number,
  folder: string,
): Promise<void> {
  const { at, note, document } = await stateOf(newsroom, article, revision);
  await writeFile(
    join(folder, revisionFile(revision)),
    readableJson({ revision, at, note, document: JSON.parse(document) }),
  );
}

async function stateOf(newsroom: Database, { number, id }: PortableArticle, revision: number) {
  const row = await revisionOf(newsroom, number, revision);
  if (!row) throw new Error(`article ${id}: the newsroom has lost its revision ${revision}; restore a backup`);
  return row;
}

const documentAt = async (newsroom: Database, article: PortableArticle, revision: number): Promise<ArticleDocument> =>
  parseDocument(JSON.parse((await stateOf(newsroom, article, revision)).document));

/** What was signed, made again from the revision; what an earlier edition of this software wrote otherwise is left out. */
async function writeRecords(
  newsroom: Database,
  row: PortableArticle,
  seals: readonly SealRow[],
  folder: string,
): Promise<void> {
  for (const { position, seal, facts } of seals) {
    const { revision, issuedAt, previous } = seal;
    const document = await documentAt(newsroom, row, revision);
    const own = { ...facts, id: row.id, revision, issuedAt, previous };
    const text = canonicalJson(makeRecord(document, own, await findMedia(newsroom, row.id, document)));
    if (sha256(text) === seal.record) await writeFile(join(folder, recordFile(position)), text);
  }
}

/** Where the article's Markdown finds its pictures. */
async function picturesOf(newsroom: Database, document: ArticleDocument): Promise<(media: string) => string | null> {
  const types = await mediaTypes(newsroom, [...mediaIds(document)]);
  return (id) => {
    const type = types.get(id);
    return type ? `../../../../${pictureFile({ id, type })}` : null;
  };
}
