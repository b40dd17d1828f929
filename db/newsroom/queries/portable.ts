import { type Database, type Statement, write } from '../../client.ts';
import type { HostStatus } from './hosts.ts';
import type { TopicKind } from './topics.ts';

/**
 * Everything a newsroom owns, table by table, as a complete export writes it and an import puts it back: the same numbers,
 * the same texts. Long tables come in pages by their keys.
 */

const pageLength = 200;

/** All rows of a query that takes the key to go on from, a page at a time. */
async function* paged<Row>(from: number, page: (after: number) => Promise<Row[]>, keyOf: (row: Row) => number) {
  for (let after = from; ; ) {
    const rows = await page(after);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageLength) return;
    after = keyOf(last);
  }
}

export type PortableArticle = {
  number: number;
  id: string;
  createdAt: string;
  headRevision: number;
  publishedRevision: number | null;
  slug: string;
  path: string | null;
};

export const everyArticle = (database: Database): AsyncGenerator<PortableArticle> =>
  paged(
    0,
    (after) =>
      database.rows<PortableArticle>(
        write`SELECT number, id, created_at AS createdAt, head_revision AS headRevision,
                published_revision AS publishedRevision, slug, path
              FROM articles WHERE number > ${after} ORDER BY number LIMIT ${pageLength}`,
      ),
    ({ number }) => number,
  );

export const insertPortableArticle = (row: PortableArticle): Statement =>
  write`INSERT INTO articles (number, id, head_revision, published_revision, slug, path, created_at)
        VALUES (${row.number}, ${row.id}, ${row.headRevision}, ${row.publishedRevision}, ${row.slug}, ${row.path}, ${row.createdAt})`;

export type PortableRevision = { revision: number; at: string; note: string; document: string };

export const revisionsOf = (database: Database, article: number): Promise<PortableRevision[]> =>
  database.rows(write`SELECT revision, at, note, document FROM revisions WHERE article = ${article} ORDER BY revision`);

export type PortablePublication = { seq: number; revision: number; at: string };

export const publicationsOf = (database: Database, article: number): Promise<PortablePublication[]> =>
  database.rows(write`SELECT seq, revision, at FROM publications WHERE article = ${article} ORDER BY seq`);

export const insertPortablePublication = (article: number, row: PortablePublication): Statement =>
  write`INSERT INTO publications (seq, kind, article, revision, at)
        VALUES (${row.seq}, 'article', ${article}, ${row.revision}, ${row.at})`;

/** When the settings of the site were published. */
export const sitePublications = (database: Database): Promise<{ seq: number; at: string }[]> =>
  database.rows(write`SELECT seq, at FROM publications WHERE kind = 'site' ORDER BY seq`);

export const insertSitePublication = ({ seq, at }: { seq: number; at: string }): Statement =>
  write`INSERT INTO publications (seq, kind, at) VALUES (${seq}, 'site', ${at})`;

export type PortableImport = {
  origin: string;
  digest: string;
  format: string;
  address: string | null;
  at: string;
  version: number | null;
  versionAt: string | null;
};

export const importsOf = (database: Database, article: number): Promise<PortableImport[]> =>
  database.rows(
    write`SELECT origin, digest, format, address, at, version, version_at AS versionAt FROM imports
          WHERE article = ${article} ORDER BY origin`,
  );

export type PortableHold = { reasons: string[]; at: string };

export async function holdOf(database: Database, article: number): Promise<PortableHold | null> {
  const [row] = await database.rows<{ reasons: string; at: string }>(
    write`SELECT reasons, at FROM holds WHERE article = ${article}`,
  );
  return row ? { ...row, reasons: JSON.parse(row.reasons) } : null;
}

export type PortableQuarantine = { id: number; origin: string; rule: string; place: string; text: string; at: string };

export const quarantineOf = (database: Database, article: number): Promise<PortableQuarantine[]> =>
  database.rows(write`SELECT id, origin, rule, place, text, at FROM quarantine WHERE article = ${article} ORDER BY id`);

export const insertQuarantine = (article: number, row: PortableQuarantine): Statement =>
  write`INSERT INTO quarantine (id, origin, article, rule, place, text, at)
        VALUES (${row.id}, ${row.origin}, ${article}, ${row.rule}, ${row.place}, ${row.text}, ${row.at})`;

export type PortableTopic = { number: number; slug: string; name: string; role: string | null; bio: string | null };

export const topicsOfKind = (database: Database, kind: TopicKind): AsyncGenerator<PortableTopic> =>
  paged(
    0,
    (after) =>
      database.rows<PortableTopic>(
        write`SELECT number, slug, name, role, bio FROM topics WHERE kind = ${kind} AND number > ${after}
              ORDER BY number LIMIT ${pageLength}`,
      ),
    ({ number }) => number,
  );

export const insertPortableTopic = (kind: TopicKind, row: PortableTopic): Statement =>
  write`INSERT INTO topics (number, kind, slug, name, role, bio)
        VALUES (${row.number}, ${kind}, ${row.slug}, ${row.name}, ${row.role}, ${row.bio})`;

export type PortablePicture = { id: string; type: string; width: number; height: number; at: string };

/** Pictures without their bytes, in the order of their ids. */
export async function* everyPicture(database: Database): AsyncGenerator<PortablePicture> {
  for (let after = ''; ; ) {
    const rows = await database.rows<PortablePicture>(
      write`SELECT id, type, width, height, at FROM media WHERE id > ${after} ORDER BY id LIMIT ${pageLength}`,
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}

/** Hosts with what was decided about them, by name. */
export async function* everyHost(database: Database): AsyncGenerator<{ host: string; status: HostStatus; at: string }> {
  for (let after = ''; ; ) {
    const rows = await database.rows<{ host: string; status: HostStatus; at: string }>(
      write`SELECT host, status, at FROM hosts WHERE host > ${after} ORDER BY host LIMIT ${pageLength}`,
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.host;
  }
}

/** Hosts an article leads to as it is published. */
export async function hostsOf(database: Database, article: number): Promise<string[]> {
  const rows = await database.rows<{ host: string }>(
    write`SELECT host FROM host_links WHERE article = ${article} ORDER BY host`,
  );
  return rows.map(({ host }) => host);
}

export const insertHostLink = (article: number, host: string): Statement =>
  write`INSERT INTO host_links (host, article) VALUES (${host}, ${article})`;

/** Ids of the keys that seals were made with. */
export async function sealingKeys(database: Database): Promise<string[]> {
  const rows = await database.rows<{ key: string }>(write`SELECT DISTINCT key FROM seals ORDER BY key`);
  return rows.map(({ key }) => key);
}

/** What stands in the way of putting a whole newsroom in: anything somebody wrote, settings aside. */
export async function holdings(database: Database): Promise<{ articles: number; topics: number; pictures: number }> {
  const [row] = await database.rows<{ articles: number; topics: number; pictures: number }>(
    write`SELECT (SELECT count(*) FROM articles) AS articles, (SELECT count(*) FROM topics) AS topics,
            (SELECT count(*) FROM media) AS pictures`,
  );
  return row ?? { articles: 0, topics: 0, pictures: 0 };
}

/** An empty newsroom's settings and their publications give way to those that come in. */
export const clearSettings = (): Statement[] => [
  write`DELETE FROM publications WHERE kind = 'site'`,
  write`DELETE FROM settings`,
];

/** The next publication comes after this one, whatever was written before. */
export const goOnAfter = (seq: number): Statement =>
  write`UPDATE sqlite_sequence SET seq = max(seq, ${seq}) WHERE name = 'publications'`;
