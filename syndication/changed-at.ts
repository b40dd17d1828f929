import type { ArticleRecord } from '../article/record.ts';
import { updatedAt } from './feeds/feed.ts';

/**
 * The last moment anything of an article changed, UTC. Its first issue changed nothing, however late it was; a later one did,
 * also where the newsroom does not call it an update.
 */
export function changedAt(record: ArticleRecord): string {
  const told = updatedAt(record);
  return record.previous !== null && record.issuedAt > told ? record.issuedAt : told;
}
