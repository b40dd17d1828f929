import { type Database, type Statement, write } from '../../client.ts';

/** Hosts that articles lead to, and what was decided about them. */

export type HostStatus = 'new' | 'approved' | 'refused';
/** What becomes of articles that link to a host nobody has decided about. */
export type NewHosts = 'withhold' | 'hold' | 'allow';

export async function newHostsSetting(database: Database): Promise<NewHosts> {
  const [row] = await database.rows<{ newHosts: NewHosts }>(write`SELECT new_hosts AS newHosts FROM settings`);
  return row?.newHosts ?? 'withhold';
}

export const setNewHosts = (setting: NewHosts): Statement =>
  write`UPDATE settings SET new_hosts = ${setting} WHERE id = 1`;

/** What was decided about each of these hosts; nothing is known of those that are not in the answer. */
export async function hostStatuses(database: Database, hosts: readonly string[]): Promise<Map<string, HostStatus>> {
  const rows = await database.rows<{ host: string; status: HostStatus }>(
    write`SELECT h.host, h.status FROM json_each(${JSON.stringify(hosts)}) asked JOIN hosts h ON h.host = asked.value`,
  );
  return new Map(rows.map(({ host, status }) => [host, status]));
}

export const setHostStatus = (host: string, status: HostStatus, at: string): Statement =>
  write`INSERT INTO hosts (host, status, at) VALUES (${host}, ${status}, ${at})
        ON CONFLICT (host) DO UPDATE SET status = excluded.status, at = excluded.at`;

/** Every host nobody had decided about counts as approved from now on. */
export const approveEveryNewHost = (at: string): Statement =>
  write`UPDATE hosts SET status = 'approved', at = ${at} WHERE status = 'new'`;

export type HostRow = {
  host: string;
  status: HostStatus;
  at: string;
  /** How many articles that readers see lead there, and one of them. */
  articles: number;
  example: string | null;
};

/** Hosts by name after `after`, those of one status or all. */
export const hostsAfter = (
  database: Database,
  after: string,
  status: HostStatus | null,
  limit: number,
): Promise<HostRow[]> =>
  database.rows<HostRow>(
    write`SELECT h.host, h.status, h.at, count(a.number) AS articles, max(a.path) AS example FROM hosts h
          LEFT JOIN host_links l ON l.host = h.host
          LEFT JOIN articles a ON a.number = l.article AND a.published_revision IS NOT NULL
          WHERE h.host > ${after} AND (${status} IS NULL OR h.status = ${status})
          GROUP BY h.host ORDER BY h.host LIMIT ${limit}`,
  );

/** Where an article leads as it is published now. A host that is met for the first time is on record as new. */
export const noteLinks = (article: number, hosts: readonly string[], at: string): Statement[] => [
  write`DELETE FROM host_links WHERE article = ${article}`,
  ...hosts.flatMap((host) => [
    write`INSERT INTO hosts (host, status, at) VALUES (${host}, 'new', ${at}) ON CONFLICT DO NOTHING`,
    write`INSERT INTO host_links (host, article) VALUES (${host}, ${article})`,
  ]),
];

/** Publishes every article anew that leads to the host, as it is. */
export const republishLinking = (host: string, at: string): Statement =>
  write`INSERT INTO publications (kind, article, revision, at)
        SELECT 'article', a.number, a.published_revision, ${at} FROM host_links l JOIN articles a ON a.number = l.article
        WHERE l.host = ${host} AND a.published_revision IS NOT NULL ORDER BY a.number`;

/** The same for every host nobody has decided about. */
export const republishLinkingToNew = (at: string): Statement =>
  write`INSERT INTO publications (kind, article, revision, at)
        SELECT DISTINCT 'article', a.number, a.published_revision, ${at}
        FROM hosts h JOIN host_links l ON l.host = h.host JOIN articles a ON a.number = l.article
        WHERE h.status = 'new' AND a.published_revision IS NOT NULL ORDER BY a.number`;

export async function articlesLinking(database: Database, host: string): Promise<number> {
  const [row] = await database.rows<{ articles: number }>(
    write`SELECT count(*) AS articles FROM host_links l JOIN articles a ON a.number = l.article
          WHERE l.host = ${host} AND a.published_revision IS NOT NULL`,
  );
  return row?.articles ?? 0;
}

/** Articles that are held for this reason among others. */
export async function heldFor(database: Database, reason: string): Promise<{ article: number; reasons: string[] }[]> {
  const rows = await database.rows<{ article: number; reasons: string }>(
    write`SELECT h.article, h.reasons FROM holds h, json_each(h.reasons) said WHERE said.value = ${reason}`,
  );
  return rows.map(({ article, reasons }) => ({ article, reasons: JSON.parse(reasons) }));
}
