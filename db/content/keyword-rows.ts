import { type Database, type Orm, write } from '../client.ts';
import { StoredTerms } from './keyword-vector.ts';
import { currentRegister, knownLeaf, readAhead, signedLeaf } from './register.ts';
import { type KeywordRow, keywordShelf, leafOfShelf, shelfOfKeywords } from './shelves.ts';
import { refuseRow } from './tampered.ts';

/** What a listed article is about. */
export type About = Omit<KeywordRow, 'terms'> & { terms: StoredTerms };

type Kept = { leaf: Buffer; row: About };
const verified = new WeakMap<Orm, Map<number, Kept>>();
/** About 600 bytes each. */
const mostKept = 8_192;

/**
 * What these articles are about, as the newsroom signed it; of those only that are listed. A page asks for a hundred, so
 * what was proven is kept by its hash, and the rest is read in one statement. @throws TamperedRow
 */
export async function keywordRows(database: Database, numbers: readonly number[]): Promise<About[]> {
  if (database.isWriting()) return (await storedRows(database, numbers)).map(aboutOf);
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
  const rows: About[] = [];
  const unread = new Map<number, Buffer>();
  const leaves = await leavesOf(database, numbers.map(shelfOfKeywords));
  for (const [index, number] of numbers.entries()) {
    const leaf = leaves[index];
    const known = kept.get(number);
    if (leaf && known?.leaf.equals(leaf)) rows.push(known.row);
    else if (leaf) unread.set(number, leaf);
  }
  let tampered: number | null = null;
  for (const row of unread.size > 0 ? await storedRows(database, [...unread.keys()]) : []) {
    const leaf = unread.get(row.number) as Buffer;
    unread.delete(row.number);
    const about = aboutOf(row);
    if (leafOfShelf(keywordShelf(row.number), [row]).equals(leaf)) kept.set(row.number, { leaf, row: about });
    else tampered = row.number;
    rows.push(about);
  }
  for (const number of unread.keys()) tampered = number;
  return { rows, tampered };
}

/** Leaves of shelves. All of them at once where they are known, as for nearly every page: it asks for a hundred. */
async function leavesOf(database: Database, shelves: readonly number[]): Promise<(Buffer | null)[]> {
  const known = shelves.map((shelf) => knownLeaf(database, 'shelves', shelf));
  const unread = shelves.filter((_, index) => known[index] === undefined);
  if (unread.length > 0) await readAhead(database, 'shelves', unread);
  const leaves: (Buffer | null)[] = [];
  for (const [index, leaf] of known.entries())
    leaves.push(leaf === undefined ? await signedLeaf(database, 'shelves', shelves[index] as number) : leaf);
  return leaves;
}

const aboutOf = (row: KeywordRow): About => ({ ...row, terms: new StoredTerms(row.terms) });

const storedRows = (database: Database, numbers: readonly number[]): Promise<KeywordRow[]> =>
  database.rows<KeywordRow>(
    write`SELECT k.number, k.id, k.at, k.section, k.terms
          FROM json_each(${JSON.stringify(numbers)}) asked JOIN article_keywords k ON k.number = asked.value`,
  );
