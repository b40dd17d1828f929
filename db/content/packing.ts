import { deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * Long texts of content.db are stored packed: deflate, primed with the words every record repeats. An article of
 * 1,280 Han characters takes 2.4 kB instead of 5.6 (2.7 without the dictionary) and unpacks in 25 µs.
 * Content.db is made anew when this changes.
 */
const dictionary = Buffer.from(
  '"},{"marks":[{"type":"bold"}],"text":"","type":"text"},{"marks":[{"attrs":{"href":"https://"},"type":"link"}],' +
    '"type":"listItem"}],"type":"bulletList"},{"attrs":{"cite":null},"content":[{"content":[{"text":"","type":"text"}],' +
    '"type":"paragraph"}],"type":"quote"},{"attrs":{"level":2},"content":[{"text":"","type":"text"}],"type":"heading"},' +
    '{"attrs":{"alt":"","caption":"","credit":"","media":"","src":null},"type":"figure"},{"attrs":{"colspan":1,' +
    '"rowspan":1},"content":[{"text":"","type":"text"}],"type":"tableCell"}],"type":"tableRow"}],"type":"table"},' +
    '{"content":[{"text":"","type":"text"}],"type":"paragraph"}],"type":"doc"},"corrections":[],"headline":"","id":"",' +
    '"kicker":null,"language":"zh-Hans","layout":"standard","lead":null,"media":{"":{"height":1000,"width":1600}},' +
    '"path":"/news/2026/","publishedAt":"2026-00:00Z","related":[],"revision":1,"section":"news/city","source":' +
    '{"name":"","slug":"","url":null},"standfirst":null,"status":"published","tags":[{"name":"","slug":""},{"name":""}],' +
    '"updatedAt":null,"withdrawn":null}{"authors":[{"name":"","slug":""}],"body":{"content":[{"content":[{"text":"',
);

/** Longest text that is unpacked, in bytes: a damaged row must not fill the memory. */
const maxOutputLength = 64 * 1024 * 1024;

export const pack = (text: string): Buffer => deflateRawSync(text, { dictionary, level: 3 });

/** The packed text. What is damaged unpacks to nothing, which carries no signature: reading it raises that alarm. */
export function unpack(packed: Uint8Array): string {
  try {
    return inflateRawSync(packed, { dictionary, maxOutputLength }).toString('utf8');
  } catch {
    return '';
  }
}
