import { canonicalJson } from '../article/canonical.ts';
import { staffList } from '../article/lists.ts';
import { topicLeaf } from '../article/register.ts';
import { suggestionKeys } from '../article/suggestion-keys.ts';
import type { Database, Statement } from '../db/client.ts';
import { moveInLists } from '../db/content/list-places.ts';
import { listShelf } from '../db/content/list-tree.ts';
import { invalidate, projectedTopics, putSite, putTopic, suggestTopic } from '../db/content/projection.ts';
import { suggestionShelf } from '../db/content/shelves.ts';
import { everyTopic, type TopicKind, type TopicRow, topicsBySlugs } from '../db/newsroom/queries/topics.ts';
import { getSettings } from '../newsroom/settings.ts';
import type { PressedArticle } from './pressed-article.ts';
import type { Press } from './projector.ts';
import type { RegisterChange } from './registering.ts';

/** The site's own record, and every topic whose wording changed with it: authors are written in the settings. */
export async function siteStatements(press: Press, change: RegisterChange): Promise<Statement[]> {
  change.site = canonicalJson(await getSettings(press.newsroom));
  const topics = await changedTopics(press, await everyTopic(press.newsroom), change);
  return [putSite(change.site), invalidate('site', 'soft'), ...topics];
}

/** Topics that these articles name and readers do not know yet, or know in other words. */
export async function topicStatements(
  press: Press,
  articles: readonly PressedArticle[],
  change: RegisterChange,
): Promise<Statement[]> {
  const named = new Map<string, { kind: TopicKind; slug: string }>();
  const name = (kind: TopicKind, slug: string) => named.set(`${kind} ${slug}`, { kind, slug });
  for (const { listing } of articles) {
    for (const tag of listing.tags) name('tag', tag);
    for (const author of listing.authors) name('author', author.slug);
    if (listing.source) name('source', listing.source.slug);
  }
  return changedTopics(press, await topicsBySlugs(press.newsroom, [...named.values()]), change);
}

async function changedTopics(
  { content }: Press,
  topics: readonly TopicRow[],
  register: RegisterChange,
): Promise<Statement[]> {
  const statements: Statement[] = [];
  const shown = await projectedTopics(
    content,
    topics.map(({ number }) => number),
  );
  for (const { number, kind, slug, name, role, bio } of topics) {
    const record = canonicalJson({ kind, slug, name, role, bio });
    const old = shown.get(number);
    if (old === record) continue;
    if (!register.leaves.topics.has(number)) await moveStaff(content, register, number, isStaff(old), role !== null);
    register.leaves.topics.set(number, topicLeaf(kind, slug, record));
    for (const key of suggestionKeys(slug)) await register.open(suggestionShelf(key));
    statements.push(
      putTopic(number, kind, slug, record),
      ...suggestTopic(kind, slug),
      invalidate(`${kind}:${slug}`, 'soft'),
    );
  }
  return statements;
}

const isStaff = (record: string | undefined): boolean => record !== undefined && JSON.parse(record).role !== null;

/** Whoever has a role stands in a list, so that nobody is missed. */
async function moveStaff(
  content: Database,
  register: RegisterChange,
  number: number,
  was: boolean,
  is: boolean,
): Promise<void> {
  if (was === is) return;
  await register.open(listShelf(staffList));
  const place = [{ list: staffList, at: 0, number }];
  await moveInLists(content, was ? place : [], is ? place : []);
}
