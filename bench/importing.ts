import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command-line.ts';
import type { Measure, NotMeasured } from './measure.ts';
import { syntheticArticle } from './synthetic-articles.ts';
import { writeFiles } from './synthetic-documents.ts';

/** Documents per second through `import --publish`, as an editor runs it: the start of the command is in it. */

const documents = 200;

/** `folder` is scratch space; the newsroom they go to is a new one. */
export async function measureImports(folder: string, now: Date): Promise<(Measure | NotMeasured)[]> {
  const results: (Measure | NotMeasured)[] = [];
  const dataDir = join(folder, 'imported');
  for (const [seed, format, extension] of [
    [41, 'Markdown', 'md'],
    [42, 'HTML', 'html'],
  ] as const) {
    const articles = Array.from({ length: documents }, (_, index) =>
      syntheticArticle({ seed, index, until: now, of: documents, pictures: [] }),
    );
    const files = join(folder, extension);
    await writeFiles(
      files,
      extension,
      articles.map((article) => ({ ...article, slug: `${extension}-${article.slug}` })),
    );
    results.push(await importFolder(dataDir, files, format));
  }
  return results;
}

async function importFolder(dataDir: string, files: string, format: string): Promise<Measure | NotMeasured> {
  const name = `${format} documents imported and published`;
  const { stdout, stderr, began, ended } = await runCommand(dataDir, [
    'import',
    '--publish',
    '--json',
    '--section',
    'news',
    files,
  ]);
  const outcomes = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { status: string; error?: string });
  const imported = outcomes.filter(({ status }) => status === 'imported').length;
  const refused = outcomes.find(({ status }) => status !== 'imported');
  if (imported === 0) return { name, reason: refused?.error ?? (stderr.trim() || 'the command printed no outcome') };
  const seconds = (ended - began) / 1000;
  const others = refused ? `; ${outcomes.length - imported} ${refused.status}: ${refused.error ?? ''}` : '';
  return {
    name,
    value: imported / seconds,
    unit: 'documents/s',
    detail: `${imported} of ${readdirSync(files).length} in ${seconds.toFixed(1)} s${others}`,
  };
}
