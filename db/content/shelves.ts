import { sha256Bytes } from '../../article/hash.ts';
import { emptyLeaf } from '../../article/register.ts';
import { type Database, type Orm, write } from '../client.ts';
import { currentRegister, signedLeaf } from './register.ts';
import { refuseRow } from './tampered.ts';

/**
 * Rows that readers are led by and that say nothing themselves stand on shelves: few enough rows each to be hashed at
 * once, and the hash of every shelf is in the register. So a row that was changed is noticed, and also one that is gone.
 * Numbers of shelves: lists, suggestions, sitemap files, the sample of terms, addresses, what each article is about.
 */
export const listShelves = 4_096;
const suggestionShelves = listShelves;
const sitemapShelves = 5_120;
const sampleShelf = 6_143;
const addressShelves = 8_192;
/** A power of two: about sixty addresses on each at a million articles. */
const addressShelfCount = 16_384;
const idShelves = addressShelves + addressShelfCount;
/** Of articles' ids, three of which make a shelf: about thirty on each at a million articles. */
const idLetters = '0123456789abcdefghijklmnopqrstuvwxyz';
const keywordShelves = idShelves + 47_104;

/** A shelf: how its rows are read, in order, and spelled for its hash. `row` and `field` name it in alarms. */
export type Shelf<Row> = {
  number: number;
  table: string;
  row: string;
  field: string;
  read(database: Database): Promise<Row[]>;
  spell(row: Row): string;
};

export const leafOfShelf = <Row>({ number, spell }: Pick<Shelf<Row>, 'number' | 'spell'>, rows: readonly Row[]) =>
  rows.length === 0 ? emptyLeaf : sha256Bytes(`shelf\n${number}\n${rows.map(spell).join('\n')}`);

type Kept = { leaf: Buffer; rows: readonly unknown[] };
const verified = new WeakMap<Orm, Map<number, Kept>>();
const mostKept = 8_192;

/**
 * The rows of a shelf as the newsroom signed them. What a process saw once it does not read again until the register
 * names another hash. Whoever is writing sees what it wrote, which is signed when it is done. @throws TamperedRow
 */
export async function readShelf<Row>(database: Database, shelf: Shelf<Row>): Promise<readonly Row[]> {
  if (database.isWriting()) return shelf.read(database);
  for (let attempt = 1; ; attempt++) {
    const leaf = (await signedLeaf(database, 'shelves', shelf.number)) ?? emptyLeaf;
    const known = keptBy(database).get(shelf.number);
    if (known?.leaf.equals(leaf)) return known.rows as readonly Row[];
    const rows = await shelf.read(database);
    if (leafOfShelf(shelf, rows).equals(leaf)) {
      keep(database, shelf.number, { leaf, rows });
      return rows;
    }
    // A publication may have come between the two.
    if (attempt === 3) refuseRow(shelf.table, shelf.row, shelf.field);
    await currentRegister(database);
  }
}

function keptBy({ orm }: Database): Map<number, Kept> {
  const kept = verified.get(orm) ?? new Map<number, Kept>();
  verified.set(orm, kept);
  return kept;
}

function keep(database: Database, number: number, kept: Kept): void {
  const all = keptBy(database);
  if (all.size >= mostKept) all.clear();
  all.set(number, kept);
}

export type Suggestion = { key: string; kind: 'tag' | 'author' | 'source'; slug: string };

/** What is suggested to whoever types these two letters. Null for keys that nobody can type. */
export function suggestionShelf(key: string): Shelf<Suggestion> | null {
  const letters = key.slice(0, 2);
  if (!/^[a-z]{2}$/.test(letters)) return null;
  const [first, second] = [letters.charCodeAt(0) - 97, letters.charCodeAt(1) - 97];
  return {
    ...{
      number: suggestionShelves + first * 26 + second,
      table: 'suggestions',
      row: letters,
      field: 'key, kind or slug',
    },
    read: (database) =>
      database.rows<Suggestion>(
        write`SELECT key, kind, slug FROM suggestions WHERE key >= ${letters} AND key < ${`${letters}{`} ORDER BY key, kind, slug`,
      ),
    spell: ({ key: typed, kind, slug }) => `${typed}\n${kind}\n${slug}`,
  };
}

export type SitemapRow = { file: number; changedAt: number; latestAt: number };
const filesPerShelf = 64;
export const shelfOfSitemap = (file: number): number => Math.floor((file - 1) / filesPerShelf);

export const sitemapShelf = (index: number): Shelf<SitemapRow> => ({
  number: sitemapShelves + index,
  table: 'sitemap_files',
  row: `${index * filesPerShelf + 1} to ${(index + 1) * filesPerShelf}`,
  field: 'file, changed_at or latest_at',
  read: (database) =>
    database.rows<SitemapRow>(
      write`SELECT file, changed_at AS changedAt, latest_at AS latestAt FROM sitemap_files
            WHERE file BETWEEN ${index * filesPerShelf + 1} AND ${(index + 1) * filesPerShelf} ORDER BY file`,
    ),
  spell: ({ file, changedAt, latestAt }) => `${file} ${changedAt} ${latestAt}`,
});

export type SampleRow = { documents: number; counts: Uint8Array };

export const termSampleShelf: Shelf<SampleRow> = {
  number: sampleShelf,
  table: 'keyword_sample',
  row: '1',
  field: 'documents or counts',
  read: (database) => database.rows<SampleRow>(write`SELECT documents, counts FROM keyword_sample WHERE id = 1`),
  spell: ({ documents, counts }) => `${documents} ${sha256Bytes(counts).toString('hex')}`,
};

/** An address of an article, that it has (`number`) or that it had (`article`, its id). */
export type AddressRow = { path: string; number: number | null; article: string | null };

export const addressShelfOf = (path: string): number => sha256Bytes(path).readUInt16BE(0) % addressShelfCount;

/** The addresses that stand with this one: what is not among them is nowhere. */
export function addressShelf(path: string): Shelf<AddressRow> {
  const shelf = addressShelfOf(path);
  return {
    ...{ number: addressShelves + shelf, table: 'articles or redirects', row: path, field: 'path, number or article' },
    read: (database) =>
      database.rows<AddressRow>(
        write`SELECT path, number, NULL AS article FROM articles WHERE shelf = ${shelf}
              UNION ALL SELECT path, NULL, article FROM redirects WHERE shelf = ${shelf} ORDER BY path, number`,
      ),
    spell: ({ path: own, number, article }) => `${own}\n${number ?? ''}\n${article ?? ''}`,
  };
}

/** The ids that begin like this one: what is not among them is nobody's. */
export function idShelf(id: string): Shelf<{ id: string; number: number }> | null {
  const begin = id.slice(0, 3);
  if (!/^[0-9a-z]{3}$/.test(begin)) return null;
  const number = [...begin].reduce((sum, letter) => sum * idLetters.length + idLetters.indexOf(letter), 0);
  return {
    ...{ number: idShelves + number, table: 'articles', row: id, field: 'id or number' },
    read: (database) =>
      database.rows<{ id: string; number: number }>(
        write`SELECT id, number FROM articles WHERE id >= ${begin} AND id < ${`${begin}{`} ORDER BY id`,
      ),
    spell: ({ id: own, number: of }) => `${own} ${of}`,
  };
}

export type KeywordRow = { number: number; id: string; at: number; section: string; terms: Uint8Array };

/** What an article is about has a shelf of its own: a page asks for a hundred, from all over the paper. */
export const shelfOfKeywords = (number: number): number => keywordShelves + number;

export const keywordShelf = (number: number): Shelf<KeywordRow> => ({
  number: shelfOfKeywords(number),
  table: 'article_keywords',
  row: String(number),
  field: 'id, at, section or terms',
  read: (database) =>
    database.rows<KeywordRow>(
      write`SELECT number, id, at, section, terms FROM article_keywords WHERE number = ${number}`,
    ),
  spell: ({ id, at, section, terms }) => `${id}\n${at}\n${section}\n${Buffer.from(terms).toString('base64')}`,
});
