import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';

/** Who may import whom: the rooms of the house and the doors between them. Tests follow the rules of their room. */
const rooms: Record<string, readonly string[]> = {
  'app/(site)': ['components', 'syndication', 'db/content', 'db/audience', 'db/client.ts', 'edition', 'article'],
  components: ['edition', 'article'],
  syndication: ['edition', 'article', 'components/Page/page.fixture.ts'],
  article: [],
  edition: ['article'],
  'db/client.ts': [],
  'db/client.test.ts': ['db/client.ts'],
  'db/files': ['db/client.ts'],
  'db/content': ['db/client.ts', 'db/files', 'article'],
  'db/newsroom': ['db/client.ts', 'db/files', 'article'],
  'db/audience': ['db/client.ts', 'db/files', 'article'],
  ingest: ['article', 'edition/dates.ts'],
  newsroom: ['db/newsroom', 'db/client.ts', 'edition', 'article'],
  publish: ['newsroom', 'db/newsroom', 'db/content', 'db/client.ts', 'edition', 'article'],
  server: [
    'db/content/invalidation.ts',
    'db/content/fill-context.ts',
    'db/audience',
    'db/client.ts',
    'db/files/set-aside.ts',
    'edition',
    'article',
  ],
  watch: ['article', 'edition', 'db/content', 'db/client.ts'],
  cli: [
    'sample',
    'ingest',
    'syndication',
    'newsroom',
    'publish',
    'server',
    'watch',
    'db',
    'edition',
    'article',
    'components/Page/page.fixture.ts',
  ],
  sample: ['cli', 'newsroom', 'db', 'edition', 'article', 'server/config.ts'],
  bench: ['cli', 'sample', 'ingest', 'newsroom', 'publish', 'server', 'db', 'edition', 'article'],
  e2e: ['cli', 'newsroom', 'publish', 'server', 'watch', 'db', 'edition', 'article'],
  '.ci': [],
};

const root = resolve(import.meta.dirname, '..');
const names = Object.keys(rooms).sort((a, b) => b.length - a.length);
const roomOf = (file: string) => names.find((room) => file === room || file.startsWith(`${room}/`));

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(Boolean);
const problems: string[] = [];
for (const file of files) {
  const room = roomOf(file);
  if (!room) {
    if (file.includes('/')) problems.push(`${file}: lies in no room; give its folder a line in .ci/import-rules.ts`);
    continue;
  }
  const text = readFileSync(join(root, file), 'utf8');
  for (const [, specifier = ''] of text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g)) {
    const target = normalize(join(dirname(file), specifier));
    const allowed =
      target.startsWith(`${room}/`) ||
      target === room ||
      rooms[room]?.some((door) => target === door || target.startsWith(`${door}/`));
    if (!allowed) problems.push(`${file}: ${room} may not import ${target}`);
  }
}
for (const problem of problems) process.stdout.write(`${problem}\n`);
process.stdout.write(`${files.length} files, ${problems.length} imports against the rules\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
