import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { bytesSource } from '../../ingest/source.ts';
import { testNewsroom } from '../newsroom.fixture.ts';
import { importAnswer } from './run.ts';

test('threads that compose are spared for a large document, and the next one has them back', async () => {
  const { press, config, close } = await testNewsroom();
  onTestFinished(close);
  const options = {
    publish: true,
    section: 'news',
    format: 'markdown' as const,
    fetchImages: false,
    dryRun: false,
    now: new Date('2026-03-01T00:00:00Z'),
  };
  const read = async (name: string, size: number) => {
    const text = `---\ntitle: ${name}\nslug: ${name}\nlang: en\npublished: 2026-02-01T00:00:00Z\n---\n\nOne line of text.\n`;
    const source = { ...bytesSource(Buffer.from(text), `${name}.md`), size };
    const document = { source, origin: name, beside: async () => null, isClosing: false };
    await importAnswer(press, config, document, options, { outcome: () => {} });
    return press.isSparing;
  };
  expect([await read('small', 200), await read('large', 20_000_000), await read('next', 200)]).toEqual([
    false,
    true,
    false,
  ]);
  const shown = await press.content.orm.all<{ path: string }>(sql`SELECT path FROM articles ORDER BY number`);
  expect(shown.map(({ path }) => path.split('/').at(-1))).toEqual(['small', 'large', 'next']);
});
