import { and, eq, sql } from 'drizzle-orm';
import { type Database, type Orm, prepared } from '../../client.ts';
import { readsFrom } from '../fill-context.ts';
import { type TopicKind, topics } from '../schema.ts';
import { readSigned } from '../verify.ts';

const byKey = (orm: Orm) =>
  orm
    .select()
    .from(topics)
    .where(and(eq(topics.kind, sql.placeholder('kind')), eq(topics.slug, sql.placeholder('slug'))))
    .prepare();

/** A tag, author or source; role and bio only where the newsroom wrote them. */
export type TopicRecord = { slug: string; name: string; role: string | null; bio: string | null };

export async function findTopic({ orm }: Database, kind: TopicKind, slug: string): Promise<TopicRecord | null> {
  readsFrom(`${kind}:${slug}`);
  const row = await prepared(orm, byKey).get({ kind, slug });
  return row ? readSigned<TopicRecord>(kind, row, `table topics, ${kind} ${slug}`) : null;
}

const mostStaff = 200;

const authors = (orm: Orm) =>
  orm.select().from(topics).where(eq(topics.kind, 'author')).orderBy(topics.slug).limit(1_000).prepare();

/** The newsroom's own people: authors with a role. */
export async function staff({ orm }: Database): Promise<TopicRecord[]> {
  readsFrom('site');
  const rows = await prepared(orm, authors).all();
  const people = rows.map((row) => readSigned<TopicRecord>('author', row, `table topics, author ${row.slug}`));
  return people.filter((person) => person.role !== null).slice(0, mostStaff);
}
