import { expect, test } from 'vitest';
import type { Block, Inline, Mark } from '../article/body.ts';
import { bodyOf, pageOf, recordOf } from '../components/Page/page.fixture.ts';
import { articleHtml } from './body-html.ts';

const { site, edition } = pageOf({ page: 'front' });
const home = { site, edition, origin: 'https://news.example' };
const text = (words: string, ...marks: Mark[]): Inline => ({ type: 'text', text: words, marks });
const paragraph = (...content: Inline[]): Block & { type: 'paragraph' } => ({ type: 'paragraph', content });
const picture = {
  media: 'a'.repeat(16),
  src: 'https://elsewhere.example/a.jpg',
  alt: '"江"',
  caption: '<江面>',
  credit: '野',
};
const media = { ['a'.repeat(16)]: { width: 1_600, height: 1_000 } };
const html = (...blocks: Block[]) => articleHtml(recordOf({ body: bodyOf(...blocks), media }), home);

test('marks and breaks are elements, and text is text', () => {
  expect(html(paragraph(text('a<b>&"', { type: 'bold' }), { type: 'hardBreak' }, text('c', { type: 'italic' })))).toBe(
    '<p><strong>a&lt;b&gt;&amp;&quot;</strong><br><em>c</em></p>',
  );
  expect(html(paragraph(text('望', { type: 'ruby', attrs: { text: 'wàng' } }), text('2', { type: 'sup' })))).toBe(
    '<p><ruby>望<rp>(</rp><rt>wàng</rt><rp>)</rp></ruby><sup>2</sup></p>',
  );
});

test('every address is absolute', () => {
  const link = (href: string) => html(paragraph(text('a', { type: 'link', attrs: { href } })));
  expect(link('/news/a')).toBe('<p><a href="https://news.example/news/a">a</a></p>');
  expect(link('https://elsewhere.example/?a=1&b="2')).toBe(
    '<p><a href="https://elsewhere.example/?a=1&amp;b=&quot;2">a</a></p>',
  );
});

test('a stored picture has its rendition of column width, and its caption', () => {
  expect(html({ type: 'figure', attrs: picture })).toBe(
    '<figure><img src="https://news.example/media/aaaaaaaaaaaaaaaa-960.jpg" alt="&quot;江&quot;" width="960" height="600"><figcaption>&lt;江面&gt; <small>野</small></figcaption></figure>',
  );
});

test('a picture that was not fetched is named by its caption alone', () => {
  expect(html({ type: 'figure', attrs: { ...picture, media: null } })).toBe(
    '<figure><figcaption>&lt;江面&gt; <small>野</small></figcaption></figure>',
  );
});

test('lists, quotes, tables, link cards and corrections keep their shape', () => {
  const item = (...content: (Block & { type: 'paragraph' })[]) => ({ type: 'listItem' as const, content });
  const cell = (type: 'tableHeader' | 'tableCell', words: string, colspan = 1) => ({
    type,
    attrs: { colspan, rowspan: 1 },
    content: [text(words)],
  });
  expect(html({ type: 'orderedList', attrs: { start: 3 }, content: [item(paragraph(text('a')))] })).toBe(
    '<ol start="3"><li>a</li></ol>',
  );
  expect(html({ type: 'bulletList', content: [item(paragraph(text('a')), paragraph(text('b')))] })).toBe(
    '<ul><li><p>a</p><p>b</p></li></ul>',
  );
  expect(html({ type: 'quote', attrs: { cite: '林<' }, content: [paragraph(text('a'))] })).toBe(
    '<blockquote><p>a</p><small>林&lt;</small></blockquote>',
  );
  expect(
    html({
      type: 'table',
      content: [{ type: 'tableRow', content: [cell('tableHeader', 'a', 2), cell('tableCell', 'b')] }],
    }),
  ).toBe('<table><tr><th colspan="2">a</th><td>b</td></tr></table>');
  expect(html({ type: 'embed', attrs: { url: 'https://elsewhere.example/', title: '题', description: '述' } })).toBe(
    '<p><a href="https://elsewhere.example/">题</a><br>述</p>',
  );
  expect(html({ type: 'correction', content: [paragraph(text('a'))] })).toBe('<div><b>更正</b><p>a</p></div>');
});

test('the lead picture opens the article and its corrections close it', () => {
  const record = recordOf({
    lead: picture,
    media,
    corrections: [{ at: '2023-06-08T02:00:00Z', text: '主跨 <460> 米' }],
  });
  expect(articleHtml(record, home)).toMatch(
    /^<figure>.*<\/figure><p>桥通了。<\/p><div><b>更正于 2023年6月8日 10:00<\/b><p>主跨 &lt;460&gt; 米<\/p><\/div>$/,
  );
});
