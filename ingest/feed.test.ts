import { expect, test } from 'vitest';
import { draftsOf, outline, reading, refusalsOf } from './reading.fixture.ts';

const rss = (items: string, channel = '') => `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>海角日报</title><link>https://haijiao.example/</link><language>zh-CN</language>${channel}${items}</channel></rss>`;

test('an item of RSS becomes an article of the house that sends it', async () => {
  const read = await reading(
    rss(`<item><title>渡轮 &lt;b&gt;加开&lt;/b&gt; 夜班</title><link>https://haijiao.example/2026/ferry?a=1&amp;b=2</link>
      <guid isPermaLink="false">tag:haijiao.example,2026:17</guid><pubDate>Tue, 24 Nov 2026 08:30:00 +0800</pubDate>
      <dc:creator>周野</dc:creator><category>交通</category><category>渡轮</category>
      <description>今晚起加开两班。</description>
      <content:encoded><![CDATA[<p>渡轮公司说，今晚起加开两班，末班船开到十一点半。</p><h3>票价不变</h3><p>夜班与日班同价，<a href="/fares">票价表</a>在码头。</p>]]></content:encoded>
      <media:content url="https://haijiao.example/ferry.jpg" type="image/jpeg"><media:description>夜里的渡轮</media:description><media:credit>周野</media:credit></media:content>
    </item>`),
  );
  expect(read.format).toBe('feed');
  expect(read.facts).toMatchObject({ version: 'rss20', title: '海角日报', entries: 1 });
  const [draft] = draftsOf(read);
  expect(draft).toMatchObject({
    headline: '渡轮 加开 夜班',
    publishedAt: '2026-11-24T00:30:00Z',
    language: 'zh-Hans',
    authors: ['周野'],
    source: { name: '海角日报', url: 'https://haijiao.example/' },
    tags: ['交通', '渡轮'],
    address: 'https://haijiao.example/2026/ferry?a=1&b=2',
    lead: { src: 'https://haijiao.example/ferry.jpg', caption: '夜里的渡轮', credit: '周野' },
    standfirst: null,
    formerPaths: [],
  });
  expect(outline(draft)).toEqual([
    'paragraph: 渡轮公司说，今晚起加开两班，末班船开到十一点半。',
    'heading: 票价不变',
    'paragraph: 夜班与日班同价，票价表在码头。',
  ]);
  expect(JSON.stringify(draft?.body)).toContain('https://haijiao.example/fares');
  expect(read.items[0]?.guid).toBe('feed:tag:haijiao.example,2026:17');
});

test('an item without content:encoded has its description for text', async () => {
  const [draft] = draftsOf(
    await reading(
      rss(
        '<item><title>短讯</title><description>&lt;p&gt;一段。&lt;/p&gt;&lt;p&gt;两段。&lt;/p&gt;</description></item>',
      ),
    ),
  );
  expect(outline(draft)).toEqual(['paragraph: 一段。', 'paragraph: 两段。']);
});

test('a summary that says something of its own is the standfirst', async () => {
  const item = `<item><title>题</title><description>三句话里说清楚为什么改。</description>
    <content:encoded>&lt;p&gt;公交十七路从下周起绕开老街，原来的四站撤掉。&lt;/p&gt;</content:encoded></item>`;
  expect(draftsOf(await reading(rss(item)))[0]?.standfirst).toBe('三句话里说清楚为什么改。');
});

test('Atom: XHTML, relative addresses, people, the feed an entry was taken from', async () => {
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/news/"><title>甲报</title><id>urn:a</id>
    <entry xml:lang="zh-Hant"><title type="html">「風」&amp;amp;「雨」</title><id>urn:a:1</id><updated>2026-11-20T10:00:00+08:00</updated><published>2026-11-19T09:00:00+08:00</published>
    <author><name>何詠</name><email>ho@a.example</email></author><author><name>丁一</name></author>
    <link rel="alternate" href="wind"/><link rel="enclosure" type="image/png" href="wind.png"/>
    <source><title>乙報</title><link href="https://b.example/"/></source>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>颱風在<b>凌晨</b>登陸。</p><p><img src="map.png" alt="路徑圖"/></p></div></content></entry></feed>`;
  const [draft] = draftsOf(await reading(atom));
  expect(draft).toMatchObject({
    headline: '「風」&「雨」',
    publishedAt: '2026-11-19T01:00:00Z',
    updatedAt: '2026-11-20T02:00:00Z',
    authors: ['何詠', '丁一'],
    source: { name: '乙報', url: 'https://b.example/' },
    address: 'https://a.example/news/wind',
    language: 'zh-Hant',
  });
  expect(outline(draft)).toEqual(['paragraph: 颱風在凌晨登陸。', 'figure: https://a.example/news/map.png']);
});

test('JSON Feed: the same article by other names', async () => {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: '丙报',
    home_page_url: 'https://c.example/',
    items: [
      {
        id: '9',
        url: 'https://c.example/9',
        title: '桥通了',
        content_html: '<p>上午九点，桥通了车。</p>',
        date_published: '2026-11-20T09:00:00+08:00',
        authors: [{ name: '白舟' }],
        tags: ['桥'],
        image: 'https://c.example/9.jpg',
      },
      { id: 10, content_text: '没有题目的一条，写在茶馆里。\n\n第二段。' },
    ],
  };
  const read = await reading(JSON.stringify(feed));
  const [first, second] = draftsOf(read);
  expect(first).toMatchObject({
    headline: '桥通了',
    publishedAt: '2026-11-20T01:00:00Z',
    authors: ['白舟'],
    tags: ['桥'],
    lead: { src: 'https://c.example/9.jpg' },
  });
  expect(second).toMatchObject({
    headline: '没有题目的一条，写在茶馆里。',
    warnings: ['it has no title; its first words stand in for one'],
  });
  expect(read.items.map(({ guid }) => guid)).toEqual(['feed:https://c.example/#9', 'feed:https://c.example/#10']);
});

test('entries without text are named, and the others still read', async () => {
  const read = await reading(
    rss(
      '<item><title>只有题目</title><guid>https://haijiao.example/1</guid></item><item><title>好</title><description>有字。</description></item>',
    ),
  );
  expect(draftsOf(read).map(({ headline }) => headline)).toEqual(['好']);
  expect(refusalsOf(read)).toEqual({
    'https://haijiao.example/1': 'https://haijiao.example/1 holds no article: it has a title and no text',
  });
});

test('scripts, handlers and addresses that run something leave nothing behind', async () => {
  const item = `<item><title>&lt;script&gt;alert(1)&lt;/script&gt;安全</title><description><![CDATA[<p onclick="x()">字<script>alert(2)</script></p>
    <a href="javascript:alert(3)">点</a><img src="x" onerror="alert(4)"><iframe src="data:text/html,x"></iframe>]]></description></item>`;
  const [draft] = draftsOf(await reading(rss(item)));
  expect(draft?.headline).toBe('安全');
  expect(JSON.stringify([draft?.headline, draft?.body])).not.toMatch(/alert|javascript|onclick|onerror|data:/);
});

test('a feed with its own entities, or cut off, is refused by name', async () => {
  await expect(
    reading(
      '<!DOCTYPE rss [<!ENTITY x SYSTEM "http://169.254.169.254/">]><rss><channel><title>&x;</title></channel></rss>',
    ),
  ).rejects.toThrow(/never expanded/);
  await expect(reading('<rss version="2.0"><channel><item><title>断')).rejects.toThrow(/not well-formed XML/);
  await expect(reading('{"version":"https://jsonfeed.org/version/1","items":7}')).rejects.toThrow(
    /no valid JSON Feed: items/,
  );
});
