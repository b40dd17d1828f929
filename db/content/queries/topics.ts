import { and, eq, sql } from 'drizzle-orm';
import { staffList, topicList } from '../../../article/lists.ts';
import { type Database, type Orm, prepared, write } from '../../client.ts';
import { readsFrom } from '../fill-context.ts';
import { beginning, listRow, onList } from '../list-tree.ts';
import { type TopicKind, topics } from '../schema.ts';
import { refuseRow } from '../tampered.ts';
import { readTopic, type TopicRow } from '../verify.ts';

const byKey = (orm: Orm) =>
  orm
    .select()
    .from(topics)
    .where(and(eq(topics.kind, sql.placeholder('kind')), eq(topics.slug, sql.placeholder('slug'))))
    .prepare();

/** A tag, author or source; role and bio only where the newsroom wrote them. */
export type TopicRecord = { kind: TopicKind; slug: string; name: string; role: string | null; bio: string | null };

export async function findTopic(database: Database, kind: TopicKind, slug: string): Promise<TopicRecord | null> {
  readsFrom(`${kind}:${slug}`);
  const row = await prepared(database.orm, byKey).get({ kind, slug });
  if (row) return readTopic<TopicRecord>(database, row);
  // What articles stand under has a name.
  for (const group of ['zh', 'en'] as const)
    if (await listRow(database, topicList(group, kind, slug))) refuseRow('topics', `${kind} ${slug}`, 'kind or slug');
  return null;
}

const mostStaff = 200;

/** The newsroom's own people: authors with a role. @throws TamperedRow */
export async function staff(database: Database): Promise<TopicRecord[]> {
  readsFrom('site');
  const places = await onList(database, staffList, (tree) => tree.above(beginning, mostStaff));
  const people: TopicRecord[] = [];
  for (const { number } of places ?? []) {
    const [row] = await database.rows<TopicRow>(
      write`SELECT number, kind, slug, record FROM topics WHERE number = ${number}`,
    );
    people.push(await readTopic(database, row ?? refuseRow('topics', number, 'number')));
  }
  return people.sort((a, b) => (a.slug < b.slug ? -1 : 1));
}
