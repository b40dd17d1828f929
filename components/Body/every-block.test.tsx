import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { everyBlock } from '../../article/every-block.fixture.ts';
import { plainText } from '../../article/text.ts';
import { pageOf } from '../Page/page.fixture.ts';
import { Body } from './Body.tsx';

test.each(Object.values(everyBlock))('$type: all its words are on the page', (block) => {
  const body = { type: 'doc', content: [block] } as const;
  const media = { '0123456789abcdef': { width: 1_600, height: 900 } };
  const html = renderToStaticMarkup(
    <Body page={pageOf({ page: 'front' })} body={{ ...body, content: [block] }} media={media} sizes="100vw" />,
  );
  const words = plainText({ ...body, content: [block] })
    .split(/\s+/)
    .filter(Boolean);
  expect(words.filter((word) => !html.includes(word))).toEqual([]);
  if (block.type === 'divider') expect(html).toContain('<hr/>');
});
