import { fold } from '../article/fold.ts';
import type { Topic } from '../article/record.ts';
import type { Database, Statement } from '../db/client.ts';
import { addTopic, type TopicKind, topicByName, topicBySlug } from '../db/newsroom/queries/topics.ts';
import { slugOf } from './slugs.ts';

/** Topics of one document that are resolved and not yet written: names that sound alike must not take one slug. */
export type NewTopics = { kind: TopicKind; slug: string; name: string }[];

/**
 * The topic of a name, an existing one where there is one: 工會 and 工会 are the same tag, 工会 and 公会 are two.
 * A new one is added to `fresh`.
 */
export async function resolveTopic(
  newsroom: Database,
  kind: TopicKind,
  name: string,
  fresh: NewTopics,
): Promise<Topic> {
  const known = await topicByName(newsroom, kind, name);
  if (known) return { slug: known.slug, name };
  const base = slugOf(name, 50) ?? `${kind}-${Buffer.from(fold(name)).toString('hex').slice(0, 12)}`;
  for (let attempt = 1; ; attempt++) {
    const slug = attempt === 1 ? base : `${base}-${attempt}`;
    const holder =
      fresh.find((topic) => topic.kind === kind && topic.slug === slug) ?? (await topicBySlug(newsroom, kind, slug));
    if (!holder) {
      fresh.push({ kind, slug, name });
      return { slug, name };
    }
    if (fold(holder.name) === fold(name)) return { slug, name };
  }
}

export const addTopics = (newsroom: Database, fresh: NewTopics): Statement[] =>
  fresh.map((topic) => addTopic(newsroom, topic));
