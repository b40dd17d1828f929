import { expect, test } from 'vitest';
import { everyBlock } from '../article/every-block.fixture.ts';
import { bodyLinks } from '../article/text.ts';
import { pageOf, recordOf } from '../components/Page/page.fixture.ts';
import { rewriteFragment } from '../server/firewall/data/fragment.ts';
import { checkMarkdown } from '../server/firewall/data/markdown.ts';
import { bodyHtml } from '../syndication/body-html.ts';
import { articleMarkdown } from '../syndication/markdown.ts';

/** What is written for feeds and as Markdown, and what the firewall lets through, are two lists: they have to be one. */

const { site, edition } = pageOf({ page: 'front' });
const origin = 'https://news.example';
const media = { '0123456789abcdef': { width: 1_600, height: 900 } };

test.each(Object.values(everyBlock))('$type: may travel in feeds and as Markdown', (block) => {
  const body = { type: 'doc' as const, content: [block] };
  const book = { publicUrl: origin, links: new Set(bodyLinks(body)) };
  expect(rewriteFragment(bodyHtml(body, media, { site, edition, origin }), book)).not.toBe('');
  const record = recordOf({ body, media, source: null });
  expect(checkMarkdown(articleMarkdown(record, edition.language, origin), book)).toContain(record.headline);
});
