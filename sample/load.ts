import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { documentFiles } from '../cli/documents.ts';
import type { Outcome } from '../cli/importing/outcome.ts';
import { importFiles } from '../cli/importing/run.ts';
import type { Database } from '../db/client.ts';
import { articleBySlug } from '../db/newsroom/queries/articles.ts';
import { saveTopic } from '../db/newsroom/queries/topics.ts';
import { authorSchema, siteSchema } from '../edition/site.ts';
import { decideHost } from '../newsroom/hosts.ts';
import { getSettings, saveSettings } from '../newsroom/settings.ts';
import type { Config } from '../server/config.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

const newsroomSchema = z.strictObject({
  site: siteSchema.omit({ sections: true }),
  sections: siteSchema.shape.sections,
  authors: z.array(authorSchema),
  /** Slugs of the lead story and the secondary leads. */
  front: z.array(z.string()),
  /** Hosts its articles may link to. */
  hosts: z.array(z.string()),
});

/** Loads the sample newsroom through the same door as any other: settings, authors, then `import --publish`. */
export async function loadSample(config: Config, newsroom: Database, note: (line: string) => void): Promise<void> {
  const sample = newsroomSchema.parse(parse(await readFile(`${folder}newsroom.yaml`, 'utf8')));
  const now = new Date();
  await newsroom.atomic(sample.authors.map((author) => saveTopic(newsroom, { kind: 'author', ...author })));
  const site = { ...sample.site, sections: sample.sections };
  await saveSettings(newsroom, { site, front: [] }, now);
  for (const host of sample.hosts) await decideHost(newsroom, host, 'approved', now);
  const outcomes: Outcome[] = [];
  const files = (await documentFiles([`${folder}articles`])).map(({ file }) => ({ file, root: folder }));
  await importFiles(
    config,
    files,
    { publish: true, section: null, format: 'markdown', fetchImages: false, dryRun: false, now },
    { outcome: (outcome) => outcomes.push(outcome) },
  );
  for (const { status, file, error } of outcomes) if (status === 'refused') note(`sample edition: ${file}: ${error}`);
  const front: string[] = [];
  for (const slug of sample.front) {
    const article = await articleBySlug(newsroom, slug);
    if (article) front.push(article.id);
  }
  await saveSettings(newsroom, { ...(await getSettings(newsroom)), front }, now);
  note(`sample edition: ${outcomes.filter((outcome) => outcome.status === 'imported').length} articles`);
}
