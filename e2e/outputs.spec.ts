import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { request } from './request.ts';
import { expect, test } from './site.ts';

/** What the site says to programs: feeds and the like, asked for as programs ask. */

const bridge = '桐江二桥今晨合龙';
const feeds = ['feed.xml', 'atom.xml', 'feed.json', 'feed-summary.xml', 'atom-summary.xml', 'feed-summary.json'];

/** Texts of an element in reading order. */
function textsOf(xml: string, name: string): string[] {
  const texts: string[] = [];
  let open = false;
  const parser = new Parser(
    {
      onopentag(element) {
        open = element === name;
        if (open) texts.push('');
      },
      ontext(text) {
        if (open) texts.push((texts.pop() ?? '') + text);
      },
      onclosetag() {
        open = false;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return texts;
}

test('every page with a list has a feed in every format', async ({ baseURL }) => {
  for (const page of [
    '',
    '/transit',
    '/transit/roads',
    '/tag/tong-jiang-er-qiao',
    '/author/lin-zhiyuan',
    '/zh-hant',
    '/en',
  ]) {
    for (const file of feeds) {
      const { status, text } = await request(`${baseURL}${page}/${file}`);
      expect(status, `${page}/${file}`).toBe(200);
      expect(text, `${page}/${file}`).toContain('/2026/');
    }
  }
});

test('a feed reads in the script of its edition, and only its whole form has the text', async ({ baseURL }) => {
  const read = async (path: string) => (await request(baseURL + path)).text;
  expect(textsOf(await read('/transit/feed.xml'), 'title')).toContain(bridge);
  expect(textsOf(await read('/zh-hant/transit/atom.xml'), 'title')).toContain('桐江二橋今晨合龍');
  expect(await read('/transit/feed.xml')).toContain('14度2，钢板温度');
  expect(await read('/transit/feed-summary.xml')).not.toContain('14度2，钢板温度');
});

test('the feed of a search follows its words, and repeats none that no article holds', async ({ baseURL }) => {
  const read = async (query: string) =>
    (await request(`${baseURL}/search/feed.xml?q=${encodeURIComponent(query)}`)).text;
  const found = await read('二桥');
  expect(textsOf(found, 'title')[0]).toBe('“二桥”的搜索结果 - 望潮日报');
  expect(textsOf(found, 'item').length).toBeGreaterThan(3);
  const nothing = await read('加微信领红包');
  expect(textsOf(nothing, 'item')).toEqual([]);
  // The addresses of the feed and of its page hold the query, its words do not.
  expect(decodeURIComponent(nothing.replaceAll(/<(?:link|atom:link)[^>]*>[^<]*/g, ''))).not.toContain('加微信');
});

test('a reader that asks by tag or by date is told that nothing is new', async ({ baseURL }) => {
  for (const headers of [{}, { 'accept-encoding': 'br' }] as Record<string, string>[]) {
    const { headers: got } = await request(`${baseURL}/feed.xml`, { headers });
    const again = (more: Record<string, string>) =>
      request(`${baseURL}/feed.xml?source=reader`, { headers: { ...headers, ...more } });
    expect((await again({ 'if-none-match': got.etag as string })).status).toBe(304);
    expect((await again({ 'if-modified-since': got['last-modified'] as string })).status).toBe(304);
    expect((await again({ 'if-modified-since': 'Mon, 01 Jan 2024 00:00:00 GMT' })).status).toBe(200);
    // RFC 9110 13.1.3: the tag decides where there is one.
    const both = { 'if-none-match': '"other"', 'if-modified-since': got['last-modified'] as string };
    expect((await again(both)).status).toBe(200);
  }
});

test('parameters nobody asked for change nothing', async ({ baseURL }) => {
  for (const path of ['/feed.xml', '/zh-hant/atom.xml', '/robots.txt', '/transit', '/manifest.webmanifest']) {
    const plain = await request(baseURL + path);
    const other = await request(`${baseURL}${path}?utm_source=feed&page=2&format=json`);
    expect([other.status, other.text], path).toEqual([plain.status, plain.text]);
  }
});

test('what is not there is a line of text with 404', async ({ baseURL }) => {
  for (const path of [
    '/tag/nothing-of-the-kind/feed.xml',
    '/nothing/atom.xml',
    '/search/feed.xml',
    '/search/feed.xml?q=!',
  ]) {
    const { status, text, headers } = await request(baseURL + path);
    expect([status, text, headers['content-type']], path).toEqual([
      404,
      '404 There is nothing at this address\n',
      'text/plain; charset=utf-8',
    ]);
  }
});

test('a withdrawn article leaves every feed at once', async ({ own }) => {
  const file = join(own.dataDir, 'gone.md');
  writeFileSync(
    file,
    '---\ntitle: 将要撤回的一篇\nslug: gone\nsection: transit/roads\nlang: zh-Hans\nauthors: [回声记者]\ntags: [回声标签]\npublished: "-1h"\ncorrections: [{ at: "-10m", text: 改一处 }]\n---\n\n正文。\n',
  );
  expect((await own.dateline('import', '--publish', file)).code).toBe(0);
  const places = ['', '/transit', '/transit/roads', '/tag/hui-sheng-biao-qian', '/corrections', '/zh-hant'].flatMap(
    (page) => feeds.map((name) => `${page}/${name}`),
  );
  places.push(`/search/feed.xml?q=${encodeURIComponent('撤回的一篇')}`);
  const naming = async () => {
    const answers = await Promise.all(places.map((place) => request(own.url + place)));
    return places.filter((_, index) => /将要撤回的一篇|將要撤回的一篇/.test(answers[index]?.text ?? ''));
  };
  expect(await naming()).toEqual(places);
  expect((await own.dateline('withdraw', 'gone', '--reason', '误发')).code).toBe(0);
  expect(await naming()).toEqual([]);
});
