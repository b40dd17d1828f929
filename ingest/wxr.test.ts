import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { draftsOf, hints, outline, reading, refusalsOf } from './reading.fixture.ts';
import { bytesSource } from './source.ts';
import { readWxr } from './wxr.ts';

const wxr = (parts: string) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>旧港周报</title><link>https://old.example</link><language>zh-CN</language><wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login>lin</wp:author_login><wp:author_display_name><![CDATA[林知远]]></wp:author_display_name></wp:author>
<wp:category><wp:category_nicename>city</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name><![CDATA[本市]]></wp:cat_name></wp:category>
<wp:category><wp:category_nicename>harbour</wp:category_nicename><wp:category_parent>city</wp:category_parent><wp:cat_name><![CDATA[港口 & 码头]]></wp:cat_name></wp:category>
<wp:tag><wp:tag_slug>a</wp:tag_slug></wp:tag>${parts}</channel></rss>`;

const post = (id: number, fields: string, content = '<p>正文一段，够长也够短。</p>') => `<item><title>第${id}篇</title>
<guid isPermaLink="false">https://old.example/?p=${id}</guid><wp:post_id>${id}</wp:post_id>${fields}
<content:encoded><![CDATA[${content}]]></content:encoded></item>`;

test('a post comes with author, section, tags, dates, picture and its old address', async () => {
  const read = await reading(
    wxr(
      `<item><title>旧港</title><wp:post_id>7</wp:post_id><wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>
        <wp:attachment_url>https://old.example/up/pier.jpg</wp:attachment_url><excerpt:encoded><![CDATA[老码头]]></excerpt:encoded>
        <wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value><![CDATA[木栈桥]]></wp:meta_value></wp:postmeta></item>` +
        post(
          8,
          `<link>https://old.example/2011/01/18/Lao-Gang/</link><dc:creator>lin</dc:creator><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>
          <wp:post_date_gmt>2011-01-18 07:40:14</wp:post_date_gmt><wp:post_modified_gmt>2011-02-01 00:00:00</wp:post_modified_gmt><wp:post_name>lao-gang</wp:post_name>
          <excerpt:encoded><![CDATA[一句话 <em>摘要</em>]]></excerpt:encoded>
          <category domain="category" nicename="uncategorized"><![CDATA[Uncategorized]]></category>
          <category domain="category" nicename="harbour"><![CDATA[港口 & 码头]]></category><category domain="post_tag" nicename="q"><![CDATA[栈桥]]></category>
          <wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>7</wp:meta_value></wp:postmeta>
          <wp:comment><wp:comment_id>1</wp:comment_id></wp:comment>`,
        ),
    ),
  );
  expect(read.format).toBe('wxr');
  expect(read.facts).toMatchObject({
    version: '1.2',
    items: 2,
    authors: 1,
    categories: 2,
    tags: 1,
    comments: 1,
    postmeta: 2,
    byType: { attachment: 1, post: 1 },
  });
  expect(draftsOf(read)).toHaveLength(1);
  expect(draftsOf(read)[0]).toMatchObject({
    headline: '第8篇',
    standfirst: '一句话 摘要',
    authors: ['林知远'],
    tags: ['栈桥'],
    section: { path: 'city/harbour', breadcrumb: ['本市', '港口 & 码头'], isDeclared: true },
    publishedAt: '2011-01-18T07:40:14Z',
    updatedAt: '2011-02-01T00:00:00Z',
    slug: 'lao-gang',
    formerPaths: ['/2011/01/18/lao-gang'],
    lead: { src: 'https://old.example/up/pier.jpg', alt: '木栈桥', caption: '老码头' },
    isDraft: false,
    warnings: ['1 comments are left out; Dateline has none'],
  });
});

test('drafts, private and protected posts and pages are kept as drafts; a scheduled post keeps its date', async () => {
  const read = await reading(
    wxr(
      post(1, '<wp:status>draft</wp:status><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>') +
        post(2, '<wp:status>private</wp:status>') +
        post(3, '<wp:status>publish</wp:status><wp:post_password>x</wp:post_password>') +
        post(4, '<wp:status>publish</wp:status><wp:post_type>page</wp:post_type>') +
        post(5, '<wp:status>future</wp:status><wp:post_date_gmt>2031-05-01 00:00:00</wp:post_date_gmt>'),
    ),
  );
  expect(draftsOf(read).map(({ isDraft, publishedAt }) => [isDraft, publishedAt])).toEqual([
    [true, null],
    [true, null],
    [true, null],
    [true, null],
    [false, '2031-05-01T00:00:00Z'],
  ]);
});

test('blank lines are paragraphs, short codes pictures and players; what a plug-in left is taken out and named', async () => {
  const content = `第一段
第二行

[caption id="attachment_7" width="300"]<img src="https://old.example/up/a.jpg" alt="甲"> 图说一句[/caption]

[embed]https://video.example/v/1[/embed]

https://video.example/v/2

<pre>原样
  保留</pre>

[poll id="9"] 后面的字 [sic] 留着`;
  const [draft] = draftsOf(await reading(wxr(post(1, '', content))));
  expect(outline(draft)).toEqual([
    'paragraph: 第一段\n第二行',
    'figure: https://old.example/up/a.jpg 图说一句',
    'embed: https://video.example/v/1',
    'embed: https://video.example/v/2',
    'paragraph: 原样\n保留',
    'paragraph: 后面的字 [sic] 留着',
  ]);
  expect(draft?.dropped).toEqual([{ text: '[poll id="9"]', rule: 'boilerplate.shortcode', where: 'content:encoded' }]);
});

test('a gallery shows the pictures it names, or those of its post', async () => {
  const picture = (id: number, parent: number) =>
    `<item><wp:post_id>${id}</wp:post_id><wp:post_parent>${parent}</wp:post_parent><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://old.example/${id}.jpg</wp:attachment_url></item>`;
  const read = await reading(
    wxr(post(1, '', '图\n\n[gallery ids="12"]') + post(2, '', '图\n\n[gallery]') + picture(11, 2) + picture(12, 9)),
  );
  expect(draftsOf(read).map((draft) => outline(draft)[1])).toEqual([
    'figure: https://old.example/12.jpg',
    'figure: https://old.example/11.jpg',
  ]);
});

test('a broken export is refused whole, before anything of it is taken', async () => {
  const broken = wxr(post(1, '') + post(2, '')).replace('</channel></rss>', '<item>');
  await expect(reading(broken)).rejects.toThrow(/not well-formed XML: line \d+, column \d+: unclosed tag/);
});

test('a post without text is named, the others are read', async () => {
  const read = await reading(wxr(post(1, '', ' ') + post(2, '')));
  expect(refusalsOf(read)).toEqual({
    'https://old.example/?p=1': 'https://old.example/?p=1 holds no article: it has a title and no text',
  });
  expect(draftsOf(read)).toHaveLength(1);
});

test('a post the newsroom has in this very state is not read again', async () => {
  const known: string[] = [];
  const read = async () => {
    const states: string[] = [];
    const source = bytesSource(Buffer.from(wxr(post(1, '') + post(2, ''))), 'a.xml');
    for await (const item of readWxr(source, {
      ...hints,
      isKnown: async (guid, digest) => known.includes(`${guid} ${digest}`),
    })) {
      if ('facts' in item) continue;
      states.push('isKnown' in item.read ? 'known' : 'read');
      known.push(`${item.guid} ${item.digest}`);
    }
    return states;
  };
  expect(await read()).toEqual(['read', 'read']);
  expect(await read()).toEqual(['known', 'known']);
});

test('an export is read in its own character set, gzipped or not, and cut at any byte', async () => {
  const text = wxr(post(1, '')).replace('encoding="UTF-8"', 'encoding="UTF-16"');
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  for (const bytes of [Buffer.from(wxr(post(1, ''))), gzipSync(wxr(post(1, ''))), utf16]) {
    const titles: string[] = [];
    const source = { name: 'a.xml', size: bytes.length, read: async () => bytes, chunks: () => oneByOne(bytes) };
    for await (const item of readWxr(source, hints))
      if (!('facts' in item) && 'draft' in item.read) titles.push(item.read.draft?.headline ?? '');
    expect(titles).toEqual(['第1篇']);
  }
});

async function* oneByOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

test('earlier states of a post become its history, whatever order they stand in; autosaves and repetitions do not', async () => {
  const revision = (id: number, at: string, title: string, content: string, name = `8-revision-v1-${id}`) =>
    `<item><title>${title}</title><wp:post_id>${id}</wp:post_id><wp:post_parent>8</wp:post_parent><wp:post_type>revision</wp:post_type>
    <wp:status>inherit</wp:status><wp:post_name>${name}</wp:post_name><wp:post_modified_gmt>${at}</wp:post_modified_gmt>
    <content:encoded><![CDATA[${content}]]></content:encoded></item>`;
  const read = await reading(
    wxr(
      post(
        8,
        '<wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:post_date_gmt>2011-01-18 07:40:14</wp:post_date_gmt>',
        '<p>第三稿。</p>',
      ) +
        revision(11, '2011-01-18 09:00:00', '第8篇', '<p>第三稿。</p>') +
        revision(10, '2011-01-18 08:00:00', '旧题', '<p>第二稿。</p>') +
        revision(9, '2011-01-18 07:00:00', '旧题', '<p>第一稿。</p>') +
        revision(12, '2011-01-18 08:30:00', '自动', '<p>半句</p>', '8-autosave-v1') +
        revision(13, '2011-01-18 06:00:00', '空', ''),
    ),
  );
  const [draft] = draftsOf(read);
  expect(
    draft?.history.map(({ at, draft: { headline, publishedAt }, draft: state }) => ({
      at,
      headline,
      publishedAt,
      text: outline(state),
    })),
  ).toEqual([
    {
      at: '2011-01-18T07:00:00Z',
      headline: '旧题',
      publishedAt: '2011-01-18T07:40:14Z',
      text: ['paragraph: 第一稿。'],
    },
    {
      at: '2011-01-18T08:00:00Z',
      headline: '旧题',
      publishedAt: '2011-01-18T07:40:14Z',
      text: ['paragraph: 第二稿。'],
    },
  ]);
  expect(read.facts).toMatchObject({ byType: { revision: 5, post: 1 } });
});
