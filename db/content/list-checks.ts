import { type Database, write } from '../client.ts';
import { refuseRow } from './tampered.ts';

/**
 * What lists count is not signed: it follows from what stands in them. These look whether it does, each in one statement
 * and so as of one moment, and each reading a few hundred rows at most, whatever the list holds.
 */

type Key = { at: number; number: number };

/** How many articles a list holds: what it says, and what its marks and the articles behind the last one add up to. @throws TamperedRow */
export async function checkedCount(database: Database, name: string): Promise<number> {
  const found = await count(database, name, Number.MAX_SAFE_INTEGER);
  if (found && found.before !== found.count) refuseRow('lists', name, 'count');
  return found?.count ?? 0;
}

/** How many articles of a list have a time before this moment, in seconds, as its marks tell. */
export const countBefore = async (database: Database, name: string, moment: number): Promise<number> =>
  (await count(database, name, moment))?.before ?? 0;

/** The last mark of each level before the moment, and what stands from there to it; places before any mark count from none. */
async function count(database: Database, name: string, moment: number) {
  const [found] = await database.rows<{ count: number; before: number }>(
    write`WITH list AS MATERIALIZED (SELECT id, count FROM lists WHERE name = ${name}),
          second AS MATERIALIZED (SELECT * FROM (
            SELECT m.at, m.number FROM list CROSS JOIN list_marks m
            WHERE m.list = list.id AND m.level = 2 AND m.at < ${moment} ORDER BY m.at DESC, m.number DESC LIMIT 1)
            UNION ALL SELECT -1 << 62, 0 LIMIT 1),
          first AS MATERIALIZED (SELECT * FROM (
            SELECT m.at, m.number FROM list CROSS JOIN list_marks m
            WHERE m.list = list.id AND m.level = 1 AND m.at < ${moment} ORDER BY m.at DESC, m.number DESC LIMIT 1)
            UNION ALL SELECT -1 << 62, 0 LIMIT 1)
          SELECT count,
            (SELECT total(before) FROM list_marks m WHERE m.list = list.id AND m.level = 2 AND m.at < ${moment})
            + (SELECT total(before) FROM second s CROSS JOIN list_marks m WHERE m.list = list.id AND m.level = 1
                AND (m.at, m.number) > (s.at, s.number) AND m.at < ${moment})
            + (SELECT count(*) FROM first f CROSS JOIN listing l WHERE l.list = list.id
                AND (l.at, l.number) >= (f.at, f.number) AND l.at < ${moment}) AS before
          FROM list`,
  );
  return found;
}

/** Looks whether the marks around a place of a list count what stands between them. @throws TamperedRow */
export async function checkMarks(database: Database, name: string, place: Key): Promise<void> {
  const first = await database.rows<{ before: number; counted: number }>(
    write`WITH list AS MATERIALIZED (SELECT id FROM lists WHERE name = ${name}),
          above AS MATERIALIZED (SELECT m.at, m.number, m.before FROM list CROSS JOIN list_marks m
            WHERE m.list = list.id AND m.level = 1 AND (m.at, m.number) > (${place.at}, ${place.number})
            ORDER BY m.at, m.number LIMIT 1),
          below AS MATERIALIZED (SELECT * FROM (
            SELECT m.at, m.number FROM list CROSS JOIN list_marks m
            WHERE m.list = list.id AND m.level = 1 AND (m.at, m.number) <= (${place.at}, ${place.number})
            ORDER BY m.at DESC, m.number DESC LIMIT 1)
            UNION ALL SELECT -1 << 62, 0 LIMIT 1)
          SELECT before, (SELECT count(*) FROM below b CROSS JOIN listing l WHERE l.list = list.id
            AND l.at BETWEEN b.at AND above.at
            AND (l.at, l.number) >= (b.at, b.number) AND (l.at, l.number) < (above.at, above.number)) AS counted
          FROM list, above`,
  );
  const second = await database.rows<{ before: number; counted: number }>(
    write`WITH list AS MATERIALIZED (SELECT id FROM lists WHERE name = ${name}),
          above AS MATERIALIZED (SELECT m.at, m.number, m.before FROM list CROSS JOIN list_marks m
            WHERE m.list = list.id AND m.level = 2 AND (m.at, m.number) > (${place.at}, ${place.number})
            ORDER BY m.at, m.number LIMIT 1),
          below AS MATERIALIZED (SELECT * FROM (
            SELECT m.at, m.number FROM list CROSS JOIN list_marks m
            WHERE m.list = list.id AND m.level = 2 AND (m.at, m.number) <= (${place.at}, ${place.number})
            ORDER BY m.at DESC, m.number DESC LIMIT 1)
            UNION ALL SELECT -1 << 62, 0 LIMIT 1)
          SELECT before, (SELECT total(m.before) FROM below b CROSS JOIN list_marks m WHERE m.list = list.id
            AND m.level = 1 AND m.at BETWEEN b.at AND above.at AND (m.at, m.number) > (b.at, b.number) AND (m.at, m.number) <= (above.at, above.number)) AS counted
          FROM list, above`,
  );
  for (const { before, counted } of [...first, ...second])
    if (before !== counted) refuseRow('list_marks', name, 'before');
}
