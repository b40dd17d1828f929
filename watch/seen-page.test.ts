import { expect, test } from 'vitest';
import { seePage } from './seen-page.ts';

const page = (body: string, head = '') =>
  seePage(`<!DOCTYPE html><html lang="zh-Hans"><head><title>题</title>${head}</head><body>${body}</body></html>`);

test('every text of a page is seen, wherever it hides: attributes, hidden parts, unknown elements', () => {
  const seen = page(
    '<main><p>甲</p><div hidden>乙</div><x-y>丙</x-y><img alt="丁" src="/a.png"><p style="left:-9999px">戊</p></main>',
  );
  expect(seen.texts.map(({ text }) => text)).toEqual(['甲', '乙', '丙', '丁', '戊']);
  expect(seen.foreign).toEqual(['<div hidden>', '<p style="left:-9999px">']);
});

test.each([
  ['<script src="https://evil.example/x.js"></script>', '<script> https://evil.example/x.js'],
  ['<iframe src="/x"></iframe>', '<iframe>'],
  ['<a onclick="x()">a</a>', '<a onclick>'],
  ['<meta http-equiv="refresh" content="0;url=/x">', '<meta http-equiv="refresh">'],
  ['<!-- farm -->', 'comment  farm '],
  ['<noscript><p>a</p></noscript>', '<noscript>'],
  ['<template><a href="/x">a</a></template>', '<template>'],
])('%s is no part of a page of ours', (html, foreign) => {
  expect(page(html).foreign).toContain(foreign);
});

test('the article’s text and links are told apart from what stands around them', () => {
  const seen = page(
    '<article><h1>桥</h1><div itemprop="articleBody"><p>第一 <a href="https://a.example/">段</a></p><p>第二段</p></div></article><a href="/b">b</a>',
    '<link rel="canonical" href="https://news.example/x"><meta name="description" content="说明">',
  );
  expect(seen.articleText).toBe('第一段第二段');
  expect(seen.links).toEqual([
    { href: 'https://a.example/', element: 'a', inArticle: true },
    { href: '/b', element: 'a', inArticle: false },
  ]);
  expect(seen.canonical).toEqual(['https://news.example/x']);
  expect(seen.meta.get('description')).toEqual(['说明']);
  expect(seen.headings).toEqual(['桥']);
});
