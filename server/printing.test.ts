import { createElement as h } from 'react';
import { expect, test } from 'vitest';
import { printInto } from './printing.ts';

const made = (head = '', body = '<template id="page"></template>') =>
  `<!DOCTYPE html><html lang="en"><head><title>t</title>${head}</head><body>${body}<script></script></body></html>`;

function Broken(): never {
  throw new Error('broken');
}

test('a page is printed in the place left for it, and what belongs into the head at the end of that', () => {
  const tree = [h('meta', { key: 1, property: 'og:title', content: 'a' }), h('main', { key: 2 }, h('p', null, 'b'))];
  expect(printInto(made(), tree)).toBe(
    made('<meta property="og:title" content="a"/>', '<main><p>b</p></main>').replace('<template id="page">', ''),
  );
});

test('what an article says is text, whatever it looks like', () => {
  const said = '</head><body><template id="page"></template>$&$1';
  const page = printInto(made(), h('p', { title: said }, said));
  expect(page.match(/<template/g)).toBeNull();
  expect(page.match(/<\/head>/g)).toHaveLength(1);
  expect(page).toContain('$&amp;$1</p>');
});

test('a document that left no place for the page is none', () => {
  expect(() => printInto(made('', '<p></p>'), h('p'))).toThrow('no place');
  expect(() => printInto('<template id="page"></template>', h('p'))).toThrow('no place');
});

test('what a component throws is thrown, not shown in its place', () => {
  expect(() => printInto(made(), h('main', null, h(Broken)))).toThrow('broken');
});
