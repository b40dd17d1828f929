import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFile, openDatabase } from '../db/client.ts';
import { type Difference, differences } from '../db/content/comparison.ts';
import { readSequence } from '../db/content/projection.ts';
import { openContentWriter } from '../db/content/writer.ts';
import { openNewsroom } from '../db/newsroom/open.ts';
import { lastPublication } from '../db/newsroom/queries/outbox.ts';
import { Compositor } from '../publish/compositor.ts';
import { openKeyRing } from '../publish/keys.ts';
import { projectPending } from '../publish/projector.ts';
import type { Config } from '../server/config.ts';

/** Differences that are named; there may be as many as rows. */
const mostNamed = 20;

/**
 * Publishes the whole newsroom once more, into a file of its own, and compares what readers are served from with it, row by
 * row and term by term. That finds what proof cannot: what is signed by nobody (the search index, postings), and what a
 * running process proved before it was changed. @throws an error that names the rows
 */
export async function compareReadModel(config: Config): Promise<string> {
  const file = databaseFile(config.contentDatabaseUrl);
  if (!existsSync(join(config.keyDir, 'newsroom.key'))) throw new Error('there is no key to publish with');
  const made = `${file}.twin-${process.pid}`;
  const newsroom = openNewsroom(config.newsroomDatabaseUrl, { cacheMegabytes: 8 });
  const compositor = new Compositor();
  const content = openDatabase(config.contentDatabaseUrl, { readonly: true });
  try {
    const twin = openContentWriter(`file:${made}`);
    try {
      const press = {
        newsroom,
        content: twin,
        ring: openKeyRing(config.keyDir),
        mediaRoot: join(config.dataDir, 'media'),
      };
      // Nothing is published by a look: what readers do not see yet is another finding.
      const shown = await readSequence(content);
      const newest = await lastPublication(newsroom);
      if (shown !== newest) throw new Error(`readers see publication ${shown}, the newsroom is at ${newest}`);
      await projectPending({ ...press, compose: compositor.compose });
      const found = await content.atOneMoment(async () => {
        if ((await readSequence(content)) !== (await readSequence(twin)))
          throw new Error('something was published meanwhile; look again');
        return firstOf(differences(content, twin));
      });
      if (found.length > 0) throw new Error(spelledOut(found));
      return 'every row and every term of the index is what the newsroom makes';
    } finally {
      twin.close();
    }
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(made + suffix, { force: true });
    void compositor.close();
    content.close();
    newsroom.close();
  }
}

function firstOf(all: Iterable<Difference>): Difference[] {
  const found: Difference[] = [];
  for (const difference of all) if (found.push(difference) === mostNamed) break;
  return found;
}

const spelledOut = (found: readonly Difference[]): string =>
  found.map(({ table, row, what }) => `content.db, table ${table}, row ${row}: ${what}`).join('; ') +
  (found.length === mostNamed ? '; and maybe more' : '');
