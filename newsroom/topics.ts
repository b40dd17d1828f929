import { fold } from '../article/fold.ts';
import type { Topic } from '../article/record.ts';
import type { Database, Statement } from '../db/client.ts';
import { addTopic, type TopicKind, topicByName, topicBySlug } from '../db/newsroom/queries/topics.ts';
import { slugOf } from './slugs.ts';

/**
 * The topic of a name, an existing one where there is one: 工會 and 工会 are the same tag.
 * Returns the statement that adds it when it is new.
 */
export async function resolveTopic(
  newsroom: Database,
  kind: TopicKind,
  name: string,
): Promise<{ topic: Topic; add: Statement[] }> {
  const known = await topicByName(newsroom, kind, name);
  if (known) return { topic: { slug: known.slug, name }, add: [] };
  const base = slugOf(name, 50) ?? `${kind}-${Buffer.from(fold(name)).toString('hex').slice(0, 12)}`;
  for (let attempt = 1; ; attempt++) {
    const slug = attempt === 1 ? base : `${base}-${attempt}`;
    const holder = await topicBySlug(newsroom, kind, slug);
    if (!holder)
      return { topic: { slug, name }, add: [addTopic(newsroom, { kind, slug, name, role: null, bio: null })] };
    if (fold(holder.name) === fold(name)) return { topic: { slug, name }, add: [] };
  }
}
