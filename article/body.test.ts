import { expect, test } from 'vitest';
import { type Body, BodyError, parseBody } from './body.ts';
import { bodyLinks, characterCount, plainText } from './text.ts';

const paragraph = (text: string, marks?: object[]) => ({
  type: 'paragraph',
  content: [{ type: 'text', text, ...(marks && { marks }) }],
});
const doc = (...content: object[]) => ({ type: 'doc', content });

const everything: Body = parseBody(
  doc(
    paragraph('开头，', [{ type: 'bold' }]),
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '小标题' }] },
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [
            paragraph('一'),
            { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph('一之一')] }] },
          ],
        },
      ],
    },
    { type: 'quote', attrs: { cite: '渡船工' }, content: [paragraph('水比人早。')] },
    { type: 'figure', attrs: { media: '0123456789abcdef', alt: '船', caption: '清晨的渡口', credit: '本报' } },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableHeader', content: [{ type: 'text', text: '项' }] },
            { type: 'tableCell', content: [{ type: 'text', text: '数' }] },
          ],
        },
      ],
    },
    { type: 'embed', attrs: { url: 'https://example.org/a', title: '卡片' } },
    { type: 'divider' },
    { type: 'correction', content: [paragraph('原文有误。')] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: '潮', marks: [{ type: 'ruby', attrs: { text: 'cháo' } }] },
        { type: 'hardBreak' },
        { type: 'text', text: '见此', marks: [{ type: 'link', attrs: { href: 'https://example.com/b' } }] },
      ],
    },
  ),
);

test('every block and mark of the schema passes, with its attributes spelled out', () => {
  expect(everything.content.map((block) => block.type)).toEqual([
    'paragraph',
    'heading',
    'bulletList',
    'quote',
    'figure',
    'table',
    'embed',
    'divider',
    'correction',
    'paragraph',
  ]);
  expect(everything.content[4]).toEqual({
    type: 'figure',
    attrs: { media: '0123456789abcdef', src: null, alt: '船', caption: '清晨的渡口', credit: '本报' },
  });
});

test('a parsed body parses again to itself', () => {
  expect(parseBody(JSON.parse(JSON.stringify(everything)))).toEqual(everything);
});

test.each([
  ['an unknown block', doc({ type: 'html', attrs: { raw: '<script>' } }), /html/],
  [
    'an unknown attribute',
    doc({ type: 'heading', attrs: { level: 2, style: 'x' }, content: [] }),
    /style: unknown key/,
  ],
  ['an unknown key', doc({ ...paragraph('a'), onclick: 'x' }), /onclick: unknown key/],
  ['an unknown mark', doc(paragraph('a', [{ type: 'blink' }])), /blink/],
  [
    'a script address',
    doc(paragraph('a', [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }])),
    /not a web address/,
  ],
  [
    'a script address in capitals with a tab',
    doc(paragraph('a', [{ type: 'link', attrs: { href: 'Java\tScript:alert(1)' } }])),
    /not a web address/,
  ],
  [
    'a protocol-relative address',
    doc(paragraph('a', [{ type: 'link', attrs: { href: '//evil.example' } }])),
    /not a web address/,
  ],
  [
    'an address with a backslash, which browsers read as a slash',
    doc(paragraph('a', [{ type: 'link', attrs: { href: 'https://example.org\\@evil.example/' } }])),
    /not a web address/,
  ],
  [
    'an address with a password',
    doc({ type: 'embed', attrs: { url: 'https://a:b@example.org/' } }),
    /not a web address/,
  ],
  ['a first-level heading', doc({ type: 'heading', attrs: { level: 1 }, content: [] }), /2 to 4/],
  ['a figure whose media is a path', doc({ type: 'figure', attrs: { media: '../../etc/passwd' } }), /not a media id/],
  ['text outside a block', doc({ type: 'text', text: 'a' }), /doc/],
  ['no blocks at all', doc(), /doc/],
  ['a body that is a string', '<p>html</p>', /body/],
  ['nothing', null, /body/],
])('%s is refused', (_, input, message) => {
  expect(() => parseBody(input)).toThrow(message);
});

test('a body nested a hundred thousand levels deep is refused without a stack overflow', () => {
  let list: object = { type: 'listItem', content: [paragraph('a')] };
  for (let depth = 0; depth < 100_000; depth++)
    list = { type: 'listItem', content: [paragraph('a'), { type: 'bulletList', content: [list] }] };
  expect(() => parseBody(doc({ type: 'bulletList', content: [list] }))).toThrow(/nested deeper/);
});

test('plain text is one line per block, list item and table row', () => {
  expect(plainText(everything).split('\n')).toEqual([
    '开头，',
    '小标题',
    '一',
    '一之一',
    '水比人早。',
    '渡船工',
    '清晨的渡口',
    '项\t数',
    '卡片',
    '原文有误。',
    '潮',
    '见此',
  ]);
});

test('links are every address of the body in reading order', () => {
  expect(bodyLinks(everything)).toEqual(['https://example.org/a', 'https://example.com/b']);
});

test('white space does not count as characters, an astral character counts once', () => {
  expect(characterCount(parseBody(doc(paragraph('一 二\u3000𠮷'))))).toBe(3);
});

test('text that reads otherwise than it is stored is refused, with its place', () => {
  for (const text of ['a\u202eb', 'a\u0000b', 'a\u2066b', 'a\u0085b', 'a\ud800b'])
    expect(() => parseBody(doc(paragraph(text))), JSON.stringify(text)).toThrow(
      /^body\.content\[0\]\.content\[0\]\.text: holds/,
    );
  const figure = { type: 'figure', attrs: { alt: 'a\u202eb' } };
  expect(() => parseBody(doc(figure))).toThrow('body.content[0].attrs.alt: holds a control or bidi character');
  expect(() => parseBody(doc(paragraph('a\nb\tc')))).not.toThrow();
});

test('paragraphs without marks come out as ProseMirror would write them, and are held to the same rules', () => {
  const mixed = doc(paragraph('一'), { type: 'divider' }, paragraph('二\n三'), paragraph('四', [{ type: 'bold' }]));
  expect(parseBody(mixed)).toEqual(mixed);
  expect(parseBody(doc(paragraph('一'), { type: 'paragraph', content: [] }))).toEqual(
    doc(paragraph('一'), { type: 'paragraph' }),
  );
  for (const fault of [
    { type: 'paragraph', content: [{ type: 'text', text: '一' }], style: 'x' },
    { type: 'paragraph', content: [{ type: 'text', text: '一', html: 'x' }] },
    { type: 'paragraph', content: [{ type: 'text', text: '' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: '一' },
        { type: 'text', text: '二' },
      ],
    },
    { type: 'paragraph', content: [{ type: 'text', text: '一\u202e' }] },
    { type: 'listItem', content: [paragraph('一')] },
  ])
    expect(() => parseBody(doc(paragraph('前'), fault, paragraph('后'))), JSON.stringify(fault)).toThrow(BodyError);
  expect(() => parseBody(doc(paragraph('前'), { type: 'embed', attrs: { url: 'javascript:1' } }))).toThrow(
    'web address',
  );
  expect(() => parseBody({ ...doc(paragraph('前')), title: 'x' })).toThrow(BodyError);
});
