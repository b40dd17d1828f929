import { canonicalJson } from '../article/canonical.ts';
import type { Statement } from '../db/client.ts';
import { invalidate, projectedTopic, putSite, putTopic } from '../db/content/projection.ts';
import { everyTopic, type TopicKind, type TopicRow, topicBySlug } from '../db/newsroom/queries/topics.ts';
import { getSettings } from '../newsroom/settings.ts';
import { type PressedArticle, signed } from './pressed-article.ts';
import type { Press } from './projector.ts';

/** The site's own record, and every topic whose wording changed with it: authors are written in the settings. */
export async function siteStatements(press: Press): Promise<Statement[]> {
  const settings = canonicalJson(await getSettings(press.newsroom));
  const topics = await changedTopics(press, await everyTopic(press.newsroom));
  return [putSite(signed(press.key, 'site', settings)), invalidate('site', 'soft'), ...topics];
}

/** Topics that these articles name and readers do not know yet, or know in other words. */
export async function topicStatements(press: Press, articles: readonly PressedArticle[]): Promise<Statement[]> {
  const named = new Map<string, { kind: TopicKind; slug: string }>();
  const name = (kind: TopicKind, slug: string) => named.set(`${kind} ${slug}`, { kind, slug });
  for (const { record } of articles) {
    for (const tag of record.tags) name('tag', tag.slug);
    for (const author of record.authors) name('author', author.slug);
    if (record.source) name('source', record.source.slug);
  }
  const rows: TopicRow[] = [];
  for (const { kind, slug } of named.values()) {
    const row = await topicBySlug(press.newsroom, kind, slug);
    if (row) rows.push(row);
  }
  return changedTopics(press, rows);
}

async function changedTopics({ content, key }: Press, topics: readonly TopicRow[]): Promise<Statement[]> {
  const statements: Statement[] = [];
  for (const { kind, slug, name, role, bio } of topics) {
    const text = canonicalJson({ slug, name, role, bio });
    if ((await projectedTopic(content, kind, slug)) === text) continue;
    statements.push(putTopic(kind, slug, signed(key, kind, text)), invalidate(`${kind}:${slug}`, 'soft'));
  }
  return statements;
}
