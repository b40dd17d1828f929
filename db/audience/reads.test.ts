import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countReads, mostRead } from './queries/reads.ts';
import { openAudienceWriter } from './writer.ts';

const day = 86_400;
const start = 1_750_000_000;
const open = () => openAudienceWriter(`file:${mkdtempSync(join(tmpdir(), 'dateline-audience-'))}/audience.db`);

test('the most-read list follows the number of reads within a day', async () => {
  const audience = open();
  await audience.atomic([
    countReads(audience, 'few', 3, start),
    countReads(audience, 'many', 9, start),
    countReads(audience, 'few', 2, start + 60),
  ]);
  expect(await mostRead(audience, 5)).toEqual(['many', 'few']);
});

test('yesterday’s reads weigh half of today’s, last week’s next to nothing', async () => {
  const audience = open();
  await audience.atomic([
    countReads(audience, 'last-week', 100, start - 7 * day),
    countReads(audience, 'yesterday', 10, start - day),
    countReads(audience, 'today', 6, start),
    countReads(audience, 'quiet', 4, start),
  ]);
  expect(await mostRead(audience, 5)).toEqual(['today', 'yesterday', 'quiet', 'last-week']);
});

test('reads added one by one count as much as reads added at once', async () => {
  const audience = open();
  for (let n = 0; n < 40; n++) await audience.atomic([countReads(audience, 'one-by-one', 1, start)]);
  await audience.atomic([countReads(audience, 'at-once', 39, start), countReads(audience, 'more', 41, start)]);
  expect(await mostRead(audience, 5)).toEqual(['more', 'one-by-one', 'at-once']);
});
