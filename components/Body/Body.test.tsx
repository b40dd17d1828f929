import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Block, Inline, Mark } from '../../article/body.ts';
import { bodyOf, pageOf } from '../Page/page.fixture.ts';
import { Body } from './Body.tsx';

const page = pageOf({ page: 'article', path: '/news/2023/06/07/bridge' });
const media = { abcdefabcdefabcd: { width: 1_000, height: 500 } };
const render = (...blocks: Block[]) =>
  renderToStaticMarkup(<Body page={page} body={bodyOf(...blocks)} media={media} sizes="100vw" />);
const paragraph = (...content: Inline[]): Block & { type: 'paragraph' } => ({ type: 'paragraph', content });
const text = (words: string, ...marks: Mark[]): Inline => ({ type: 'text', text: words, marks });
const figure = (over: object): Block => ({
  type: 'figure',
  attrs: { media: null, src: null, alt: '', caption: '', credit: '', ...over },
});

test('the body is marked for readers of structured data and by its literal class', () => {
  expect(render(paragraph(text('一')), paragraph(text('二')))).toMatch(
    /<div class="[^"]* article-body article-content" itemProp="articleBody"><p>一<\/p><p>二<\/p><\/div>/i,
  );
});

test('a body of one paragraph stays a box of its own to reader views', () => {
  expect(render(paragraph(text('一')))).toMatch(/<p>一<\/p><span><\/span><\/div>/);
});

test('marks nest in the order they are given', () => {
  const html = render(paragraph(text('重', { type: 'link', attrs: { href: 'https://a.example/' } }, { type: 'bold' })));
  expect(html).toContain('<a href="https://a.example/" rel="noopener"><strong>重</strong></a>');
});

test('links within the site carry no rel', () => {
  expect(render(paragraph(text('此', { type: 'link', attrs: { href: '/news' } })))).toContain('<a href="/news">此</a>');
});

test('ruby reads in parentheses where it cannot be shown', () => {
  const html = render(paragraph(text('桐', { type: 'ruby', attrs: { text: 'tóng' } })));
  expect(html).toContain('<ruby>桐<rp>(</rp><rt>tóng</rt><rp>)</rp></ruby>');
});

test('hostile text stays text in every field', () => {
  const hostile = '</p><script>alert(1)</script>"\' onload=x';
  const html = render(
    paragraph(text(hostile)),
    { type: 'heading', attrs: { level: 2 }, content: [text(hostile)] },
    { type: 'quote', attrs: { cite: hostile }, content: [paragraph(text(hostile))] },
    figure({ alt: hostile, caption: hostile, credit: hostile }),
    figure({ media: 'abcdefabcdefabcd', alt: hostile }),
    { type: 'embed', attrs: { url: 'https://a.example/?"><script>', title: hostile, description: hostile } },
  );
  expect(html).not.toContain('<script');
  // What an attribute holds stays between its quotes: without the quoted parts, no tag has a handler.
  expect(html.replace(/"[^"]*"/g, '')).not.toMatch(/<[^>]*\sonload=/);
});

test('a picture the newsroom does not hold is never asked of another site', () => {
  const html = render(figure({ src: 'https://cdn.example/a.jpg', alt: '桥', caption: '合龙' }));
  expect(html).not.toContain('cdn.example');
  expect(html).not.toContain('<img');
  expect(html).toContain('图片未收录');
  expect(html).toContain('合龙');
});

test('a held picture reserves its space and offers no width beyond its master', () => {
  const html = render(figure({ media: 'abcdefabcdefabcd', alt: '桥' }));
  expect(html).toContain('width="960" height="480" alt="桥"');
  expect(html).toContain('srcSet="/media/abcdefabcdefabcd-640.avif 640w,/media/abcdefabcdefabcd-960.avif 960w"');
});

test('who is quoted stands in the quote, in an element that reader views keep', () => {
  const html = render({ type: 'quote', attrs: { cite: '邬长庚' }, content: [paragraph(text('桥是走出来的。'))] });
  expect(html).toContain('<blockquote><p>桥是走出来的。</p><small>邬长庚</small></blockquote>');
});

test('where pictures tell the story, their captions are its paragraphs', () => {
  const picture = figure({ caption: '早潮', credit: '周野' });
  const story = paragraph(text('文'));
  expect(render(story, picture)).toContain('<figcaption>早潮 <small>周野</small></figcaption>');
  expect(render(story, picture, picture)).toContain('<figcaption><p>早潮 <small>周野</small></p></figcaption>');
});

test('headings never skip a level below the headline', () => {
  const heading = (level: 2 | 3 | 4): Block => ({ type: 'heading', attrs: { level }, content: [text('题')] });
  const html = render(heading(4), heading(4), heading(2), heading(3));
  expect([...html.matchAll(/<h(\d)/g)].map(([, level]) => level)).toEqual(['2', '3', '2', '3']);
});

test('list items of one line hold no paragraph, and lists nest', () => {
  const html = render({
    type: 'bulletList',
    content: [
      {
        type: 'listItem',
        content: [
          paragraph(text('甲')),
          {
            type: 'orderedList',
            attrs: { start: 3 },
            content: [{ type: 'listItem', content: [paragraph(text('乙'))] }],
          },
        ],
      },
    ],
  });
  expect(html).toContain('<ul><li>甲<ol start="3"><li>乙</li></ol></li></ul>');
});

test('a table can be scrolled from the keyboard and heads its columns', () => {
  const cell = (type: 'tableHeader' | 'tableCell', words: string) => ({
    type,
    attrs: { colspan: 1, rowspan: 1 },
    content: [text(words)],
  });
  const html = render({
    type: 'table',
    content: [
      { type: 'tableRow', content: [cell('tableHeader', '年')] },
      { type: 'tableRow', content: [cell('tableCell', '2026')] },
    ],
  });
  expect(html).toContain(
    '<section aria-label="表格" tabindex="0"><table><thead><tr><th scope="col">年</th></tr></thead>',
  );
});

test('an embed names the host it leads to', () => {
  const html = render({ type: 'embed', attrs: { url: 'https://例子.example/a', title: '题', description: '' } });
  expect(html).toContain('<small>xn--fsqu00a.example</small>');
  expect(html).toContain('rel="noopener"');
});
