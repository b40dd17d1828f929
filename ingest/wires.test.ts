import { expect, test } from 'vitest';
import { draftsOf, outline, reading, refusalsOf } from './reading.fixture.ts';

const ninjs1 = {
  uri: 'http://wire.example/items/7',
  type: 'text',
  versioncreated: '2026-11-24T10:00:00+08:00',
  firstcreated: '2026-11-24T08:00:00+08:00',
  pubstatus: 'usable',
  language: 'en',
  headline: 'Ferry adds night boats',
  byline: 'By Ann Lee and Bo Chen, Staff Writers',
  body_text: 'Plain words.',
  body_html: '<h1>Ferry adds night boats</h1><p>Two more boats run from <b>tonight</b>.</p>',
  subject: [{ name: 'transport', code: '1' }],
  infosource: [{ name: 'Harbour Wire' }],
  associations: {
    mainpic: {
      uri: 'http://wire.example/pic/1',
      type: 'picture',
      headline: 'Pier',
      byline: 'Zhou Ye',
      description_text: 'The pier at night',
      renditions: {
        small: { href: 'http://wire.example/s.jpg', width: 200, mimetype: 'image/jpeg' },
        large: { href: 'http://wire.example/l.jpg', width: 2000, mimetype: 'image/jpeg' },
      },
    },
  },
};

test('ninjs 1: the richer text, names of the byline, the largest rendition', async () => {
  const read = await reading(JSON.stringify(ninjs1), 'item.json');
  expect(read.format).toBe('ninjs');
  const [draft] = draftsOf(read);
  expect(draft).toMatchObject({
    headline: 'Ferry adds night boats',
    authors: ['Ann Lee', 'Bo Chen'],
    source: { name: 'Harbour Wire', url: null },
    tags: ['transport'],
    publishedAt: '2026-11-24T00:00:00Z',
    updatedAt: '2026-11-24T02:00:00Z',
    lead: { src: 'http://wire.example/l.jpg', caption: 'The pier at night', credit: 'Zhou Ye', alt: 'Pier' },
    language: 'en',
  });
  expect(outline(draft)).toEqual(['paragraph: Two more boats run from tonight.']);
  expect(draft?.dropped[0]).toMatchObject({ text: 'Ferry adds night boats', rule: 'boilerplate.headline' });
});

test('ninjs 2 and 3 say the same with lists, 3 in camel case', async () => {
  const second = {
    uri: 'urn:x:2',
    type: 'text',
    versioncreated: '2026-11-24T10:00:00Z',
    headlines: [
      { role: 'sub', value: 'no' },
      { role: 'main', value: '题' },
    ],
    bodies: [{ contenttype: 'text/plain', value: '一段。\n两段。' }],
    by: '林知远',
  };
  const third = {
    uri: 'urn:x:3',
    type: 'text',
    versionCreated: '2026-11-24T10:00:00Z',
    headlines: [{ value: '题' }],
    bodies: [{ contentType: 'text/html', value: '<p>一段。</p><p>两段。</p>' }],
    by: '林知远',
  };
  for (const item of [second, third]) {
    const [draft] = draftsOf(await reading(JSON.stringify(item), 'item.json'));
    expect(draft).toMatchObject({ headline: '题', authors: ['林知远'], publishedAt: '2026-11-24T10:00:00Z' });
    expect(outline(draft)).toEqual(['paragraph: 一段。', 'paragraph: 两段。']);
  }
});

test('an embargo is the time of publication; one nobody can read holds the item', async () => {
  const [later] = draftsOf(
    await reading(JSON.stringify({ ...ninjs1, embargoed: '2026-12-01T00:00:00Z' }), 'item.json'),
  );
  expect(later).toMatchObject({ publishedAt: '2026-12-01T00:00:00Z', held: [] });
  const [held] = draftsOf(await reading(JSON.stringify({ ...ninjs1, embargoed: 'Next Monday' }), 'item.json'));
  expect(held?.held).toEqual(['it is embargoed until "Next Monday", which is no moment we can read']);
  const [withheld] = draftsOf(await reading(JSON.stringify({ ...ninjs1, pubstatus: 'withheld' }), 'item.json'));
  expect(withheld?.held).toEqual(['its source withholds it for now']);
  const [canceled] = draftsOf(await reading(JSON.stringify({ ...ninjs1, pubstatus: 'canceled' }), 'item.json'));
  expect(canceled?.withdrawn).toEqual({ at: '2026-11-24T02:00:00Z', reason: 'The source has canceled this item.' });
});

test('what breaks the standard is refused by field, an extension is read with a warning', async () => {
  const refused = async (item: object) =>
    Object.values(refusalsOf(await reading(JSON.stringify(item), 'item.json')))[0];
  expect(await refused({ ...ninjs1, pubstatus: 'cancelled' })).toMatch(/no valid ninjs: pubstatus/);
  expect(await refused({ ...ninjs1, uri: undefined })).toMatch(/no valid ninjs: uri/);
  expect(await refused({ ...ninjs1, version: 1.2 })).toMatch(/version/);
  expect(await refused({ ...ninjs1, 'body_*&': 'x' })).toMatch(/body_/);
  expect(await refused({ ...ninjs1, person: 'Ann' })).toMatch(/person/);
  expect(await refused({ uri: 'urn:x:1', random: 'x' })).toMatch(/random: a field ninjs does not have/);
  const [extended] = draftsOf(await reading(JSON.stringify({ ...ninjs1, desk: 'night' }), 'item.json'));
  expect(extended?.warnings).toEqual(['desk: a field ninjs does not have']);
});

test('a picture by itself is no article, and says so with its headline', async () => {
  const read = await reading(
    JSON.stringify({ uri: 'urn:x:9', type: 'picture', headline: 'Pier', description_text: 'A caption' }),
    'item.json',
  );
  expect(draftsOf(read)).toEqual([]);
  expect(read.items[0]).toMatchObject({ kind: 'picture', read: { draft: { headline: 'Pier' } } });
});

const nitf = (
  head: string,
  content: string,
) => `<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><title>Title</title><docdata>
  <doc-id id-string="N7"/><date.issue norm="20261124T080000+0800"/><doc.copyright holder="Harbour Wire"/><key-list><keyword key="ferry"/></key-list></docdata></head>
  <body><body.head>${head}</body.head><body.content>${content}</body.content></body></nitf>`;

test('NITF: headlines, byline without its title, media as figures', async () => {
  const read = await reading(
    nitf(
      '<hedline><hl1>Ferry adds boats</hl1><hl2>Two more a night</hl2></hedline><byline>By <person>Ann Lee</person><byttl>Staff Writer</byttl></byline>',
      `<p>First, with <em>weight</em> and <org>Port Co</org>.</p><hl2>Fares</hl2><media media-type="image"><media-reference source="http://w.example/s.jpg" width="100"/>
      <media-reference source="http://w.example/l.jpg" width="900" alternate-text="Pier"/><media-caption>The pier</media-caption><media-producer>Zhou Ye</media-producer></media>
      <ul><li>one</li><li>two</li></ul><bq>Quoted.</bq>`,
    ),
  );
  const [draft] = draftsOf(read);
  expect(read.items[0]?.guid).toBe('nitf:N7');
  expect(draft).toMatchObject({
    headline: 'Ferry adds boats',
    standfirst: 'Two more a night',
    authors: ['Ann Lee'],
    publishedAt: '2026-11-24T00:00:00Z',
    source: { name: 'Harbour Wire' },
    tags: ['ferry'],
  });
  expect(outline(draft)).toEqual([
    'paragraph: First, with weight and Port Co.',
    'heading: Fares',
    'figure: http://w.example/l.jpg The pier',
    'bulletList',
    'quote: Quoted.',
  ]);
  expect(draft?.body.content[2]).toMatchObject({ attrs: { credit: 'Zhou Ye', alt: 'Pier' } });
});

const newsItem = (
  guid: string,
  set: string,
  meta = '',
) => `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="${guid}" version="3" xml:lang="en-GB">
  <itemMeta><itemClass qcode="ninat:text"/><provider><name>Harbour Wire</name></provider><firstCreated>2026-11-24T08:00:00+08:00</firstCreated>
  <versionCreated>2026-11-24T09:00:00+08:00</versionCreated><pubStatus qcode="stat:usable"/>${meta}</itemMeta>
  <contentMeta><headline>Boats at night</headline><by>Ann Lee</by><subject><name>transport</name></subject></contentMeta><contentSet>${set}</contentSet></newsItem>`;

test('NewsML-G2: NITF, XHTML or plain text inside an item', async () => {
  const sets = [
    `<inlineXML contenttype="application/nitf+xml">${nitf('<hedline><hl1>Boats at night</hl1></hedline>', '<p>One.</p><p>Two.</p>')}</inlineXML>`,
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>One.</p><p>Two.</p></body></html></inlineXML>',
    '<inlineData contenttype="text/plain">One.\nTwo.</inlineData>',
  ];
  for (const set of sets) {
    const read = await reading(newsItem('urn:newsml:wire:1', set));
    const [draft] = draftsOf(read);
    expect(draft).toMatchObject({
      headline: 'Boats at night',
      authors: ['Ann Lee'],
      source: { name: 'Harbour Wire' },
      publishedAt: '2026-11-24T00:00:00Z',
      updatedAt: '2026-11-24T01:00:00Z',
    });
    expect(outline(draft)).toEqual(['paragraph: One.', 'paragraph: Two.']);
    expect(read.facts).toEqual({
      root: 'newsItem',
      items: [{ kind: 'newsItem', guid: 'urn:newsml:wire:1', version: '3', language: 'en-GB' }],
    });
  }
});

test('a news message is read item by item; what is no news text is refused by kind', async () => {
  const message = `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${newsItem('urn:1', '<inlineData>Words enough.</inlineData>')}
    <packageItem guid="urn:2" version="1"><contentMeta><headline>Top ten</headline></contentMeta></packageItem><newsItem version="1"/></itemSet></newsMessage>`;
  const read = await reading(message);
  expect(draftsOf(read)).toHaveLength(1);
  expect(refusalsOf(read)).toEqual({
    'urn:2': 'urn:2 is a package that only refers to other items, not an article',
    'line 5': expect.stringContaining('has no guid'),
  });
});

test('XML and JSON of other kinds are refused by name', async () => {
  await expect(reading('<?xml version="1.0"?><urlset/>', 'sitemap.xml')).rejects.toThrow(
    /sitemap\.xml is XML \(<urlset>\), of a kind no article is read from/,
  );
  await expect(reading('{"name":"x","version":"1"}', 'package.json')).rejects.toThrow(
    /package\.json is JSON of a kind no article is read from/,
  );
});
