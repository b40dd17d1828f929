import { request } from '../request.ts';
import { expect, test } from '../site.ts';

const site = () => process.env.SITE_URL as string;
const article = '/news/districts/2019/03/01/standard-zh-hans';

/** Other spellings of an address, and the one they lead to. */
const spellings: [asked: string, canonical: string][] = [
  ['//', '/'],
  ['/%2F', '/'],
  ['/NEWS', '/news'],
  ['/News/Districts/', '/news/districts'],
  ['/news/', '/news'],
  ['//news', '/news'],
  ['/news//districts', '/news/districts'],
  ['/%6Eews', '/news'],
  ['/%6eews/districts', '/news/districts'],
  ['/news%2Fdistricts', '/news/districts'],
  ['/ZH-Hant/news', '/zh-hant/news'],
  ['/EN', '/en'],
  ['/en/', '/en'],
  ['/en//news//districts/', '/en/news/districts'],
  [`${article}/`, article],
  [article.toUpperCase(), article],
  [article.replace('standard', '%73tandard'), article],
  [`/${article}//`, article],
  ['/tag/Shi-Yan-Biao-Qian/', '/tag/shi-yan-biao-qian'],
  ['/archive/2019/03/', '/archive/2019/03'],
  ['/search/?q=%E6%BD%AE', '/search?q=%E6%BD%AE'],
  ['/SEARCH?q=a+b', '/search?q=a%20b'],
  ['/about/', '/about'],
  ['/zh-hans', '/'],
  ['/ZH-TW/news/', '/zh-hant/news'],
];

for (const [asked, canonical] of spellings) {
  test(`${asked} moves to ${canonical} in one hop`, async () => {
    const moved = await request(site() + asked);
    expect([moved.status, moved.headers.location]).toEqual([301, canonical]);
    expect((await request(site() + canonical)).status).toBe(200);
  });
}

test('a query that no page asked for changes nothing', async () => {
  const plain = await request(`${site()}/news`);
  for (const query of ['?', '?utm_source=x', '?page=2', '?a[]=1&b=%zz'])
    expect((await request(`${site()}/news${query}`)).text, query).toBe(plain.text);
});

const absent = [
  '/nothing-here',
  '/news/nothing-here',
  '/news/districts/page/0',
  '/news/districts/page/01',
  '/news/districts/page/-1',
  '/news/districts/page/1.5',
  '/news/districts/page/x',
  '/news/districts/page/',
  '/news/districts/page/2',
  '/news/districts/page/99999999999999999999',
  '/news/districts/page/1/2',
  '/tag/nothing-here',
  '/tag/shi-yan-biao-qian/page/9',
  '/author/nobody',
  '/archive/1999',
  '/archive/2019/13',
  '/archive/2019/02/30',
  '/news/2019/02/30',
  '/search?q=x&page=0',
  '/search?q=x&page=abc',
  '/zh-hans/nothing-here',
  '/de/news',
  '/media/nothing.avif',
  '/_next/static/chunks/main.js',
  '/_next/image?url=x&w=640&q=75',
  '/.env',
  '/index.php',
  '/%F0%9F%90%9F/%E6%BD%AE',
];

test('what is not there is 404, whatever shape its address has', async () => {
  for (const path of absent) expect((await request(site() + path)).status, path).toBe(404);
});

test('what cannot be an address is 400, and what is too long 414', async () => {
  for (const path of [
    '/%',
    '/%zz',
    '/%E6%BD',
    '/%00',
    '/a%0d%0ab',
    '/%c0%af',
    '/..%2f..%2fetc/passwd',
    '/media/../newsroom.key',
    '/search?q=%FF',
  ])
    expect((await request(site() + path)).status, path).toBe(400);
  expect((await request(`${site()}/${'a'.repeat(2_100)}`)).status).toBe(414);
  expect((await request(`${site()}/search?q=${'%E6%BD%AE'.repeat(300)}`)).status).toBe(414);
  expect((await request(`${site()}/${'a'.repeat(40_000)}`)).status).toBe(414);
});

test('only GET and HEAD are answered', async () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']) {
    const { status, headers } = await request(`${site()}/news`, { method });
    expect([method, status, headers.allow]).toEqual([method, 405, 'GET, HEAD']);
  }
  expect((await request(`${site()}/theme`)).status).toBe(405);
});

test('no host, header or address leads a reader to another site', async () => {
  const headers = { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example', Forwarded: 'host=evil.example' };
  const { text } = await request(`${site()}/news`, { headers });
  expect(text).not.toContain('evil.example');
  for (const path of [
    '//evil.example',
    '//evil.example/',
    '/%2Fevil.example',
    '/\\evil.example',
    '/https:%2F%2Fevil.example/',
  ])
    expect((await request(site() + path)).headers.location ?? '', path).not.toMatch(/^(?:\/\/|\/\\|https?:)/);
  const posted = await request(`${site()}/theme`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Referer: 'https://evil.example//evil.example/x' },
    body: 'theme=dark',
  });
  expect([posted.status, posted.headers.location]).toEqual([303, '/evil.example/x']);
});
