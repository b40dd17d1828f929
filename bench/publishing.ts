import { statSync } from 'node:fs';
import { openPress } from '../cli/press.ts';
import { createArticle } from '../newsroom/articles.ts';
import { projectPending } from '../publish/projector.ts';
import type { Measure } from './measure.ts';
import { percentile } from './statistics.ts';
import { syntheticArticle } from './synthetic-articles.ts';
import { configOf, contentFile, type SyntheticNewsroom } from './synthetic-newsroom.ts';

/** What one publication costs in a newsroom of this size: both commits, signing, lists and search index. */

const publications = 100;
/** The first ones are made by code that was never run: a desk that publishes all day is measured. */
const warming = 30;

export async function measurePublishing({ dataDir, total, pictures }: SyntheticNewsroom): Promise<Measure[]> {
  const bytes = statSync(contentFile(dataDir)).size;
  const press = openPress(configOf(dataDir));
  try {
    const times: number[] = [];
    for (let index = 0; index < warming + publications; index++) {
      const now = new Date();
      const article = syntheticArticle({ seed: 51, index, until: now, of: index + 1, pictures });
      const began = performance.now();
      await createArticle(
        press.newsroom,
        { ...article, slug: `published-${index}` },
        { now, note: 'bench', publish: true },
      );
      await projectPending(press);
      if (index >= warming) times.push(performance.now() - began);
    }
    return [
      {
        name: 'publishing one article, p50',
        value: percentile(times, 0.5),
        unit: 'ms',
        bar: { atMost: 3 },
        detail: `of ${publications}, beside ${total} articles; slowest ${Math.max(...times).toFixed(1)} ms`,
      },
      { name: 'content.db per article', value: bytes / total, unit: 'bytes' },
    ];
  } finally {
    press.close();
  }
}
