import { expect, test } from 'vitest';
import { contentTypes, type DataType } from '../../edition/data-paths.ts';
import { rewriteFragment } from './data/fragment.ts';
import { passDataFirewall } from './data.ts';
import { FirewallError } from './refusal.ts';

const book = { publicUrl: 'https://news.example', links: new Set(['https://elsewhere.example/a']) };
const pass = (type: DataType, body: string, sentAs = contentTypes[type]) =>
  passDataFirewall(type, { type: sentAs, body }, book);

const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof FirewallError) return `${error.rule} ${error.element}`;
    throw error;
  }
  throw new Error('it passed');
};

const description = (inside: string) =>
  `<?xml version="1.0"?><OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">${inside}</OpenSearchDescription>`;

test('XML is written anew from what was understood', () => {
  expect(
    pass('opensearch', description('<ShortName><![CDATA[A & <b>]]></ShortName><Contact/><Language  >en</Language>')),
  ).toBe(
    `<?xml version="1.0" encoding="utf-8"?>\n<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><ShortName>A &amp; &lt;b&gt;</ShortName><Contact/><Language>en</Language></OpenSearchDescription>\n`,
  );
});

test.each([
  ['an element it does not know', description('<script>alert(1)</script>'), 'element script'],
  [
    'an element of the HTML namespace',
    description('<x:script xmlns:x="http://www.w3.org/1999/xhtml"/>'),
    'element x:script',
  ],
  ['a property every object has', description('<constructor/>'), 'element constructor'],
  ['an attribute it does not know', description('<ShortName onload="x">a</ShortName>'), 'attribute ShortName'],
  ['another namespace', description('').replace('a9.com', 'evil.example'), 'attribute OpenSearchDescription'],
  ['an address elsewhere', description('<Image>https://elsewhere.example/a</Image>'), 'foreign-resource Image'],
  ['a relative address', description('<Image>/favicon.ico</Image>'), 'address Image'],
  [
    'an address split by markup',
    description('<Image>https://news.example<![CDATA[.evil.example/]]></Image>'),
    'foreign-resource Image',
  ],
  ['a script in an address', description('<Url template="javascript:alert(1)"/>'), 'address Url'],
  ['text where none belongs', description('buy'), 'document OpenSearchDescription'],
  ['a comment', description('<!-- spam -->'), 'document !--'],
  ['a document type', `<!DOCTYPE x [<!ENTITY a "b">]>${description('')}`, 'document !DOCTYPE'],
  ['a stylesheet', `<?xml-stylesheet href="/x.xsl" type="text/xsl"?>${description('')}`, 'document ?xml-stylesheet'],
  ['an element left open', description('<ShortName>a'), 'document ShortName'],
  ['another document', '<rss/>', 'element rss'],
  ['two documents', `${description('')}${description('')}`, 'document OpenSearchDescription'],
  ['nothing', '', 'document OpenSearchDescription'],
])('XML with %s is refused', (_, body, expected) => {
  expect(refusal(() => pass('opensearch', body))).toBe(expected);
});

test('JSON is written anew, and a key it does not know is refused', () => {
  expect(pass('manifest', '{ "name": "\\u65b0", "icons": [ {"src": "https://news.example/a.png"} ] }')).toBe(
    '{"name":"新","icons":[{"src":"https://news.example/a.png"}]}\n',
  );
  expect(refusal(() => pass('manifest', '{"name": "a", "share_target": {}}'))).toBe('document json');
  expect(refusal(() => pass('manifest', '{"__proto__": "x"}'))).toBe('document json');
  expect(refusal(() => pass('manifest', '{"start_url": "https://evil.example/"}'))).toBe('foreign-resource start_url');
  expect(refusal(() => pass('manifest', '{"icons": "https://news.example/"}'))).toBe('document icons');
  expect(refusal(() => pass('manifest', '{"name": '))).toBe('document json');
  expect(refusal(() => pass('manifest', '"name"'))).toBe('document json');
});

test('text names only our addresses and those of its records', () => {
  expect(pass('text', 'Contact: mailto:desk@news.example\nhttps://elsewhere.example/a\u0007\n')).toBe(
    'Contact: mailto:desk@news.example\nhttps://elsewhere.example/a\ufffd\n',
  );
  expect(refusal(() => pass('text', 'see https://evil.example/'))).toBe('foreign-link text');
});

test('a document sent as something else is refused, and so is a kind without a reader', () => {
  expect(refusal(() => pass('manifest', '{}', 'text/html; charset=utf-8'))).toBe('content-type manifest');
  expect(refusal(() => pass('text', '<html>', 'text/html; charset=utf-8'))).toBe('content-type text');
});

test('a piece of an article keeps its text, pictures and links', () => {
  const html =
    '<p>a &amp; &lt;b&gt; <a href="https://elsewhere.example/a" rel="noopener">c</a><br></p><figure><img src="https://news.example/media/a.jpg" alt="&quot;" width="1" height="2"></figure>';
  expect(rewriteFragment(html, book)).toBe(html);
});

test.each([
  ['a script', '<script>alert(1)</script>', 'element script'],
  ['a frame', '<iframe src="https://news.example/"></iframe>', 'element iframe'],
  ['a handler', '<p onclick="x">a</p>', 'attribute p'],
  ['a style', '<p style="x">a</p>', 'attribute p'],
  ['a class', '<p class="x">a</p>', 'attribute p'],
  ['a foreign link', '<a href="https://evil.example/">a</a>', 'foreign-link a'],
  ['a foreign picture', '<img src="https://elsewhere.example/a">', 'foreign-resource img'],
  ['a relative link', '<a href="/a">a</a>', 'address a'],
  ['a comment', '<!-- a -->', 'markup !--'],
])('a piece of an article with %s is refused', (_, html, expected) => {
  expect(refusal(() => rewriteFragment(html, book))).toBe(expected);
});
