import { statSync } from 'node:fs';
import { openPress } from '../cli/press.ts';
import { createArticle } from '../newsroom/articles.ts';
import { projectPending } from '../publish/projector.ts';
import type { Measure } from './measure.ts';
import { percentile } from './statistics.ts';
import { syntheticArticle } from './synthetic-articles.ts';
import { configOf, contentFile, type SyntheticNewsroom } from './synthetic-newsroom.ts';

/** What one publication costs in a newsroom of this size: both commits, signing, lists and search index. */

const publications = 30;

export async function measurePublishing({ dataDir, articles, pictures }: SyntheticNewsroom): Promise<Measure[]> {
  const bytes = statSync(contentFile(dataDir)).size;
  const press = openPress(configOf(dataDir));
  try {
    const times: number[] = [];
    for (let index = 0; index < publications; index++) {
      const now = new Date();
      const article = syntheticArticle({ seed: 51, index, until: now, of: index + 1, pictures });
      const began = performance.now();
      await createArticle(
        press.newsroom,
        { ...article, slug: `published-${index}` },
        { now, note: 'bench', publish: true },
      );
      await projectPending(press);
      times.push(performance.now() - began);
    }
    return [
      {
        name: 'publishing one article, p50',
        value: percentile(times, 0.5),
        unit: 'ms',
        detail: `of ${publications}, beside ${articles.length} articles; slowest ${Math.max(...times).toFixed(1)} ms`,
      },
      { name: 'content.db per article', value: bytes / (articles.length + 1), unit: 'bytes' },
    ];
  } finally {
    press.close();
  }
}
