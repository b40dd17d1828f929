import { and, eq } from 'drizzle-orm';
import type { Database, Statement } from '../../client.ts';
import { topics } from '../schema.ts';

export type TopicRow = typeof topics.$inferSelect;
export type TopicKind = TopicRow['kind'];

export async function topicByName({ orm }: Database, kind: TopicKind, name: string): Promise<TopicRow | undefined> {
  return orm
    .select()
    .from(topics)
    .where(and(eq(topics.kind, kind), eq(topics.name, name)))
    .get();
}

export async function topicBySlug({ orm }: Database, kind: TopicKind, slug: string): Promise<TopicRow | undefined> {
  return orm
    .select()
    .from(topics)
    .where(and(eq(topics.kind, kind), eq(topics.slug, slug)))
    .get();
}

export async function everyTopic({ orm }: Database): Promise<TopicRow[]> {
  return orm.select().from(topics).orderBy(topics.kind, topics.slug);
}

export const saveTopic = ({ orm }: Database, row: TopicRow): Statement =>
  orm
    .insert(topics)
    .values(row)
    .onConflictDoUpdate({
      target: [topics.kind, topics.slug],
      set: { name: row.name, role: row.role, bio: row.bio },
    });

/** Kept as it is when another writer was first. */
export const addTopic = ({ orm }: Database, row: TopicRow): Statement =>
  orm.insert(topics).values(row).onConflictDoNothing();
