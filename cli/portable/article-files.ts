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
  type PortableRevision,
  publicationsOf,
  quarantineOf,
  revisionsOf,
} from '../../db/newsroom/queries/portable.ts';
import { type SealRow, sealsOf } from '../../db/newsroom/queries/seals.ts';
import type { ArticleDocument } from '../../newsroom/document.ts';
import { mediaIds } from '../../newsroom/references.ts';
import { findMedia, makeRecord } from '../../publish/record.ts';
import { documentMarkdown } from '../../syndication/markdown.ts';
import { files, type PortableArticleFile, pictureFile, readableJson, recordFile, revisionFile } from './format.ts';

/** The folder of an article below the export: by the month it was published in, named so that people find it. */
export const articleFolder = ({ slug, id }: Pick<PortableArticle, 'slug' | 'id'>, publishedAt: string): string =>
  join(files.articles, publishedAt.slice(0, 4), publishedAt.slice(5, 7), `${slug}-${id}`);

/** Writes all files of one article: what it is, every state it was saved in, every record that was signed. */
export async function writeArticle(newsroom: Database, row: PortableArticle, root: string): Promise<void> {
  const { number, id, createdAt, headRevision, publishedRevision, path } = row;
  const states = (await revisionsOf(newsroom, number)).map((state) => ({
    ...state,
    document: JSON.parse(state.document),
  }));
  const head: ArticleDocument | undefined = states[headRevision - 1]?.document;
  if (!head || states.length !== headRevision)
    throw new Error(
      `article ${id}: of ${headRevision} revisions the newsroom holds ${states.length}; restore a backup`,
    );
  const seals = (await sealsOf(newsroom, [number])).get(number) ?? [];
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
  const folder = join(root, articleFolder(row, head.publishedAt));
  await mkdir(folder, { recursive: true });
  const written: [file: string, text: string][] = [
    [files.article, readableJson(article)],
    ...states.map((state): [string, string] => [revisionFile(state.revision), readableJson(state)]),
    ...(await records(newsroom, row, states, seals)),
    [files.readable, documentMarkdown(head, await picturesOf(newsroom, head))],
  ];
  await Promise.all(written.map(([file, text]) => writeFile(join(folder, file), text)));
}

type State = Omit<PortableRevision, 'document'> & { document: ArticleDocument };

const portableSeal = ({ position, seal, facts, key, signature }: SealRow) => ({
  ...{ position, seal, facts, key },
  signature: Buffer.from(signature).toString('base64url'),
});

/** What was signed, made again from the revision; what an earlier edition of this software wrote otherwise is left out. */
async function records(
  newsroom: Database,
  { id }: PortableArticle,
  states: readonly State[],
  seals: readonly SealRow[],
): Promise<[file: string, text: string][]> {
  const made: [string, string][] = [];
  for (const { position, seal, facts } of seals) {
    const { revision, issuedAt, previous } = seal;
    const document = states[revision - 1]?.document;
    if (!document) throw new Error(`article ${id}: revision ${revision} was published and is gone; restore a backup`);
    const own = { ...facts, id, revision, issuedAt, previous };
    const text = canonicalJson(makeRecord(document, own, await findMedia(newsroom, id, document)));
    if (sha256(text) === seal.record) made.push([recordFile(position), text]);
  }
  return made;
}

/** Where the article's Markdown finds its pictures. */
async function picturesOf(newsroom: Database, document: ArticleDocument): Promise<(media: string) => string | null> {
  const types = await mediaTypes(newsroom, [...mediaIds(document)]);
  return (id) => {
    const type = types.get(id);
    return type ? `../../../../${pictureFile({ id, type })}` : null;
  };
}
