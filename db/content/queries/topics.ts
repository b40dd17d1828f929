import { and, eq, sql } from 'drizzle-orm';
import { topicList } from '../../../article/lists.ts';
import { type Database, type Orm, prepared } from '../../client.ts';
import { readsFrom } from '../fill-context.ts';
import { listRow } from '../list-tree.ts';
import { type TopicKind, topics } from '../schema.ts';
import { refuseRow } from '../tampered.ts';
import { readTopic } from '../verify.ts';

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

const authors = (orm: Orm) =>
  orm.select().from(topics).where(eq(topics.kind, 'author')).orderBy(topics.slug).limit(1_000).prepare();

/** The newsroom's own people: authors with a role. */
export async function staff(database: Database): Promise<TopicRecord[]> {
  readsFrom('site');
  const people: TopicRecord[] = [];
  for (const row of await prepared(database.orm, authors).all()) people.push(await readTopic(database, row));
  return people.filter((person) => person.role !== null).slice(0, mostStaff);
}
