import { expect, test } from 'vitest';
import { sha256Bytes } from '../article/hash.ts';
import { checkHeaders, checkSame } from './check-answer.ts';
import type { Answer } from './fetching.ts';
import { seePage } from './seen-page.ts';

const body = '<!DOCTYPE html><html lang="zh-Hans"><head><style>a{color:red}</style><title>题</title></head></html>';
const hash = sha256Bytes('a{color:red}').toString('base64');
const csp = `default-src 'none'; script-src 'none'; style-src 'sha256-${hash}'; img-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

const answer = (headers: Record<string, string> = {}, html = body): Answer => ({
  url: 'https://news.example/',
  status: 200,
  headers: new Map(
    Object.entries({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': csp,
      'x-content-type-options': 'nosniff',
      etag: '"a"',
      ...headers,
    }),
  ),
  body: html,
});
const rules = (given: Answer) => checkHeaders(given, seePage(given.body)).map(({ rule }) => rule);

test('the headers of a page of ours raise nothing', () => {
  expect(rules(answer())).toEqual([]);
});

test.each([
  [{ 'content-security-policy': '' }, 'headers.csp default-src'],
  [{ 'content-security-policy': csp.replace("script-src 'none'", "script-src 'self'") }, 'headers.csp script-src'],
  [{ 'content-security-policy': `${csp}; worker-src *` }, 'headers.csp'],
  [{ 'content-security-policy': csp.replace(hash, hash.toLowerCase()) }, 'headers.csp style-src'],
  [{ refresh: '0;url=https://evil.example/' }, 'headers.refresh'],
  [{ 'x-robots-tag': 'noindex' }, 'headers.x-robots-tag'],
  [{ 'set-cookie': 'seen=1' }, 'headers.set-cookie'],
  [{ link: '<https://evil.example/>; rel="canonical"' }, 'headers.link'],
])('%o are found', (headers, rule) => {
  expect(rules(answer(headers))).toContain(rule);
});

test('a style that is not the one the policy names is found', () => {
  expect(rules(answer({}, body.replace('red', 'blue')))).toEqual(['headers.csp style-src']);
});

test('one byte that differs between two visitors is found, and where', () => {
  const [found] = checkSame(answer(), answer({}, body.replace('题', '赌场')), 'Baiduspider');
  expect(found).toMatchObject({ rule: 'cloaking.body' });
  expect(found?.found).toContain('Baiduspider: ');
  expect(found?.found).toContain('赌场');
  expect(checkSame(answer(), { ...answer(), status: 302 }, 'Googlebot')[0]).toMatchObject({ rule: 'cloaking.status' });
  expect(checkSame(answer(), answer(), 'Googlebot')).toEqual([]);
});
