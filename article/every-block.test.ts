import { expect, test } from 'vitest';
import { parseBody } from './body.ts';
import { blocksOfSchema, everyBlock } from './every-block.fixture.ts';
import { outboundHosts, withoutLinksTo } from './outbound.ts';
import { plainText } from './text.ts';

test('tests that go over every block go over all that the schema knows', () => {
  expect(Object.keys(everyBlock).sort()).toEqual(blocksOfSchema().sort());
});

test.each(Object.values(everyBlock))('$type: kept as it is, without its links when they are withheld', (block) => {
  const body = parseBody({ type: 'doc', content: [block] });
  expect(body.content).toEqual([block]);
  const article = { body, source: null };
  const without = withoutLinksTo(article, new Set(['link.example']));
  expect(outboundHosts(without)).toEqual([]);
  // A card that leads nowhere is its title.
  if (block.type !== 'embed') expect(plainText(without.body)).toBe(plainText(body));
});
