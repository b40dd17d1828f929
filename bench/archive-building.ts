import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createArticle } from '../newsroom/articles.ts';
import { type Press, projectWhile, tidyIndex } from '../publish/projector.ts';
import { archivedArticle } from './synthetic-archive.ts';

/** Articles written ahead, so that inventing them is not measured; and published in one newsroom transaction. */
const writtenAhead = 10_000;
const chunk = 1_000;

export type Archive = { of: number; until: Date };

/**
 * Publishes articles `from` to `to` of an archive, the way every import does: checked, taken into the newsroom, sealed, put
 * into lists and index, the parts of the index joined. Returns how long that took, in seconds; inventing them is not in it.
 */
export async function publishArchive(
  press: Press,
  { of, until }: Archive,
  { from, to, note }: { from: number; to: number; note: (line: string) => void },
): Promise<number> {
  let seconds = 0;
  for (let first = from; first < to; first += writtenAhead) {
    const count = Math.min(writtenAhead, to - first);
    const documents = Array.from({ length: count }, (_, index) => archivedArticle(first + index, of, until));
    const began = performance.now();
    await projectWhile(press, async () => {
      const now = new Date();
      await press.newsroom.exclusively(async () => {
        for (const document of documents.splice(0, chunk))
          await createArticle(press.newsroom, document, { now, note: 'bench', publish: true });
      });
      return documents.length > 0;
    });
    const took = (performance.now() - began) / 1000;
    seconds += took;
    if ((first + count) % 50_000 === 0 || first + count === to)
      note(`${first + count} articles, the last ${count} at ${Math.round(count / took)}/s`);
  }
  const began = performance.now();
  await tidyIndex(press, to - from);
  return seconds + (performance.now() - began) / 1000;
}

export type Sizes = { content: number; newsroom: number };

/** Bytes of both databases. */
export const sizesOf = (dataDir: string): Sizes => ({
  content: statSync(join(dataDir, 'content.db')).size,
  newsroom: statSync(join(dataDir, 'newsroom.db')).size,
});
