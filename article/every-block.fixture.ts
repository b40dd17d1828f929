import type { Block, Inline, Paragraph } from './body.ts';
import { articleSchema } from './schema.ts';

/** One of every block there is, for tests of what has to know them all. Text leads to link.example wherever text may lead. */

const linked = (text: string): Inline[] => [
  { type: 'text', text, marks: [{ type: 'link', attrs: { href: 'https://link.example/a' } }] },
];
const paragraph = (text: string): Paragraph => ({ type: 'paragraph', content: linked(text) });

export const everyBlock: { [Type in Block['type']]: Extract<Block, { type: Type }> } = {
  paragraph: paragraph('一段'),
  heading: { type: 'heading', attrs: { level: 2 }, content: linked('小标题') },
  bulletList: {
    type: 'bulletList',
    content: [
      {
        type: 'listItem',
        content: [
          paragraph('一项'),
          { type: 'orderedList', attrs: { start: 1 }, content: [{ type: 'listItem', content: [paragraph('其下')] }] },
        ],
      },
    ],
  },
  orderedList: {
    type: 'orderedList',
    attrs: { start: 3 },
    content: [{ type: 'listItem', content: [paragraph('第三')] }],
  },
  quote: { type: 'quote', attrs: { cite: '渡船工' }, content: [paragraph('水比人早。')] },
  figure: {
    type: 'figure',
    attrs: { media: '0123456789abcdef', src: null, alt: '船', caption: '清晨的渡口', credit: '本报' },
  },
  table: {
    type: 'table',
    content: [
      {
        type: 'tableRow',
        content: [
          { type: 'tableHeader', attrs: { colspan: 1, rowspan: 1 }, content: linked('项') },
          { type: 'tableCell', attrs: { colspan: 1, rowspan: 1 }, content: linked('数') },
        ],
      },
    ],
  },
  embed: { type: 'embed', attrs: { url: 'https://link.example/card', title: '卡片', description: '说明' } },
  divider: { type: 'divider' },
  correction: { type: 'correction', content: [paragraph('原文有误。')] },
};

/** The blocks the schema knows, by name: what `everyBlock` has to hold. */
export const blocksOfSchema = (): string[] =>
  Object.values(articleSchema.nodes)
    .filter((node) => node.isInGroup('block'))
    .map(({ name }) => name);
