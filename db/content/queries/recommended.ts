import { allList, groupOf, seconds, sectionList, topicList } from '../../../article/lists.ts';
import type { ArticleRecord, Card } from '../../../article/record.ts';
import type { Database } from '../../client.ts';
import { currentFill } from '../fill-context.ts';
import { cardsByIds } from './articles.ts';
import { newestCards } from './lists.ts';

const wanted = 9;
const perTag = 24;
const perSection = 40;
const perSite = 30;

/** Editors' pins in their order, then what shares most tags, then section, the newer the better; never the article itself. */
export async function recommendedFor(database: Database, record: ArticleRecord): Promise<Card[]> {
  const pins = await cardsByIds(database, record.related);
  const group = groupOf(record.language);
  const shared = new Map<string, { card: Card; tags: number }>();
  const collect = (cards: Card[], tags: number) => {
    for (const card of cards) {
      const known = shared.get(card.id);
      if (known) known.tags += tags;
      else shared.set(card.id, { card, tags });
    }
  };
  for (const tag of record.tags.slice(0, 6))
    collect(await newestCards(database, topicList(group, 'tag', tag.slug), perTag), 1);
  collect(await newestCards(database, sectionList(group, record.section), perSection), 0);
  collect(await newestCards(database, allList(group), perSite), 0);
  const candidates = [...shared.values()].filter(
    ({ card }) => card.id !== record.id && !record.related.includes(card.id),
  );
  const ranked = rankRelated(record, candidates, currentFill().now);
  return [...pins.filter((card) => card.id !== record.id), ...ranked].slice(0, Math.max(wanted, pins.length));
}

const dayInSeconds = 86_400;

/**
 * Orders candidates by shared tags, section and age (half of it lost every 30 days), leaving out headlines
 * that say what a better-placed one says already.
 */
export function rankRelated(
  record: ArticleRecord,
  candidates: readonly { card: Card; tags: number }[],
  now: Date,
): Card[] {
  const [top] = record.section.split('/');
  const scored = candidates.map(({ card, tags }) => {
    const age = Math.max(0, now.getTime() / 1000 - seconds(card.publishedAt)) / dayInSeconds;
    const section = card.section === record.section ? 0.5 : card.section.split('/')[0] === top ? 0.3 : 0;
    return { card, score: (tags + section) * (0.6 + 0.4 * 2 ** (-age / 30)) + 0.2 * 2 ** (-age / 7) };
  });
  scored.sort((a, b) => b.score - a.score || (a.card.id < b.card.id ? -1 : 1));
  const seen = [pairs(record.headline)];
  return scored.flatMap(({ card }) => {
    const words = pairs(card.headline);
    if (seen.some((other) => overlap(words, other) > 0.7)) return [];
    seen.push(words);
    return [card];
  });
}

const pairs = (text: string) =>
  new Set(Array.from({ length: Math.max(1, text.length - 1) }, (_, i) => text.slice(i, i + 2)));

function overlap(a: Set<string>, b: Set<string>): number {
  let common = 0;
  for (const pair of a) if (b.has(pair)) common++;
  return common / Math.max(1, Math.min(a.size, b.size));
}
