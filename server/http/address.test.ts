import { expect, test } from 'vitest';
import { emptySite } from '../../edition/site.ts';
import { maxTargetLength, readTarget } from './address.ts';

const read = (target: string) => readTarget(emptySite.editions, target);
const page = (target: string) => {
  const found = read(target);
  if (found.kind !== 'page') throw new Error(`${target} is no page but ${found.kind}`);
  return { key: found.address.key, internal: found.address.internal, page: found.address.page, moved: found.moved };
};

test('a canonical address is its own key', () => {
  expect(page('/')).toEqual({ key: '/', internal: '/zh-Hans', page: 'front', moved: false });
  expect(page('/zh-hant')).toEqual({ key: '/zh-hant', internal: '/zh-Hant', page: 'front', moved: false });
  expect(page('/news/city/page/3')).toMatchObject({ key: '/news/city/page/3', page: 'section', moved: false });
  expect(page('/en/news/2024/05/06/tram')).toMatchObject({
    internal: '/en/article/news/2024/05/06/tram',
    moved: false,
  });
});

test.each([
  ['/News/2024/05/06/Tram', '/news/2024/05/06/tram'],
  ['/news/2024/05/06/tram/', '/news/2024/05/06/tram'],
  ['//news//2024/05/06/tram', '/news/2024/05/06/tram'],
  ['/n%65ws/2024/05/06/tram', '/news/2024/05/06/tram'],
  ['/news%2F2024/05/06/tram', '/news/2024/05/06/tram'],
  ['/ZH-HANT/', '/zh-hant'],
  ['/Search?q=tram', '/search?q=tram'],
])('%s is another spelling of %s', (target, key) => {
  expect(page(target)).toMatchObject({ key, moved: true });
});

test.each([
  ['/zh-hans', '/'],
  ['/zh-Hans/', '/'],
  ['/ZH-CN/news', '/news'],
  ['/zh/feed.xml', '/feed.xml'],
  ['/zh-tw/news/2024/05/06/tram', '/zh-hant/news/2024/05/06/tram'],
  ['/EN/', '/en'],
])('%s names the language of an edition that lives at %s', (target, key) => {
  expect(page(target)).toMatchObject({ key, moved: true });
});

test('an old address that begins with a language is asked for as it is', () => {
  expect(page('/zh-hans/2019/123.html')).toMatchObject({ key: '/zh-hans/2019/123.html', page: null, moved: false });
  expect(page('/zh-hant/wp-login.php')).toMatchObject({ key: '/zh-hant/wp-login.php', page: null });
});

test('parameters of others are neither part of the key nor a reason to move', () => {
  expect(page('/news?utm_source=x&fbclid=%')).toMatchObject({ key: '/news', moved: false });
  expect(page('/?q=tram')).toMatchObject({ key: '/', internal: '/zh-Hans', moved: false });
});

test('the words of a search are tidied into one key', () => {
  expect(page('/search?q=+new++tram+&utm=1&page=2').key).toBe('/search?q=new%20tram&page=2');
  expect(page('/search?page=2&q=new%20tram').key).toBe('/search?q=new%20tram&page=2');
  expect(page(`/search?q=${encodeURIComponent('电车')}`)).toMatchObject({
    key: `/search?q=${encodeURIComponent('电车')}`,
    moved: false,
  });
  expect(page('/search?q=').key).toBe('/search');
});

test('a bad page number of a search is a page that is not there', () => {
  for (const number of ['0', '-1', '1.5', 'x', '99999999']) {
    const missing = page(`/search?q=tram&page=${number}`);
    expect(missing.page).toBeNull();
    expect(missing.key).not.toBe(page('/search').key);
  }
});

test('what matches no page goes to the missing page, which is told the path', () => {
  expect(page('/wp-login.php')).toEqual({
    key: '/wp-login.php',
    internal: '/zh-Hans/missing?path=%2Fwp-login.php',
    page: null,
    moved: false,
  });
  expect(page('/Old/Page.html').internal).toBe('/zh-Hans/missing?path=%2Fold%2Fpage.html');
});

test('a path that looks encoded after decoding keeps a key of its own', () => {
  expect(page('/%2561').key).toBe('/%2561');
  expect(page('/%61').key).toBe('/a');
});

test('no target moves to another host', () => {
  for (const target of ['//evil.example', '/\\evil.example', '/%5cevil.example', '/%2f%2fevil.example']) {
    expect(page(target).key).toMatch(/^\/[^/\\]/);
  }
});

test('the absolute form is read by its path', () => {
  expect(page('http://evil.example/news')).toMatchObject({ key: '/news', moved: false });
  expect(page('https://evil.example?x').key).toBe('/');
});

test.each([
  '/a%00b',
  '/a%0d%0aSet-Cookie:x',
  '/%zz',
  '/%',
  '/%ff',
  '/%c0%af',
  '/../x',
  '/x/%2e%2e/y',
  '/./x',
  '*',
  'x',
  '/\u0000',
  '/%C2%85',
  '/search?q=%00',
  '/search?q=%',
])('%j is malformed', (target) => {
  expect(read(target)).toMatchObject({ kind: 'bad', status: 400 });
});

test('an overlong target is refused by its length', () => {
  expect(read(`/${'a'.repeat(maxTargetLength)}`)).toMatchObject({ kind: 'bad', status: 414 });
});

test('UTF-8 that was not percent-encoded is read as what it is', () => {
  const raw = Buffer.from('/旧闻').toString('latin1');
  expect(page(raw).key).toBe('/%E6%97%A7%E9%97%BB');
  expect(read('/\u00ff')).toMatchObject({ kind: 'bad' });
});

test('a search is narrowed by parameters that always stand in one order; what names nothing narrows nothing', () => {
  expect(page('/search?sort=newest&section=news/city&q=tram&from=2026-01-05&utm=x').key).toBe(
    '/search?q=tram&section=news%2Fcity&from=2026-01-05&sort=newest',
  );
  expect(page('/search?author=lin-yuan&source=zgw').key).toBe('/search?author=lin-yuan&source=zgw');
  expect(page('/search?q=tram&section=../x&from=2026-13-01&to=soon&sort=best&author=A_B').key).toBe('/search?q=tram');
});
