import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '../../article/canonical.ts';
import { sha256 } from '../../article/hash.ts';
import { publicKeyOf } from '../../article/key-list.ts';
import { isSealSigned, sealHash } from '../../article/seal.ts';
import type { Database, Statement } from '../../db/client.ts';
import { addImport, insertRevision, keepFormerPath } from '../../db/newsroom/queries/articles.ts';
import {
  insertHostLink,
  insertPortableArticle,
  insertPortablePublication,
  insertQuarantine,
} from '../../db/newsroom/queries/portable.ts';
import { hold } from '../../db/newsroom/queries/quarantine.ts';
import { insertSeal } from '../../db/newsroom/queries/seals.ts';
import { type ArticleDocument, NewsroomError, parseDocument } from '../../newsroom/document.ts';
import { fingerprintStatement } from '../../newsroom/near-identical.ts';
import { checkReferences } from '../../newsroom/references.ts';
import { articleFolder } from './article-files.ts';
import {
  articleSchema,
  files,
  type PortableArticleFile,
  type PortableKey,
  recordFile,
  revisionFile,
  revisionSchema,
} from './format.ts';
import { PortableError, readPortable, readWhole } from './lines.ts';

/** One article of a complete export on its way into the newsroom. */
export class ArticleFolder {
  readonly #newsroom: Database;
  readonly #root: string;
  readonly #place: string;
  readonly #keys: readonly PortableKey[];

  constructor(newsroom: Database, root: string, place: string, keys: readonly PortableKey[]) {
    this.#newsroom = newsroom;
    this.#root = root;
    this.#place = place;
    this.#keys = keys;
  }

  /** Checks the article and writes it with everything that belongs to it. @throws PortableError naming file and field */
  async takeIn(): Promise<void> {
    const article = await readPortable(this.#root, `${this.#place}/${files.article}`, articleSchema);
    const { number, hold: held } = article;
    const revisions: Statement[] = [];
    let head: ArticleDocument | null = null;
    for (let revision = 1; revision <= article.headRevision; revision++) {
      const read = await this.#revision(number, revision);
      head = read.document;
      revisions.push(read.statement);
    }
    if (!head || this.#place !== articleFolder({ slug: head.slug, id: article.id }, head.publishedAt))
      this.#refuse(files.article, 'the folder is not named after the article in it');
    this.#checkStates(article);
    await this.#newsroom.atomic([
      insertPortableArticle({ ...article, slug: head.slug }),
      ...revisions,
      ...article.formerPaths.map((path) => keepFormerPath(path, number)),
      ...article.publications.map((publication) => insertPortablePublication(number, publication)),
      ...(await this.#seals(article)),
      ...article.hosts.map((host) => insertHostLink(number, host)),
      ...article.imports.map((row) => addImport({ ...row, article: number })),
      ...(held ? hold(number, held.reasons, held.at) : []),
      ...article.quarantine.map((row) => insertQuarantine(number, row)),
      ...fingerprintStatement(number, head),
    ]);
  }

  #refuse(file: string, why: string): never {
    throw new PortableError(`${this.#place}/${file}: ${why}`);
  }

  async #revision(article: number, revision: number): Promise<{ document: ArticleDocument; statement: Statement }> {
    const file = revisionFile(revision);
    const read = await readPortable(this.#root, `${this.#place}/${file}`, revisionSchema);
    if (read.revision !== revision) this.#refuse(file, `it says it is revision ${read.revision}`);
    try {
      const document = parseDocument(read.document);
      if ((await checkReferences(this.#newsroom, document)).length > 0)
        this.#refuse(file, 'it names an author, a source or a tag that is not in the lists of the export');
      return { document, statement: insertRevision({ ...read, article, document: canonicalJson(read.document) }) };
    } catch (error) {
      if (error instanceof NewsroomError) this.#refuse(file, error.message);
      throw error;
    }
  }

  #checkStates({ headRevision, publishedRevision, path, publications }: PortableArticleFile): void {
    const states = [publishedRevision ?? 1, ...publications.map(({ revision }) => revision)];
    if (states.some((revision) => revision > headRevision))
      this.#refuse(files.article, `it names a revision after ${headRevision}, its last one`);
    if ((publishedRevision === null) !== (path === null))
      this.#refuse(files.article, 'an article that is published has an address, and no other has');
  }

  /** The seals, each checked: signed by a key of the export, following the one before, of the very record beside it. */
  async #seals({ id, number, publications }: PortableArticleFile): Promise<Statement[]> {
    const sealed = publications
      .flatMap(({ seq, seals }) => seals.map((seal) => ({ ...seal, publication: seq })))
      .sort((a, b) => a.position - b.position);
    const statements: Statement[] = [];
    let previous: string | null = null;
    for (const [index, row] of sealed.entries()) {
      const signature = Buffer.from(row.signature, 'base64url');
      const key = this.#keys.find((candidate) => candidate.id === row.key);
      const named = `the seal ${row.position}`;
      if (row.position !== index + 1) this.#refuse(files.article, `${named} is not in its place`);
      if (row.seal.article !== id) this.#refuse(files.article, `${named} is of the article ${row.seal.article}`);
      if (row.seal.previous !== previous) this.#refuse(files.article, `${named} does not follow the one before it`);
      if (key && !isSealSigned({ ...row, signature }, publicKeyOf(key)))
        this.#refuse(files.article, `${named} is not signed by the key ${row.key}`);
      await this.#checkRecord(row.position, row.seal.record);
      statements.push(insertSeal({ ...row, article: number, signature }));
      previous = sealHash(row.seal);
    }
    return statements;
  }

  async #checkRecord(position: number, hash: string): Promise<void> {
    const file = recordFile(position);
    const isThere = await stat(join(this.#root, this.#place, file)).catch(() => null);
    if (isThere && sha256(await readWhole(this.#root, `${this.#place}/${file}`)) !== hash)
      this.#refuse(file, 'it is not the record that was signed');
  }
}
