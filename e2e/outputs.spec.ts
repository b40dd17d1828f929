import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { request } from './request.ts';
import { expect, test } from './site.ts';
import { startSite } from './site-process.ts';

/** What the site says to programs: feeds and the like, asked for as programs ask. */

const bridge = '桐江二桥合龙';
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

test('an edition leads to the lists that hold something in it, and to no other', async ({ baseURL }) => {
  const read = async (path: string) => request(baseURL + path);
  const empty = await read('/en/life/housing');
  expect(empty.status).toBe(200);
  expect(empty.text).toContain('<meta name="robots" content="noindex, follow">');
  expect(empty.text).not.toMatch(/rel="alternate"|ld\+json/);
  const [chinese, english] = [(await read('/')).text, (await read('/en')).text];
  expect(chinese).toContain('href="/life/housing"');
  expect(english).not.toContain('/life/housing"');
  expect(english).toContain('href="/en/life"');
  const pages = textsOf((await read('/sitemap-pages.xml')).text, 'loc').map((loc) => new URL(loc).pathname);
  expect(pages).toContain('/zh-hant/life/housing');
  expect(pages).not.toContain('/en/life/housing');
  expect((await read('/en')).text).toMatch(/og:image" content="[^"]*-paper-en\.jpg"/);
});

test('a feed reads in the script of its edition, and only its whole form has the text', async ({ baseURL }) => {
  const read = async (path: string) => (await request(baseURL + path)).text;
  expect(textsOf(await read('/transit/feed.xml'), 'title')).toContain(bridge);
  expect(textsOf(await read('/zh-hant/transit/atom.xml'), 'title')).toContain('桐江二橋合龍');
  expect(await read('/transit/feed.xml')).toContain('14度2，钢板温度');
  expect(await read('/transit/feed-summary.xml')).not.toContain('14度2，钢板温度');
});

test('the feed of a search follows its words, and does not repeat them', async ({ baseURL }) => {
  const read = async (query: string) =>
    (await request(`${baseURL}/search/feed.xml?q=${encodeURIComponent(query)}`)).text;
  const found = await read('二桥');
  expect(textsOf(found, 'title')[0]).toBe('搜索结果 - 望潮日报');
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

test('an article is to be had as Markdown, and imports as the same article', async ({ baseURL, own }) => {
  const home = await request(`${baseURL}/transit/roads/feed.xml`);
  const address = textsOf(home.text, 'link').find((link) => link.endsWith('/tong-river-second-bridge')) as string;
  const page = (await request(address)).text;
  expect(page).toContain(`<link rel="alternate" type="text/markdown" href="${address}.md"`);
  const { status, text, headers } = await request(`${address}.md`);
  expect([status, headers['content-type'], headers.link]).toEqual([
    200,
    'text/markdown; charset=utf-8',
    `<${address}>; rel="canonical"`,
  ]);
  const file = join(own.dataDir, 'copy.md');
  writeFileSync(file, text);
  const { code, stdout } = await own.dateline('import', '--dry-run', '--json', file);
  expect(code, stdout).toBe(0);
  const [copy] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(copy).toMatchObject({ headline: bridge, section: 'transit/roads', language: 'zh-Hans', warnings: [] });
  expect(copy.bodyText).toContain('14度2，钢板温度');
  const traditional = (await request(`${address.replace('/transit', '/zh-hant/transit')}.md`)).text;
  expect(traditional).toContain('lang: "zh-Hant"');
  expect(traditional).toContain('桐江二橋合龍');
});

test('robots.txt, llms.txt, icons and the like are there, and a closed site keeps crawlers out', async ({
  baseURL,
  own,
}) => {
  const types: Record<string, string> = {
    '/robots.txt': 'text/plain; charset=utf-8',
    '/llms.txt': 'text/plain; charset=utf-8',
    '/zh-hant/llms.txt': 'text/plain; charset=utf-8',
    '/manifest.webmanifest': 'application/manifest+json; charset=utf-8',
    '/opensearch.xml': 'application/opensearchdescription+xml; charset=utf-8',
    '/feed.css': 'text/css; charset=utf-8',
    '/favicon.ico': 'image/x-icon',
    '/favicon.svg': 'image/svg+xml',
    '/apple-touch-icon.png': 'image/png',
    '/icon-512.png': 'image/png',
  };
  for (const [path, type] of Object.entries(types)) {
    const { status, headers } = await request(baseURL + path);
    expect([status, headers['content-type'], headers['x-content-type-options']], path).toEqual([200, type, 'nosniff']);
  }
  expect((await request(`${baseURL}/robots.txt`)).text).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
  await own.stop();
  const closed = await startSite(own.dataDir, { ROBOTS: 'closed' });
  try {
    expect((await request(`${closed.url}/robots.txt`)).text).toBe('User-agent: *\nDisallow: /\n');
    for (const path of ['/', '/feed.xml', '/nothing-here'])
      expect((await request(closed.url + path)).headers['x-robots-tag'], path).toContain('noindex, nofollow');
  } finally {
    await closed.stop();
  }
});

test('sitemaps name every page once, each of them there, indexable and its own canonical address', async ({
  baseURL,
}) => {
  const files = textsOf((await request(`${baseURL}/sitemap.xml`)).text, 'loc');
  expect(files[0]).toBe(`${baseURL}/sitemap-pages.xml`);
  const listed: string[] = [];
  for (const file of files) {
    const { status, text } = await request(file);
    expect(status, file).toBe(200);
    const pages = textsOf(text, 'loc');
    if (file.endsWith('/sitemap-news.xml')) expect(pages.length, file).toBeGreaterThan(0);
    else listed.push(...pages);
  }
  expect(new Set(listed).size).toBe(listed.length);
  for (const page of listed) {
    const { status, text } = await request(page);
    expect([status, /<meta name="robots" content="[^"]*noindex/.test(text)], page).toEqual([200, false]);
    expect(text, page).toContain(`<link rel="canonical" href="${page}">`);
  }
  // One of the sample edition is withdrawn, one comes out in two days.
  for (const hidden of ['harbour-square-rename', 'tram-night-service-trial'])
    expect(listed.join()).not.toContain(hidden);
});

test('pages that people search with are kept out of search engines and name no words of theirs', async ({
  baseURL,
}) => {
  const { text } = await request(`${baseURL}/search?q=${encodeURIComponent('加微信领红包')}`);
  expect(text).toContain('<meta name="robots" content="noindex, follow">');
  expect(/<title>([^<]*)/.exec(text)?.[1]).not.toContain('加微信');
});

test('a withdrawn article leaves every feed at once', async ({ own }) => {
  const file = join(own.dataDir, 'gone.md');
  writeFileSync(
    file,
    '---\ntitle: 将要撤回的一篇\nslug: gone\nsection: transit/roads\nlang: zh-Hans\nauthors: [回声记者]\ntags: [回声标签]\npublished: "-1h"\ncorrections: [{ at: "-10m", text: 改一处 }]\n---\n\n正文。\n',
  );
  expect((await own.dateline('import', '--publish', file)).code).toBe(0);
  const page = (await request(`${own.url}/transit/roads/feed.xml`)).text.match(
    /https?:[^<]*\/gone(?=<)/,
  )?.[0] as string;
  const maps = ['/sitemap-1.xml', '/sitemap-news.xml', '/zh-hant/sitemap-news.xml', '/llms.txt'];
  const places = ['', '/transit', '/transit/roads', '/tag/hui-sheng-biao-qian', '/corrections', '/zh-hant'].flatMap(
    (page) => feeds.map((name) => `${page}/${name}`),
  );
  places.push(...maps, `/search/feed.xml?q=${encodeURIComponent('撤回的一篇')}`);
  const naming = async () => {
    const answers = await Promise.all(places.map((place) => request(own.url + place)));
    return places.filter((_, index) =>
      /将要撤回的一篇|將要撤回的一篇|roads\/\d+\/\d+\/\d+\/gone/.test(answers[index]?.text ?? ''),
    );
  };
  expect(await naming()).toEqual(places);
  expect((await own.dateline('withdraw', 'gone', '--reason', '误发')).code).toBe(0);
  expect(await naming()).toEqual([]);
  expect((await request(page)).status).toBe(410);
  expect((await request(`${page}.md`)).status).toBe(410);
});
