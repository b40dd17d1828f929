import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from '../request.ts';
import { expect, test } from '../site.ts';

const site = () => process.env.SITE_URL as string;
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  request(site() + path, { headers, method });
const article = '/news/districts/2019/03/01/standard-zh-hans';

test('a page is the same in br, gzip and plain', async () => {
  const plain = await get(article);
  expect(plain.headers['content-encoding']).toBeUndefined();
  const br = await get(article, { 'Accept-Encoding': 'gzip, deflate, br, zstd' });
  expect(br.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(br.bytes).equals(plain.bytes)).toBe(true);
  const gzip = await get(article, { 'Accept-Encoding': 'gzip, br;q=0' });
  expect(gzip.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(gzip.bytes).equals(plain.bytes)).toBe(true);
  for (const { headers, bytes } of [plain, br, gzip]) {
    expect(headers.vary).toBe('Accept-Encoding');
    expect(headers['content-length']).toBe(String(bytes.length));
  }
  expect((await get(article, { 'Accept-Encoding': 'identity;q=0, *;q=0' })).status).toBe(406);
});

test('HEAD says what GET says and sends nothing', async () => {
  for (const path of ['/', article, '/nothing-here', '/search?q=x', '/robots.txt', await pictureOf(article)]) {
    const full = await get(path);
    const head = await get(path, {}, 'HEAD');
    expect(head.bytes.length, path).toBe(0);
    const ignored = { date: '' };
    expect({ status: head.status, ...head.headers, ...ignored }, path).toEqual({
      status: full.status,
      ...full.headers,
      ...ignored,
    });
  }
});

test('who has a page is told so, whatever encoding they hold', async () => {
  const plain = await get(article);
  const br = await get(article, { 'Accept-Encoding': 'br' });
  expect(br.headers.etag).not.toBe(plain.headers.etag);
  for (const known of [plain.headers.etag, br.headers.etag, `W/${br.headers.etag}`, `"x", ${br.headers.etag}`, '*']) {
    const answer = await get(article, { 'If-None-Match': known as string, 'Accept-Encoding': 'br' });
    expect([answer.status, answer.bytes.length], known as string).toEqual([304, 0]);
  }
  expect((await get(article, { 'If-None-Match': '"another"' })).status).toBe(200);
});

test('a picture is kept for ever and sent in parts', async () => {
  const path = await pictureOf(article);
  const whole = await get(path);
  expect(whole.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(whole.headers['content-type']).toMatch(/^image\//);
  const size = whole.bytes.length;
  const part = await get(path, { Range: 'bytes=10-19' });
  expect([part.status, part.headers['content-range']]).toEqual([206, `bytes 10-19/${size}`]);
  expect(part.bytes.equals(whole.bytes.subarray(10, 20))).toBe(true);
  const end = await get(path, { Range: 'bytes=-5' });
  expect(end.bytes.equals(whole.bytes.subarray(-5))).toBe(true);
  const beyond = await get(path, { Range: `bytes=${size}-` });
  expect([beyond.status, beyond.headers['content-range'], beyond.headers['cache-control']]).toEqual([
    416,
    `bytes */${size}`,
    'no-store',
  ]);
  expect((await get(path, { Range: 'bytes=0-1', 'If-Range': '"another"' })).status).toBe(200);
  expect((await get(path, { 'If-None-Match': whole.headers.etag as string })).status).toBe(304);
});

test('a visitor’s headers and cookies change no page but its theme', async () => {
  const plain = await get('/news');
  const odd = await get('/news', {
    Cookie: 'theme=evil; session=1; __prerender_bypass=1; __next_preview_data=x',
    'Next-Action': 'x',
    RSC: '1',
    'Next-Router-State-Tree': '%5B%5D',
    'X-Middleware-Subrequest': 'middleware',
    'X-Forwarded-Proto': 'javascript',
    'User-Agent': '',
    Accept: 'text/x-component',
    'Accept-Language': 'de',
  });
  expect(odd.text).toBe(plain.text);
});

test('the health check answers, and so do the small files', async () => {
  expect((await get('/healthz')).text).toBe('{"ok":true}');
  for (const path of ['/robots.txt', '/favicon.ico', '/favicon.svg', '/speculation.json'])
    expect((await get(path)).status, path).toBe(200);
});

async function pictureOf(path: string): Promise<string> {
  const { text } = await get(path);
  return /<img [^>]*src="([^"]+)"/.exec(text)?.[1] as string;
}
