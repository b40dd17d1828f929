import { canonicalJson } from '../../../article/canonical.ts';
import type { Seal } from '../../../article/seal.ts';
import { type Database, type Statement, write } from '../../client.ts';
import type { seals } from '../schema.ts';

/** What was true when a revision was published and its document does not say. */
export type PublicationFacts = {
  path: string;
  formerly: string[];
  /** Ids of pinned articles. */
  related: string[];
  /** Ids of articles in other languages that say the same. */
  translations: string[];
  /** Hosts whose links were left out, since no editor had approved them; there are some when it is set. */
  withheld?: string[];
};

export type SealRow = Omit<typeof seals.$inferSelect, 'seal' | 'facts'> & { seal: Seal; facts: PublicationFacts };

/** Every seal of these articles by their number, oldest first. */
export async function sealsOf(database: Database, articles: readonly number[]): Promise<Map<number, SealRow[]>> {
  const rows = await database.rows<typeof seals.$inferSelect>(
    write`SELECT s.* FROM json_each(${JSON.stringify(articles)}) asked JOIN seals s ON s.article = asked.value
          ORDER BY s.article, s.position`,
  );
  const histories = new Map<number, SealRow[]>();
  for (const row of rows) {
    const history = histories.get(row.article) ?? [];
    history.push({ ...row, seal: JSON.parse(row.seal), facts: JSON.parse(row.facts) });
    histories.set(row.article, history);
  }
  return histories;
}

/** Fails when the article has a seal at that position already. */
export const insertSeal = ({ article, position, publication, seal, facts, key, signature }: SealRow): Statement =>
  write`INSERT INTO seals (article, position, publication, seal, facts, key, signature)
        VALUES (${article}, ${position}, ${publication}, ${canonicalJson(seal)}, ${canonicalJson(facts)}, ${key}, ${signature})`;
