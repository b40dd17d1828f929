import { setTimeout as wait } from 'node:timers/promises';
import { plainText } from '../article/text.ts';
import { type Answer, exchange, unpack } from './exchange.ts';
import type { Measure } from './measure.ts';
import { occurrences, readContent } from './page-content.ts';
import type { SiteProcess } from './site-process.ts';
import type { SyntheticNewsroom, Written } from './synthetic-newsroom.ts';

/** What a page weighs on the wire: HTML with its CSS, br, and response headers. Ten packets of 1,460 bytes are one round trip. */

const roundTrip = 14_600;
const br = { 'accept-encoding': 'gzip, deflate, br, zstd' };

/** The site must not have been asked for these pages before: the first answer is compressed faster than later ones. */
export async function measurePageWeights(site: SiteProcess, { weighed }: SyntheticNewsroom): Promise<Measure[]> {
  const first = await exchange(site.port, weighed.path, br);
  const popular = await whenPopular(site, weighed.path, first);
  const html = unpack(first).toString('utf8');
  const content = readContent(html);
  const others = [];
  for (const [name, path] of Object.entries({ front: '/', section: `/${weighed.document.section.split('/')[0]}` })) {
    const answer = await exchange(site.port, path, br);
    others.push({ name, answer, content: readContent(unpack(answer).toString('utf8')) });
  }
  const bytes = (answer: Answer) => answer.body.length + answer.headBytes;
  const parts = (answer: Answer) => `${answer.body.length} of HTML, ${answer.headBytes} of headers`;
  const scripts = [content, ...others.map((page) => page.content)];
  return [
    {
      name: 'article of 3,000 characters, br, first reader',
      value: bytes(first),
      unit: 'bytes',
      bar: { atMost: roundTrip },
      detail: `${parts(first)}; ${content.html} unpacked; ${plainText(weighed.document.body).length} characters`,
    },
    {
      name: 'article of 3,000 characters, br, popular',
      value: bytes(popular),
      unit: 'bytes',
      bar: { atMost: roundTrip },
      detail: parts(popular),
    },
    {
      name: 'reader text in its HTML',
      value: (content.readerText / content.html) * 100,
      unit: '%',
      bar: { atLeast: 35 },
      detail: `${content.readerText} bytes; the article's body alone ${Buffer.byteLength(plainText(weighed.document.body))}`,
    },
    { name: 'times its text is in its page', value: timesPresent(html, weighed), unit: '', bar: { atMost: 1 } },
    { name: 'CSS in it, raw', value: content.css, unit: 'bytes' },
    ...others.map(({ name, answer, content: { css, html: raw } }) => ({
      name: `${name}, br`,
      value: bytes(answer),
      unit: 'bytes',
      detail: `${parts(answer)}; ${raw} unpacked, ${css} of them CSS`,
    })),
    {
      name: 'script on article, front and section',
      value: scripts.reduce((sum, { script }) => sum + script, 0),
      unit: 'bytes',
      bar: { atMost: 0 },
    },
    {
      name: 'script files and handlers on them',
      value: scripts.reduce((sum, { handlers }) => sum + handlers, 0),
      unit: '',
      bar: { atMost: 0 },
    },
  ];
}

/** Pages asked for again and again are compressed once more, soon after. */
async function whenPopular(site: SiteProcess, path: string, first: Answer): Promise<Answer> {
  let answer = first;
  for (let look = 0; look < 40 && answer.body.length === first.body.length; look++) {
    await wait(50);
    answer = await exchange(site.port, path, br);
  }
  return answer;
}

/** A paragraph from the middle, so that a summary made of the beginning does not count. */
function timesPresent(html: string, { document }: Written): number {
  const paragraphs = plainText(document.body)
    .split('\n')
    .filter((line) => line.length >= 60);
  const middle = paragraphs[paragraphs.length >> 1] as string;
  // Marks stand before the 23rd character, so this run of text has no tag in it.
  return occurrences(html, middle.slice(24, 54));
}
