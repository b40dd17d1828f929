import { expect, test } from 'vitest';
import type { Inline } from '../article/body.ts';
import { ImportError } from '../article/draft.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';

const hints = { name: 'a.md', now: new Date('2026-11-24T00:00:00Z'), timeZone: 'Asia/Shanghai' };
const readers = { html: readHtml, markdown: readMarkdown };
const firstParagraph = (text: string, format: keyof typeof readers): Inline[] => {
  const [block] = readers[format](text, hints).body.content;
  return block?.type === 'paragraph' ? (block.content ?? []) : [];
};
const kept = (content: readonly Inline[]) =>
  content.flatMap((node) =>
    node.type === 'text'
      ? (node.marks ?? []).flatMap((mark) => (mark.type === 'verbatim' ? [[node.text, mark.attrs.lang]] : []))
      : [],
  );
const own = (text: string) =>
  firstParagraph(`---\ntitle: 题\nlang: zh-Hans\nsection: news\nstandfirst: 导\n---\n\n${text}\n`, 'markdown');

test('Markdown keeps what stands in a span that is not to be translated', () => {
  expect(
    kept(own('原文是<span translate="no">后**里**</span>，日文是<span translate="no" lang="ja">発見</span>。')),
  ).toEqual([
    ['后', null],
    ['里', null],
    ['発見', 'ja'],
  ]);
  expect(() => own('一<span translate="no">二')).toThrow(ImportError);
  expect(() => own('一<span class="x">二</span>')).toThrow(ImportError);
});

test('a page keeps what it says is not to be translated, code and Japanese', () => {
  const page = `<html lang="zh-CN" translate="no"><title>题目在这里</title><body class="notranslate"><article><h1>题目在这里</h1>
    <p>第一段的文字有一点长，里面写着<code>git 发布</code>，还有<span class="notranslate">后里</span>，
    还有<i lang="ja">発見</i>，以及<span translate="no" lang="zh-Hant">臺北</span>，都要原样留下来给读者看。</p>
    <p>第二段也要写够字数，才会被当作一篇文章的正文读进来，而不是页面上别的东西。</p></article></body></html>`;
  expect(kept(firstParagraph(page, 'html'))).toEqual([
    ['git 发布', null],
    ['后里', null],
    ['発見', 'ja'],
    ['臺北', 'zh-Hant'],
  ]);
});
