import { createElement as h } from 'react';
import { expect, test } from 'vitest';
import { printPage } from './printing.ts';

const print = (...tree: Parameters<typeof h>[2][]) =>
  printPage({ language: 'en', tree: h('div', null, ...tree), styleSheets: ['/a.css', '/b.css'] });

function Broken(): never {
  throw new Error('broken');
}

test('a page is printed with its style sheets in order, and what belongs into the head is there', () => {
  expect(print(h('title', null, 'a'), h('meta', { property: 'og:title', content: 'b' }), h('p', null, 'c'))).toBe(
    '<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>' +
      '<link rel="stylesheet" href="/a.css" data-precedence="page"/><link rel="stylesheet" href="/b.css" data-precedence="page"/><title>a</title><meta property="og:title" content="b"/>' +
      '</head><body><div><p>c</p></div></body></html>',
  );
});

test('what an article says is text, whatever it looks like', () => {
  const said = '</title></head><body><script>$&$1</script>';
  const page = print(h('title', null, said), h('p', { title: said }, said));
  expect(page.match(/<script|<\/head>|<body>/g)).toEqual(['</head>', '<body>']);
});

test('what a component throws is thrown, not shown in its place', () => {
  expect(() => print(h(Broken))).toThrow('broken');
});
