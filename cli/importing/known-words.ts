import type { Body } from '../../article/body.ts';
import { plainText } from '../../article/text.ts';
import type { Database } from '../../db/client.ts';
import { newestPublished } from '../../db/newsroom/queries/articles.ts';
import { pairsOf } from '../../ingest/shield-measure.ts';

/** Articles that say what a newsroom writes about: some weeks of a local paper. */
const articles = 300;
/** Fewer words are no vocabulary to measure others by. */
const least = 20_000;

/** Words of the newsroom's newest articles, for the shield; undefined while it has published too little. */
export async function knownWords(newsroom: Database): Promise<ReadonlySet<string> | undefined> {
  const words = new Set<string>();
  for (const document of (await newestPublished(newsroom, articles)) as { headline: string; body: Body }[])
    for (const pair of pairsOf(`${document.headline}\n${plainText(document.body)}`)) words.add(pair);
  return words.size >= least ? words : undefined;
}
