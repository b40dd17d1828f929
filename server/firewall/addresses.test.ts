import { expect, test } from 'vitest';
import { isWebAddress } from '../../article/schema.ts';
import { checkAddress } from './addresses.ts';

const odd = [
  'https://a.example/b\\c',
  'https://a.example\\@b.example/',
  '/a\\b',
  '/a\u00a0b\u3000c',
  'https://a.example/\u200b\u202e',
  'HTTPS://A.example:443/%zz?q#f',
  'https://潮.example/潮?潮#潮',
  '/../a/./b',
  '/a?b=https://c.example/',
  'http://[::1]:8080/',
  'https://a.example/"<>`{}|^',
  'http://0x7f.1/',
];

test('an address that an article may hold never keeps its page from readers', () => {
  const taken = odd.filter(isWebAddress);
  expect(taken.length).toBeGreaterThan(6);
  const book = { publicUrl: 'https://news.example', links: new Set(taken) };
  for (const address of taken) expect(() => checkAddress(book, 'link', 'a', address), address).not.toThrow();
});

test('what only begins like the site’s origin is another site', () => {
  const book = { publicUrl: 'https://news.example', links: new Set<string>() };
  for (const own of [
    'https://news.example/',
    'https://news.example/a?b#c',
    'https://news.example',
    'https://news.example?q',
  ])
    expect(() => checkAddress(book, 'own', 'loc', own), own).not.toThrow();
  for (const foreign of [
    'https://news.example.evil/',
    'https://news.example@evil.example/',
    'https://news.example:8443/',
  ])
    expect(() => checkAddress(book, 'own', 'loc', foreign), foreign).toThrow();
  expect(() => checkAddress(book, 'own', 'loc', 'https://news.example/a\tb')).toThrow();
});
