import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { type Block, type Body, type Inline, type Mark, parseBody } from '../article/body.ts';
import type { ArticleDraft } from '../article/draft.ts';
import type { ArticleRecord } from '../article/record.ts';
import { readMarkdown } from '../ingest/markdown.ts';
import { articleMarkdown } from '../syndication/markdown.ts';

/** What a reader gets as Markdown is what the importer reads: the two are one format. */

const hints = { name: 'article.md', now: new Date('2026-11-24T00:00:00Z'), timeZone: 'Asia/Shanghai' };
const media = 'a'.repeat(16);

/** The draft as a published record, every picture of it held. */
function recordOf(draft: ArticleDraft): ArticleRecord {
  const topic = (name: string, index: number) => ({ slug: `t${index}`, name });
  const content = draft.body.content.map((block) =>
    block.type === 'figure' ? { ...block, attrs: { ...block.attrs, media } } : block,
  );
  return {
    ...draft,
    id: 'record0000',
    revision: 1,
    status: 'published',
    path: `/${draft.section.path}/2026/11/24/${draft.slug ?? 'a'}`,
    section: draft.section.path ?? 'news',
    publishedAt: draft.publishedAt ?? '2026-11-24T00:00:00Z',
    authors: draft.authors.map(topic),
    tags: draft.tags.map(topic),
    source: draft.source && { ...topic(draft.source.name, 0), url: draft.source.url },
    lead: draft.lead && { ...draft.lead, media },
    body: parseBody({ type: 'doc', content }),
    media: { [media]: { width: 1_600, height: 900 } },
    related: [],
  } as unknown as ArticleRecord;
}

const roundTrip = (record: ArticleRecord): ArticleDraft =>
  readMarkdown(articleMarkdown(record, record.language, 'https://news.example'), hints);

/** Where a picture lies is the one thing that differs: a reader gets the address of ours. */
const withoutPlaces = (body: Body): Body => ({
  type: 'doc',
  content: body.content.map((block) =>
    block.type === 'figure' ? { ...block, attrs: { ...block.attrs, media: null, src: null } } : block,
  ),
});

const samples = globSync(join(resolve(import.meta.dirname, '..'), 'sample/articles/**/*.md'));

test('every article of the sample edition comes back as it was', () => {
  expect(samples.length).toBeGreaterThan(90);
  for (const file of samples) {
    const draft = readMarkdown(readFileSync(file, 'utf8'), hints);
    if (draft.withdrawn) continue;
    const back = roundTrip(recordOf(draft));
    expect(withoutPlaces(back.body), file).toEqual(withoutPlaces(recordOf(draft).body));
    const { headline, kicker, standfirst, language, layout, authors, tags, source, publishedAt, updatedAt } = draft;
    expect(back, file).toMatchObject({
      ...{ headline, kicker, standfirst, language, layout, authors, tags, source, publishedAt, updatedAt },
      corrections: draft.corrections,
      section: { path: draft.section.path },
    });
    expect(back.warnings, file).toEqual([]);
  }
});

const words = [
  ...['桥', '“', '”', '，', '——', '江面', 'a', ' b', '*', '_', '[', ']', '(', ')', '<b>', '&amp;', '\\', '`', '#', '~'],
  ...[
    '|',
    '!',
    '1.',
    '-',
    '+',
    '>',
    '=',
    '“词”',
    '（括号）',
    '。',
    ':',
    '--',
    '12)',
    '🙂',
    '𠀀',
    '"',
    'https://a.example/',
  ],
];
/** The same articles in every run. */
let seed = 20_261_124;
function whole(from: number, to: number): number {
  seed = (seed * 48_271) % 2_147_483_647;
  return from + (seed % (to - from + 1));
}
const some = <T>(from: readonly T[]): T => from[whole(0, from.length - 1)] as T;
const chance = (of: number) => whole(1, of) === 1;
const hrefs = ['/news/2026/01/01/a', 'https://a.example/?q=1&b=(2)', 'https://a.example/a_b*c'];

/** Text as the importer leaves it: no space at the ends, none doubled. */
const text = (): string =>
  Array.from({ length: whole(1, 5) }, () => some(words))
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim() || '空';

function marks(): Mark[] {
  const ruby = chance(8);
  return [
    ...(chance(5) ? [{ type: 'link' as const, attrs: { href: some(hrefs) } }] : []),
    ...(chance(3) ? [{ type: 'bold' as const }] : []),
    ...(chance(4) ? [{ type: 'italic' as const }] : []),
    ...(!ruby && chance(8) ? [{ type: some(['sub', 'sup'] as const) }] : []),
    ...(ruby ? [{ type: 'ruby' as const, attrs: { text: 'qiáo' } }] : []),
    ...(chance(8) ? [{ type: 'verbatim' as const, attrs: { lang: some([null, 'ja']) } }] : []),
  ];
}

function inlines(breaks = true): Inline[] {
  const nodes: Inline[] = [];
  for (let count = whole(1, 4); count > 0; count--) {
    const set = marks();
    const last = nodes.at(-1);
    // Neighbours that are set alike are one.
    if (last?.type === 'text' && JSON.stringify(last.marks ?? []) === JSON.stringify(set)) continue;
    nodes.push(set.length > 0 ? { type: 'text', text: text(), marks: set } : { type: 'text', text: text() });
    if (breaks && count > 1 && chance(6)) nodes.push({ type: 'hardBreak' });
  }
  return nodes;
}

const paragraph = () => ({ type: 'paragraph' as const, content: inlines() });
const lettered = () => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text: `字${text()}` }] });
const list = (depth = 1): Extract<Block, { type: 'bulletList' | 'orderedList' }> => {
  const content = Array.from({ length: whole(1, 3) }, () => ({
    type: 'listItem' as const,
    content: [paragraph(), ...(chance(4) ? [paragraph()] : []), ...(depth < 3 && chance(3) ? [list(depth + 1)] : [])],
  }));
  return chance(2)
    ? { type: 'bulletList', content }
    : { type: 'orderedList', attrs: { start: some([0, 1, 7, 99]) }, content };
};

function block(): Block {
  const cell = (type: 'tableHeader' | 'tableCell') => ({
    type,
    attrs: { colspan: 1, rowspan: 1 },
    content: inlines(false),
  });
  switch (whole(1, 9)) {
    case 1:
      return { type: 'heading', attrs: { level: some([2, 3, 4] as const) }, content: inlines(false) };
    case 2:
      return list();
    case 3:
      // A last line that starts with a dash is the attribution, in this format.
      return { type: 'quote', attrs: { cite: chance(2) ? text() : null }, content: [paragraph(), lettered()] };
    case 4:
      return { type: 'correction', content: [{ type: 'paragraph', content: [{ type: 'text', text: '改' }] }] };
    case 5: {
      const attrs = { media, src: null, alt: text(), caption: text().replaceAll('|', '').trim(), credit: text() };
      return { type: 'figure', attrs };
    }
    case 6:
      return {
        type: 'table',
        content: [
          { type: 'tableRow', content: [cell('tableHeader'), cell('tableHeader')] },
          { type: 'tableRow', content: [cell('tableCell'), cell('tableCell')] },
        ],
      };
    case 7:
      return { type: 'embed', attrs: { url: some(hrefs.slice(1)), title: text(), description: text() } };
    default:
      return paragraph();
  }
}

test('bodies of every kind of block, mark and difficult character come back as they were', () => {
  const [sample] = samples;
  const draft = recordOf(readMarkdown(readFileSync(sample as string, 'utf8'), hints));
  for (let round = 0; round < 400; round++) {
    const body = parseBody({ type: 'doc', content: Array.from({ length: whole(1, 6) }, block) });
    const record = { ...draft, body, corrections: [] };
    const written = articleMarkdown(record, record.language, 'https://news.example');
    expect(withoutPlaces(readMarkdown(written, hints).body), written).toEqual(withoutPlaces(body));
  }
});
