import { expect, test } from 'vitest';
import { ImportError } from '../article/draft.ts';
import { childText, readXml, XmlReader, xmlText } from './xml.ts';

const refusal = (text: string): string => {
  try {
    readXml(text, 'file.xml');
  } catch (error) {
    expect(error).toBeInstanceOf(ImportError);
    return (error as Error).message;
  }
  throw new Error('it was read');
};

test('elements keep their namespace, whatever prefix the document gives it', () => {
  const root = readXml('<a xmlns="urn:one" xmlns:x="urn:two"><x:b x:lang="zh" id="1">词</x:b></a>', 'file.xml');
  const [b] = root.children;
  expect(root.uri).toBe('urn:one');
  expect(b).toMatchObject({
    local: 'b',
    uri: 'urn:two',
    attributes: { '{urn:two}lang': 'zh', id: '1' },
    children: ['词'],
  });
});

test('a prefix nobody bound stands for itself', () => {
  expect(readXml('<rss><dc:creator>林</dc:creator></rss>', 'file.xml').children[0]).toMatchObject({
    local: 'creator',
    uri: 'dc',
  });
});

test("HTML's entities are read without a document type", () => {
  expect(xmlText(readXml('<p>3&nbsp;&mdash;&nbsp;2 &amp; 1</p>', 'file.xml'))).toBe('3\u00a0—\u00a02 & 1');
});

test('what is not well-formed is refused with line and column', () => {
  expect(refusal('<a>\n<b></a>')).toMatch(/line 2, column \d+: unexpected close tag/);
  expect(refusal('<a><b>')).toMatch(/unclosed tag/);
  expect(refusal('just words')).toMatch(/outside of root/);
  expect(refusal('')).toMatch(/root element/);
  expect(refusal('<a>&nothing;</a>')).toMatch(/undefined entity/);
});

test('entities a document declares are never expanded', () => {
  const laughs = `<!DOCTYPE a [<!ENTITY l0 "ha">${Array.from({ length: 40 }, (_, i) => `<!ENTITY l${i + 1} "&l${i};&l${i};">`).join('')}]><a>&l40;</a>`;
  expect(refusal(laughs)).toMatch(/entities it declares itself/);
  expect(refusal('<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]><a>&f;</a>')).toMatch(/never expanded/);
});

test('a document type without use is no reason to refuse', () => {
  const feed =
    '<!DOCTYPE rss [<!ENTITY % HTMLlat1 PUBLIC "-//W3C//ENTITIES Latin 1 for XHTML//EN" "http://x.example/lat1.ent">%HTMLlat1;]><rss>ok</rss>';
  expect(xmlText(readXml(feed, 'file.xml'))).toBe('ok');
  expect(xmlText(readXml('<!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf>ok</nitf>', 'file.xml'))).toBe('ok');
});

test('nesting without end is refused before it costs anything', () => {
  expect(refusal('<a>'.repeat(1_000_000))).toMatch(/nested deeper/);
});

test('names that objects have by birth are only names', () => {
  const root = readXml('<constructor:a __proto__="x" xmlns:toString="urn:t"><toString:b/></constructor:a>', 'file.xml');
  expect(root.uri).toBe('constructor');
  expect(root.children[0]).toMatchObject({ uri: 'urn:t' });
});

test('a stream hands over one part at a time and forgets it', () => {
  const reader = new XmlReader('file.xml', (_, depth) => depth === 2);
  const texts: (string | null)[] = [];
  for (const piece of ['<list><item><t>一', '</t></item><item', '><t>二</t></it', 'em>between', '</list>'])
    for (const item of reader.write(piece)) texts.push(childText(item, 't'));
  for (const item of reader.end()) texts.push(childText(item, 't'));
  expect(texts).toEqual(['一', '二']);
});
