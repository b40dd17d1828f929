import { sql } from 'drizzle-orm';
import { sitemapNumbers } from '../../article/lists.ts';
import type { Card } from '../../article/record.ts';
import type { RegisterState } from '../../article/register.ts';
import { suggestionKeys } from '../../article/suggestion-keys.ts';
import { type Database, type Statement, write } from '../client.ts';
import type { CardRow } from './article-rows.ts';
import type { TopicKind } from './schema.ts';
import { addressShelfOf } from './shelves.ts';
import { refuseRow } from './tampered.ts';

/** Writes to the read model. Only the projector calls them; each returns a statement for one atomic batch. */

export type ArticleProjection = CardRow & {
  /** Hash of the record's seal. */
  seal: Buffer;
  /** The record's text, packed. */
  packed: Uint8Array;
  key: string;
  signature: Uint8Array;
  former: readonly { position: number; seal: string; key: string; signature: Buffer }[];
};
export type SignedRegister = RegisterState & { key: string; signature: Buffer };

/** The register as it stands, unchecked; undefined in a read model that nothing was projected into. */
export async function readRegister(database: Database): Promise<SignedRegister | undefined> {
  const [row] = await database.rows<SignedRegister>(
    write`SELECT sequence, site, articles, topics, shelves, key, signature FROM register WHERE id = 1`,
  );
  return row;
}

/** Number of the last publication applied; 0 in a read model that nothing was projected into. */
export async function readSequence(database: Database): Promise<number> {
  const [row] = await database.rows<{ sequence: number }>(write`SELECT sequence FROM register WHERE id = 1`);
  return row?.sequence ?? 0;
}

/** A node of the register as it stands, unchecked; undefined where there is none. */
export async function readNode(database: Database, id: number): Promise<Buffer | undefined> {
  const [row] = await database.rows<{ entries: Buffer }>(write`SELECT entries FROM register_nodes WHERE id = ${id}`);
  return row?.entries;
}

export const putRegister = (register: SignedRegister): Statement => {
  const { sequence, site, articles, topics, shelves, key, signature } = register;
  return write`INSERT INTO register (id, sequence, site, articles, topics, shelves, key, signature)
        VALUES (1, ${sequence}, ${site}, ${articles}, ${topics}, ${shelves}, ${key}, ${signature})
        ON CONFLICT (id) DO UPDATE SET sequence = excluded.sequence, site = excluded.site, articles = excluded.articles,
          topics = excluded.topics, shelves = excluded.shelves, key = excluded.key, signature = excluded.signature`;
};

export const putNode = (id: number, entries: Buffer): Statement =>
  entries.length === 0
    ? write`DELETE FROM register_nodes WHERE id = ${id}`
    : write`INSERT INTO register_nodes (id, entries) VALUES (${id}, ${entries})
            ON CONFLICT (id) DO UPDATE SET entries = excluded.entries`;

/** What was last projected of an article. `seal` is spelled in hexadecimal. */
export type Earlier = { id: string; path: string; listed: boolean; seal: string; card: Card; text: string };

type EarlierRow = { number: number; id: string; path: string; listed: number; seal: Buffer; text: string };

/** What was last projected of these articles, by number. @throws TamperedRow */
export async function projectedArticles(database: Database, numbers: readonly number[]): Promise<Map<number, Earlier>> {
  const rows = await database.rows<EarlierRow>(
    write`SELECT a.number, a.id, a.path, a.listed, a.seal, a.card AS text
          FROM json_each(${JSON.stringify(numbers)}) asked JOIN articles a ON a.number = asked.value`,
  );
  return new Map(
    rows.map(({ number, listed, seal, text, ...row }) => [
      number,
      { ...row, listed: listed === 1, seal: seal.toString('hex'), card: parseCard(number, text), text },
    ]),
  );
}

function parseCard(number: number, text: string): Card {
  try {
    return JSON.parse(text) as Card;
  } catch {
    return refuseRow('articles', number, 'card');
  }
}

/** The time zone of the site as readers see it, by which days are counted. */
export async function projectedTimeZone(database: Database): Promise<string | undefined> {
  const [row] = await database.rows<{ zone: string }>(
    write`SELECT record ->> '$.site.timeZone' AS zone FROM site WHERE json_valid(record)`,
  );
  return row?.zone;
}

/** The records of topics as readers see them, by number. */
export async function projectedTopics(database: Database, numbers: readonly number[]): Promise<Map<number, string>> {
  const rows = await database.rows<{ number: number; record: string }>(
    write`SELECT t.number, t.record FROM json_each(${JSON.stringify(numbers)}) asked JOIN topics t ON t.number = asked.value`,
  );
  return new Map(rows.map(({ number, record }) => [number, record]));
}

export function putArticle(article: ArticleProjection): Statement[] {
  const { number, id, path, publishedAt, listed, card, seal, packed, key, signature, former } = article;
  return [
    write`INSERT INTO articles (number, id, path, published_at, listed, card, seal, shelf)
          VALUES (${number}, ${id}, ${path}, ${publishedAt}, ${listed ? 1 : 0}, ${card}, ${seal}, ${addressShelfOf(path)})
          ON CONFLICT (number) DO UPDATE SET id = excluded.id, path = excluded.path, published_at = excluded.published_at,
            listed = excluded.listed, card = excluded.card, seal = excluded.seal, shelf = excluded.shelf`,
    write`INSERT INTO article_records (number, record, key, signature)
          VALUES (${number}, ${packed}, ${key}, ${signature})
          ON CONFLICT (number) DO UPDATE SET record = excluded.record, key = excluded.key, signature = excluded.signature`,
    ...former.map(
      (past) =>
        write`INSERT INTO former_seals (number, position, seal, key, signature)
              VALUES (${number}, ${past.position}, ${past.seal}, ${past.key}, ${past.signature})
              ON CONFLICT (number, position) DO UPDATE SET seal = excluded.seal, key = excluded.key, signature = excluded.signature`,
    ),
  ];
}

export const putSite = (record: string): Statement =>
  write`INSERT INTO site (id, record) VALUES (1, ${record}) ON CONFLICT (id) DO UPDATE SET record = excluded.record`;

export const putTopic = (number: number, kind: TopicKind, slug: string, record: string): Statement =>
  write`INSERT INTO topics (number, kind, slug, record) VALUES (${number}, ${kind}, ${slug}, ${record})
        ON CONFLICT (number) DO UPDATE SET kind = excluded.kind, slug = excluded.slug, record = excluded.record`;

/** Has a topic suggested to whoever types its reading. */
export const suggestTopic = (kind: TopicKind, slug: string): Statement[] => {
  return suggestionKeys(slug).map(
    (key) => write`INSERT OR IGNORE INTO suggestions (key, kind, slug) VALUES (${key}, ${kind}, ${slug})`,
  );
};

export const putRedirect = (path: string, article: string): Statement =>
  write`INSERT INTO redirects (path, article, shelf) VALUES (${path}, ${article}, ${addressShelfOf(path)})
        ON CONFLICT (path) DO UPDATE SET article = excluded.article`;

export const dropRedirect = (path: string): Statement => write`DELETE FROM redirects WHERE path = ${path}`;

/** Tells every page cache what is no longer true: `hard` at once, `soft` as soon as it can be made anew. */
export const invalidate = (tag: string, mode: Mode): Statement => invalidateEach([[tag, mode]]);

export type Mode = 'hard' | 'soft';

export const invalidateEach = (tags: readonly (readonly [tag: string, mode: Mode])[]): Statement =>
  write`INSERT INTO invalidation (tag, mode) SELECT value->>0, value->>1 FROM json_each(${JSON.stringify(tags)}) ORDER BY key`;

/** Old entries nobody can still be waiting for; a cache that missed them drops everything. */
export const pruneInvalidations = (keep: number): Statement =>
  write`DELETE FROM invalidation WHERE seq <= (SELECT max(seq) FROM invalidation) - ${keep}`;

const remade = [
  ...['register', 'register_nodes', 'site', 'topics', 'articles', 'article_records', 'former_seals'],
  ...['listing', 'lists', 'list_marks', 'sitemap_files', 'redirects', 'search_places', 'suggestions'],
  ...['article_keywords', 'keyword_postings', 'keyword_sample'],
];

/** 2^52: a thousand invalidations a second for 142,000 years. */
const endOfSequence = 4_503_599_627_370_496;

/** Empties the read model for a projection from nothing; invalidations stay, since caches count them. */
export const wipe = (): Statement[] => [
  // Numbers no site ever reaches are somebody else's, and would leave none for what comes next.
  sql`DELETE FROM invalidation WHERE seq > ${endOfSequence}`,
  sql`UPDATE sqlite_sequence SET seq = (SELECT coalesce(max(seq), 0) FROM invalidation)
      WHERE name = 'invalidation' AND seq > ${endOfSequence}`,
  ...remade.map((table) => sql`DELETE FROM ${sql.identifier(table)}`),
  sql`INSERT INTO search_head (search_head) VALUES ('delete-all')`,
  sql`INSERT INTO search_text (search_text) VALUES ('delete-all')`,
];

/** Notes that articles came into a sitemap file at `at`, the latest of them published at `latest`; both in seconds. */
export const enterSitemap = (file: number, at: number, latest: number): Statement =>
  write`INSERT INTO sitemap_files (file, changed_at, latest_at) VALUES (${file}, ${at}, ${latest})
        ON CONFLICT (file) DO UPDATE SET changed_at = max(changed_at, excluded.changed_at),
          latest_at = max(latest_at, excluded.latest_at)`;

/** Notes that articles of a sitemap file changed at `at`, in seconds. A file nothing is listed in is none. */
export const touchSitemap = (file: number, at: number): Statement[] => {
  const [first, last] = sitemapNumbers(file);
  return [
    write`DELETE FROM sitemap_files WHERE file = ${file}
          AND NOT EXISTS (SELECT 1 FROM articles WHERE number BETWEEN ${first} AND ${last} AND listed = 1)`,
    write`INSERT INTO sitemap_files (file, changed_at, latest_at)
          SELECT ${file}, ${at}, max(published_at) FROM articles
          WHERE number BETWEEN ${first} AND ${last} AND listed = 1 HAVING count(*) > 0
          ON CONFLICT (file) DO UPDATE SET changed_at = max(changed_at, excluded.changed_at), latest_at = excluded.latest_at`,
  ];
};
