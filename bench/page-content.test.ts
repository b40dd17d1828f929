import { expect, test } from 'vitest';
import { occurrences, readContent } from './page-content.ts';

const page = (head: string, body: string) => `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;

test('reader text is the text of the body, in bytes, without its tags', () => {
  const html = page('<title>标题</title>', '<p class="x">潮水 <b>退</b>了</p>');
  expect(readContent(html)).toMatchObject({ html: Buffer.byteLength(html), readerText: 13, css: 0, script: 0 });
});

test('styles count as CSS wherever they stand, and not as text', () => {
  const content = readContent(page('<style>p{color:red}</style>', '<style>b{}</style>文'));
  expect(content).toMatchObject({ css: 15, readerText: 3 });
});

test('structured data is neither script nor reader text', () => {
  const content = readContent(page('', '<script type="application/ld+json">{"a":1}</script>'));
  expect(content).toMatchObject({ script: 0, readerText: 0, handlers: 0 });
});

test('whatever can run is counted', () => {
  expect(readContent(page('<script>let a</script>', ''))).toMatchObject({ script: 5 });
  expect(readContent(page('<script src="/a.js"></script>', '')).handlers).toBe(1);
  expect(readContent(page('<link rel="preload" as="script" href="/a.js">', '')).handlers).toBe(1);
  expect(readContent(page('', '<p onclick="a()">x</p>')).handlers).toBe(1);
});

test('a text that a page holds twice is counted twice', () => {
  expect(occurrences(page('<meta content="潮水退了">', '<p>潮水退了</p>'), '潮水退了')).toBe(2);
  expect(occurrences('无', '有')).toBe(0);
});
