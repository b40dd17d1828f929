import { and, eq, sql } from 'drizzle-orm';
import { type Database, type Orm, prepared, type Statement, write } from '../../client.ts';
import { topics } from '../schema.ts';

export type TopicRow = typeof topics.$inferSelect;
export type TopicKind = TopicRow['kind'];
type NewTopic = typeof topics.$inferInsert;

const byName = (orm: Orm) =>
  orm
    .select()
    .from(topics)
    .where(and(eq(topics.kind, sql.placeholder('kind')), eq(topics.name, sql.placeholder('name'))))
    .prepare();

export async function topicByName({ orm }: Database, kind: TopicKind, name: string): Promise<TopicRow | undefined> {
  return prepared(orm, byName).get({ kind, name });
}

const bySlug = (orm: Orm) =>
  orm
    .select()
    .from(topics)
    .where(and(eq(topics.kind, sql.placeholder('kind')), eq(topics.slug, sql.placeholder('slug'))))
    .prepare();

export async function topicBySlug({ orm }: Database, kind: TopicKind, slug: string): Promise<TopicRow | undefined> {
  return prepared(orm, bySlug).get({ kind, slug });
}

/** Those of these topics that the newsroom has. */
export const topicsBySlugs = (
  database: Database,
  named: readonly { kind: TopicKind; slug: string }[],
): Promise<TopicRow[]> =>
  database.rows<TopicRow>(
    write`SELECT t.number, t.kind, t.slug, t.name, t.role, t.bio FROM json_each(${JSON.stringify(named)}) asked
          JOIN topics t ON t.kind = asked.value->>'kind' AND t.slug = asked.value->>'slug'`,
  );

export async function everyTopic({ orm }: Database): Promise<TopicRow[]> {
  return orm.select().from(topics).orderBy(topics.number);
}

export const saveTopic = ({ orm }: Database, row: NewTopic): Statement =>
  orm
    .insert(topics)
    .values(row)
    .onConflictDoUpdate({
      target: [topics.kind, topics.slug],
      set: { name: row.name, role: row.role, bio: row.bio },
    });

/** Kept as it is when another writer was first with the name. Fails with the whole write when the slug went to another name. */
export const addTopic = (_: Database, { kind, slug, name, role = null, bio = null }: NewTopic): Statement =>
  write`INSERT INTO topics (kind, slug, name, role, bio) SELECT ${kind}, ${slug}, ${name}, ${role}, ${bio}
        WHERE NOT EXISTS (SELECT 1 FROM topics WHERE kind = ${kind} AND name = ${name})`;
