import { sha256Bytes } from '../article/hash.ts';
import { styleWords } from '../edition/style-words.ts';
import type { Answer } from './fetching.ts';
import { type Finding, finding } from './finding.ts';
import type { SeenPage } from './seen-page.ts';

/** The policy every page is sent with; the style's hash is that of the page's own style element. */
const policy: Record<string, string> = {
  'default-src': "'none'",
  'script-src': "'none'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
};

/** Headers that would send a visitor elsewhere, hide the page or mark whoever asked. None of ours does. */
const neverSent = [
  'refresh',
  'location',
  'content-location',
  'set-cookie',
  'x-robots-tag',
  'sourcemap',
  'content-disposition',
];

/** Checks the headers of a page, and that the browser is told to run and load nothing that is not the page's own. */
export function checkHeaders({ url, headers, status }: Answer, page: SeenPage): Finding[] {
  const findings: Finding[] = [];
  const expect = (rule: string, expected: string, found: string | undefined) => {
    if (found !== expected) findings.push(finding(url, rule, expected, found ?? 'nothing'));
  };
  expect('headers.content-type', 'text/html; charset=utf-8', headers.get('content-type'));
  expect('headers.x-content-type-options', 'nosniff', headers.get('x-content-type-options'));
  const sent = new Map(
    (headers.get('content-security-policy') ?? '').split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(/\s+/);
      return [name, values.join(' ')] as const;
    }),
  );
  for (const [name, value] of Object.entries(policy)) expect(`headers.csp ${name}`, value, sent.get(name));
  const [style] = page.styles;
  const hash = style === undefined ? "'none'" : `'sha256-${sha256Bytes(style).toString('base64')}'`;
  expect('headers.csp style-src', hash, sent.get('style-src'));
  const words = style === undefined ? null : styleWords(style);
  if (words !== null) findings.push(finding(url, 'style.words', 'a style that writes no words', words));
  for (const name of sent.keys())
    if (name !== '' && name !== 'style-src' && !(name in policy))
      findings.push(finding(url, 'headers.csp', 'nothing', name));
  for (const name of neverSent) {
    const value = headers.get(name);
    if (value !== undefined) findings.push(finding(url, `headers.${name}`, 'nothing', value));
  }
  const link = headers.get('link');
  if (link?.includes('://')) findings.push(finding(url, 'headers.link', 'nothing', link));
  if (status === 200 && !headers.has('etag')) findings.push(finding(url, 'headers.etag', 'an entity tag', 'nothing'));
  return findings;
}

/** What is the same for whoever asks. */
const sameForAll = [
  'content-type',
  'content-security-policy',
  'cache-control',
  'content-language',
  'link',
  'x-robots-tag',
];

/** Compares what one visitor got with what a plain browser got: bytes, status and headers are the same for all. */
export function checkSame(plain: Answer, other: Answer, visitor: string): Finding[] {
  const findings: Finding[] = [];
  const compare = (what: string, expected: string, found: string) => {
    if (expected !== found) findings.push(finding(plain.url, `cloaking.${what}`, expected, `${visitor}: ${found}`));
  };
  compare('status', String(plain.status), String(other.status));
  for (const name of sameForAll)
    compare(`header ${name}`, plain.headers.get(name) ?? '', other.headers.get(name) ?? '');
  if (plain.body !== other.body) {
    let at = 0;
    while (plain.body[at] === other.body[at]) at++;
    const piece = ({ body }: Answer) => body.slice(Math.max(0, at - 40), at + 160);
    compare('body', piece(plain), piece(other));
  }
  return findings;
}
