import { type Database, type Statement, write } from '../../client.ts';

/** Text taken out of an import, with the article it was taken from. */
export type QuarantineRow = {
  id: number;
  articleId: string;
  headline: string;
  origin: string;
  rule: string;
  place: string;
  text: string;
  at: string;
};

/** What was taken out, newest first, `limit` entries below the id `before`. */
export async function quarantineEntries(
  database: Database,
  { before, limit }: { before: number; limit: number },
): Promise<QuarantineRow[]> {
  return database.rows<QuarantineRow>(
    write`SELECT q.id, a.id AS articleId, json_extract(r.document, '$.headline') AS headline, q.origin, q.rule, q.place, q.text, q.at
          FROM quarantine q
          JOIN articles a ON a.number = q.article
          JOIN revisions r ON r.article = a.number AND r.revision = a.head_revision
          WHERE q.id < ${before} ORDER BY q.id DESC LIMIT ${limit}`,
  );
}

export type HoldRow = { number: number; articleId: string; headline: string; reasons: string[]; at: string };

/** Articles that wait for an editor, newest first, `limit` of them below the number `before`. */
export async function heldArticles(
  database: Database,
  { before, limit }: { before: number; limit: number },
): Promise<HoldRow[]> {
  const rows = await database.rows<Omit<HoldRow, 'reasons'> & { reasons: string }>(
    write`SELECT a.number, a.id AS articleId, json_extract(r.document, '$.headline') AS headline, h.reasons, h.at
          FROM holds h
          JOIN articles a ON a.number = h.article
          JOIN revisions r ON r.article = a.number AND r.revision = a.head_revision
          WHERE a.number < ${before} ORDER BY a.number DESC LIMIT ${limit}`,
  );
  return rows.map((row) => ({ ...row, reasons: JSON.parse(row.reasons) }));
}

export const quarantine = (row: {
  origin: string;
  article: number;
  rule: string;
  where: string;
  text: string;
  at: string;
}): Statement =>
  write`INSERT INTO quarantine (origin, article, rule, place, text, at)
        VALUES (${row.origin}, ${row.article}, ${row.rule}, ${row.where}, ${row.text}, ${row.at})`;

/** A document that is imported again brings its own findings. */
export const emptyQuarantine = (origin: string): Statement => write`DELETE FROM quarantine WHERE origin = ${origin}`;

/** Puts an article on hold for these reasons; without any, it is held no longer. */
export const hold = (article: number, reasons: readonly string[], at: string): Statement[] => [
  write`DELETE FROM holds WHERE article = ${article}`,
  ...(reasons.length > 0
    ? [write`INSERT INTO holds (article, reasons, at) VALUES (${article}, ${JSON.stringify(reasons)}, ${at})`]
    : []),
];
