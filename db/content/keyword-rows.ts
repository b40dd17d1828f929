import { type Database, type Orm, write } from '../client.ts';
import { currentRegister, readAhead, signedLeaf } from './register.ts';
import { type KeywordRow, keywordShelf, leafOfShelf } from './shelves.ts';
import { refuseRow } from './tampered.ts';

type Kept = { leaf: Buffer; row: KeywordRow };
const verified = new WeakMap<Orm, Map<number, Kept>>();
/** About 600 bytes each. */
const mostKept = 8_192;

/**
 * What these articles are about, as the newsroom signed it; of those only that are listed. A page asks for a hundred, so
 * what was proven is kept by its hash, and the rest is read in one statement. @throws TamperedRow
 */
export async function keywordRows(database: Database, numbers: readonly number[]): Promise<KeywordRow[]> {
  if (database.isWriting()) return storedRows(database, numbers);
  for (let attempt = 1; ; attempt++) {
    const { rows, tampered } = await provenRows(database, numbers);
    if (tampered === null) return rows;
    if (attempt === 3) refuseRow('article_keywords', tampered, 'id, at, section or terms');
    // A publication may have come between.
    await currentRegister(database);
  }
}

async function provenRows(database: Database, numbers: readonly number[]) {
  const kept = verified.get(database.orm) ?? new Map<number, Kept>();
  verified.set(database.orm, kept);
  if (kept.size >= mostKept) kept.clear();
  const rows: KeywordRow[] = [];
  const unread = new Map<number, Buffer>();
  await readAhead(
    database,
    'shelves',
    numbers.map((number) => keywordShelf(number).number),
  );
  for (const number of numbers) {
    const leaf = await signedLeaf(database, 'shelves', keywordShelf(number).number);
    const known = kept.get(number);
    if (leaf && known?.leaf.equals(leaf)) rows.push(known.row);
    else if (leaf) unread.set(number, leaf);
  }
  let tampered: number | null = null;
  for (const row of unread.size > 0 ? await storedRows(database, [...unread.keys()]) : []) {
    const leaf = unread.get(row.number) as Buffer;
    unread.delete(row.number);
    if (leafOfShelf(keywordShelf(row.number), [row]).equals(leaf)) kept.set(row.number, { leaf, row });
    else tampered = row.number;
    rows.push(row);
  }
  for (const number of unread.keys()) tampered = number;
  return { rows, tampered };
}

const storedRows = (database: Database, numbers: readonly number[]): Promise<KeywordRow[]> =>
  database.rows<KeywordRow>(
    write`SELECT k.number, k.id, k.at, k.section, k.terms
          FROM json_each(${JSON.stringify(numbers)}) asked JOIN article_keywords k ON k.number = asked.value`,
  );
