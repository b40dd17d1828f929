import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { foreignSite } from './foreign-site.ts';

const seen = (headers: IncomingHttpHeaders, isPicture = true) => {
  const site = foreignSite({ headers } as IncomingMessage, 'news.example', { isPicture });
  return site && `${site.signal} ${site.host}`;
};

test.each<[IncomingHttpHeaders, string]>([
  [{ host: 'news.example', referer: 'https://Mirror.example/news/a?b=c' }, 'picture mirror.example'],
  [{ host: 'news.example', referer: 'https://mirror.example' }, 'picture mirror.example'],
  [{ host: 'news.example', origin: 'https://mirror.example:8443' }, 'picture mirror.example'],
  [{ host: 'mirror.example' }, 'host mirror.example'],
  [{ host: 'xn--fiqs8s.example:8080' }, 'host xn--fiqs8s.example'],
])('%o tells of a copy', (headers, expected) => {
  expect(seen(headers)).toBe(expected);
});

test.each<IncomingHttpHeaders>([
  { host: 'news.example' },
  { host: 'news.example', referer: 'https://news.example/' },
  { host: 'news.example', referer: 'https://www.news.example/' },
  { host: 'www.news.example' },
  { host: 'news.example:443' },
  { host: '203.0.113.7' },
  { host: 'localhost:3000' },
  { host: 'dateline.internal' },
  { host: '[2001:db8::1]:80' },
  { host: 'news.example', referer: 'about:blank' },
  { host: 'news.example', referer: 'https://a b.example/' },
  { host: 'news.example', origin: 'null' },
  { host: `${'a'.repeat(120)}.example` },
  {},
])('%o tells of nobody', (headers) => {
  expect(seen(headers)).toBeNull();
});

test('a reader who comes by a link from elsewhere is no sign of a copy', () => {
  expect(seen({ host: 'news.example', referer: 'https://elsewhere.example/' }, false)).toBeNull();
});
