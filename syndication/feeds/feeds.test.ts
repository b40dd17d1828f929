import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { pageOf, recordOf } from '../../components/Page/page.fixture.ts';
import { atom } from './atom.ts';
import { articleItem, type Feed, feedUpdated } from './feed.ts';
import { jsonFeed } from './json-feed.ts';
import { rss } from './rss.ts';

const { site, edition } = pageOf({ page: 'front' });
const home = { site, edition, origin: 'https://news.example' };
const full = recordOf({
  headline: '桥 <b>& "通"',
  standfirst: '一 < 二 & 三',
  updatedAt: '2023-06-07T08:00:00Z',
  tags: [
    { slug: 'bridge', name: '桥' },
    { slug: 'city', name: '本市' },
  ],
  lead: { media: 'a'.repeat(16), src: null, alt: '江', caption: '', credit: '' },
  media: { ['a'.repeat(16)]: { width: 800, height: 600 } },
});

const feedOf = (records = [full], text: Feed['text'] = 'full'): Feed => ({
  home,
  of: { page: 'section', section: 'news/city' },
  text,
  title: '本市 - 岸报',
  description: '本市最新',
  page: 'https://news.example/news/city',
  hub: 'https://hub.example/',
  items: records.map((record) => articleItem(record, home, text, () => 1_234)),
});

/** Text and attributes by element, in order, as an XML parser sees them. */
function elementsOf(xml: string): { name: string; attributes: Record<string, string>; text: string }[] {
  const found: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: (typeof found)[0][] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = { name, attributes: { ...attributes }, text: '' };
        found.push(element);
        open.push(element);
      },
      ontext(text) {
        const last = open.at(-1);
        if (last) last.text += text;
      },
      onclosetag: () => void open.pop(),
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return found;
}

const valuesOf = (xml: string, name: string) =>
  elementsOf(xml)
    .filter((element) => element.name === name)
    .map(({ text }) => text);

test('an RSS item says who, what, when and under which lasting name', () => {
  const xml = rss(feedOf());
  expect(valuesOf(xml, 'title')).toEqual(['本市 - 岸报', '本市 - 岸报', '桥 <b>& "通"']);
  expect(valuesOf(xml, 'link').at(-1)).toBe('https://news.example/news/city/2023/06/07/bridge');
  expect(valuesOf(xml, 'guid')).toEqual(['tag:news.example,2023:zh-Hans/record0000']);
  expect(valuesOf(xml, 'pubDate')).toEqual(['Wed, 07 Jun 2023 07:25:47 GMT']);
  expect(valuesOf(xml, 'lastBuildDate')).toEqual(['Wed, 07 Jun 2023 08:00:00 GMT']);
  expect(valuesOf(xml, 'dc:creator')).toEqual(['林远']);
  expect(valuesOf(xml, 'category')).toEqual(['本市', '桥']);
});

test('a description is HTML to its readers: what was text stays text', () => {
  expect(valuesOf(rss(feedOf()), 'description').at(-1)).toBe('一 &lt; 二 &amp; 三');
  expect(valuesOf(rss(feedOf()), 'content:encoded')).toHaveLength(1);
  expect(valuesOf(rss(feedOf([full], 'summary')), 'content:encoded')).toEqual([]);
});

test('the feed names itself, its page and its hub, and the picture with its size', () => {
  const named = (xml: string, name: string) => elementsOf(xml).filter((e) => e.name === name);
  const links = named(rss(feedOf([full], 'summary')), 'atom:link').map(({ attributes }) => attributes);
  expect(links.map(({ rel, href }) => `${rel} ${href}`)).toEqual([
    'self https://news.example/news/city/feed-summary.xml',
    'hub https://hub.example/',
  ]);
  const [enclosure] = named(rss(feedOf()), 'enclosure');
  expect(enclosure?.attributes).toEqual({
    url: 'https://news.example/media/aaaaaaaaaaaaaaaa-640.jpg',
    length: '1234',
    type: 'image/jpeg',
  });
  expect(named(atom(feedOf()), 'link').map(({ attributes: { rel, href } }) => `${rel} ${href}`)).toEqual([
    'self https://news.example/news/city/atom.xml',
    'alternate https://news.example/news/city',
    'hub https://hub.example/',
    'alternate https://news.example/news/city/2023/06/07/bridge',
    'enclosure https://news.example/media/aaaaaaaaaaaaaaaa-640.jpg',
  ]);
});

test('Atom entries have moments of their own, and those of the same second stay in it', () => {
  const twin = (id: string) => recordOf({ id, updatedAt: '2023-06-07T08:00:00Z' });
  const xml = atom(feedOf([twin('aaaaaaaaaa'), twin('bbbbbbbbbb'), twin('cccccccccc')]));
  const [, ...moments] = valuesOf(xml, 'updated');
  expect(new Set(moments).size).toBe(3);
  for (const moment of moments) expect(moment).toMatch(/^2023-06-07T08:00:00(?:\.\d{3})?Z$/);
  expect(atom(feedOf([twin('aaaaaaaaaa'), twin('bbbbbbbbbb')]))).toBe(
    atom(feedOf([twin('aaaaaaaaaa'), twin('bbbbbbbbbb')])),
  );
});

test('a feed without articles is a feed', () => {
  expect(feedUpdated(feedOf([]))).toBeNull();
  expect(valuesOf(atom(feedOf([])), 'updated')).toEqual(['2000-01-01T00:00:00Z']);
  expect(valuesOf(rss(feedOf([])), 'lastBuildDate')).toEqual([]);
  expect(JSON.parse(jsonFeed(feedOf([]))).items).toEqual([]);
});

test('a JSON Feed item holds its text as HTML, or as words in a feed of summaries', () => {
  const [item] = JSON.parse(jsonFeed(feedOf())).items;
  expect(item).toMatchObject({
    id: 'tag:news.example,2023:zh-Hans/record0000',
    title: '桥 <b>& "通"',
    summary: '一 < 二 & 三',
    date_published: '2023-06-07T07:25:47Z',
    date_modified: '2023-06-07T08:00:00Z',
    tags: ['本市', '桥'],
    authors: [{ name: '林远', url: 'https://news.example/author/lin' }],
    _source: { name: '中工网', url: 'https://source.example/1' },
  });
  expect(item.content_html).toContain('<p>桥通了。</p>');
  const [short] = JSON.parse(jsonFeed(feedOf([full], 'summary'))).items;
  expect(short.content_html).toBeUndefined();
  expect(short.content_text).toBe('一 < 二 & 三');
});

test('a correction is a change of its article', () => {
  const corrected = recordOf({ corrections: [{ at: '2023-06-09T00:00:00Z', text: '改' }] });
  expect(feedUpdated(feedOf([corrected, full]))).toBe('2023-06-09T00:00:00Z');
});

test('an article without a standfirst is summed up by how it opens', () => {
  const body = {
    type: 'doc' as const,
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: '长'.repeat(200) }] }],
  };
  expect(articleItem(recordOf({ body }), home, 'summary', () => 0).summary).toBe(`${'长'.repeat(140)}…`);
});
