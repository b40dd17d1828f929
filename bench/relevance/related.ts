import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPress } from '../../cli/press.ts';
import { newFill, runFill } from '../../db/content/fill-context.ts';
import { findArticle } from '../../db/content/queries/articles.ts';
import { recommendedFor } from '../../db/content/queries/recommended.ts';
import { emptySite } from '../../edition/site.ts';
import { createArticle } from '../../newsroom/articles.ts';
import type { ArticleDocument } from '../../newsroom/document.ts';
import { saveSettings } from '../../newsroom/settings.ts';
import { addTopics, type NewTopics, resolveTopic } from '../../newsroom/topics.ts';
import { type Press, projectPending } from '../../publish/projector.ts';
import { configOf } from '../synthetic-newsroom.ts';
import { mean, ndcg, recall } from './metrics.ts';
import { byBm25, byDate, byTags, type Ranker } from './related-baselines.ts';
import type { JudgedArticle } from './related-set.ts';

export type Quality = { method: string; ndcg5: number; recall8: number };

/** How well the recommended block and the baselines find what was held to be related. Nothing of a set's pins is used. */
export async function measureRelated(articles: readonly JudgedArticle[]): Promise<Quality[]> {
  const asked = articles.filter(({ related }) => related.length > 0);
  if (asked.length === 0) throw new Error('no article of the set has related ones');
  const blocks = await recommendedBlocks(articles, asked);
  const rankers: [string, Ranker][] = [
    ['newest', byDate(articles)],
    ['tags only', byTags(articles)],
    ['BM25 of headline + 300 characters', byBm25(articles)],
    ['the recommended block', ({ id }) => blocks.get(id) ?? []],
  ];
  return rankers.map(([method, rank]) => {
    const judged = asked.map((article) => ({ ranked: rank(article), right: new Set(article.related) }));
    return {
      method,
      ndcg5: mean(judged.map(({ ranked, right }) => ndcg(ranked, right, 5))),
      recall8: mean(judged.map(({ ranked, right }) => recall(ranked, right, 8))),
    };
  });
}

/** The blocks as pages show them, of a newsroom that holds exactly these articles. Ids of the set, by the id asked for. */
async function recommendedBlocks(
  articles: readonly JudgedArticle[],
  asked: readonly JudgedArticle[],
): Promise<Map<string, string[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-relevance-'));
  const config = configOf(folder);
  process.env.SITE_KEYS = config.keysFile;
  const press = openPress(config);
  try {
    const paths = await publishAll(press, articles);
    const ids = new Map([...paths].map(([id, path]) => [path, id]));
    const blocks = new Map<string, string[]>();
    for (const { id } of asked) {
      const recommended = await runFill(newFill(), async () => {
        const found = await findArticle(press.content, paths.get(id) as string);
        return found ? recommendedFor(press.content, found) : [];
      });
      blocks.set(
        id,
        recommended.flatMap(({ card }) => ids.get(card.path) ?? []),
      );
    }
    return blocks;
  } finally {
    press.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Publishes in order of date, as a newsroom does. Returns the path of each. */
async function publishAll(press: Press, articles: readonly JudgedArticle[]): Promise<Map<string, string>> {
  const now = new Date();
  const sections = [...new Set(articles.flatMap(({ section }) => [section.split('/')[0] as string, section]))];
  const site = { ...emptySite, sections: sections.map((path) => ({ path, names: { 'zh-Hans': path } })) };
  await saveSettings(press.newsroom, { site, front: [] }, now);
  const paths = new Map<string, string>();
  const inOrder = articles.toSorted((a, b) => (a.publishedAt < b.publishedAt ? -1 : 1));
  for (const [index, article] of inOrder.entries()) {
    const document = await documentOf(press, article, index);
    const { path } = await createArticle(press.newsroom, document, { now, note: 'relevance', publish: true });
    paths.set(article.id, path as string);
  }
  await projectPending(press);
  return paths;
}

async function documentOf({ newsroom }: Press, article: JudgedArticle, index: number): Promise<ArticleDocument> {
  const { headline, standfirst, text, section, language, publishedAt } = article;
  const tags = new Map<string, ArticleDocument['tags'][number]>();
  const fresh: NewTopics = [];
  for (const name of article.tags.slice(0, 30)) {
    const topic = await resolveTopic(newsroom, 'tag', name, fresh);
    tags.set(topic.slug, topic);
  }
  await newsroom.atomic(addTopics(newsroom, fresh));
  const paragraphs = text.split('\n').filter((line) => line.trim() !== '');
  return {
    ...{ slug: `article-${index}`, status: 'published', withdrawn: null, layout: 'standard', kicker: null },
    ...{ authors: [], source: null, updatedAt: null, lead: null, pinned: [], translations: [], corrections: [] },
    ...{ headline: headline.slice(0, 300), standfirst, section, language, publishedAt, tags: [...tags.values()] },
    body: {
      type: 'doc',
      content: (paragraphs.length > 0 ? paragraphs : [headline]).map((line) => ({
        type: 'paragraph',
        content: [{ type: 'text', text: line }],
      })),
    },
  };
}
