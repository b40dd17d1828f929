import { expect, test } from 'vitest';
import { FirewallError } from '../refusal.ts';
import { checkMarkdown } from './markdown.ts';

const book = { publicUrl: 'https://news.example', links: new Set(['https://elsewhere.example/a']) };
const article = (body: string, more = '') => `---\ntitle: "题"\n${more}---\n\n${body}\n`;

const refusal = (markdown: string): string => {
  try {
    checkMarkdown(markdown, book);
  } catch (error) {
    if (error instanceof FirewallError) return `${error.rule} ${error.element}`;
    throw error;
  }
  throw new Error('it passed');
};

test('an article passes as it is', () => {
  const markdown = article(
    '一\\*段 [a](https://elsewhere.example/a)，[b](/news)，<ruby>望<rt>wàng</rt></ruby>，<span translate="no" lang="ja">後里</span>\n\n![江](https://news.example/media/a.jpg "图 | 野")\n\n| a |\n| --- |\n| <sub>2</sub> |',
    'source: {"name":"社","url":"https://elsewhere.example/a"}\n',
  );
  expect(checkMarkdown(markdown, book)).toBe(markdown);
});

test.each([
  ['a script', '<script>alert(1)</script>', 'element markdown'],
  ['a script in a line', '字 <img src=x onerror=alert(1)> 字', 'element markdown'],
  ['a handler on a known element', '字 <sub onclick="x">2</sub>', 'element markdown'],
  ['a comment', '<!-- a -->', 'element markdown'],
  ['a script in a link', '[a](javascript:alert%281%29)', 'address link'],
  ['a disguised script', '[a](<java\\script:alert(1)>)', 'address link'],
  ['a foreign link', '[a](https://evil.example/)', 'foreign-link link'],
  ['a foreign link by reference', '[a][1]\n\n[1]: https://evil.example/', 'foreign-link definition'],
  ['an automatic link', '<https://evil.example/>', 'foreign-link link'],
  ['a foreign picture', '![a](https://elsewhere.example/a)', 'foreign-resource image'],
  ['a link in a table', '| [a](//evil.example) |\n| --- |\n| b |', 'foreign-link link'],
])('an article with %s is refused', (_, body, expected) => {
  expect(refusal(article(body))).toBe(expected);
});

test('front matter holds fields of the format and addresses of the record', () => {
  expect(refusal(article('字', 'run: "x"\n'))).toBe('document json');
  expect(refusal(article('字', 'title: "a", "run": "x"\n'))).toBe('document json');
  expect(refusal(article('字', 'title: !!js/function "x"\n'))).toBe('document json');
  expect(refusal(article('字', 'lead: {"src":"https://evil.example/a.jpg"}\n'))).toBe('foreign-resource src');
  expect(refusal('字')).toBe('document markdown');
});
