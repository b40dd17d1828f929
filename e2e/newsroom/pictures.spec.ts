import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { request } from '../request.ts';
import { expect, test } from '../site.ts';

test('broken and hostile pictures are refused by name, and everything else of the article is published', async ({
  own,
}) => {
  const folder = join(own.dataDir, 'pictures');
  mkdirSync(folder);
  const files = await badPictures();
  for (const [name, { bytes }] of Object.entries(files)) {
    writeFileSync(join(folder, name), bytes);
    writeFileSync(join(folder, `${name}.md`), article(name));
  }
  const { stdout, stderr } = await own.dateline('import', '--publish', '--section', 'news', '--json', folder);
  const outcomes = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(stderr).not.toContain('dateline:');
  for (const [name, { refusal }] of Object.entries(files)) {
    const outcome = outcomes.find(({ headline }) => headline === name);
    expect(outcome, name).toMatchObject({ status: 'imported' });
    expect(outcome.warnings.join('\n'), name).toMatch(refusal);
    const { status, text } = await request(own.url + new URL(outcome.url).pathname);
    expect([status, text.includes('图片未收录')], name).toEqual([200, true]);
  }
});

test('a photograph arrives upright, without its camera, place or date, in every rendition', async ({ own, page }) => {
  const photo = sharp({ create: { width: 1_200, height: 800, channels: 3, background: '#8c1d18' } })
    .withExif({ IFD0: { Make: 'Leaky Camera', Copyright: 'secret' }, IFD3: { GPSLatitude: '31/1 14/1 0/1' } })
    .withMetadata({ orientation: 6 });
  writeFileSync(join(own.dataDir, 'photo.jpg'), await photo.jpeg().toBuffer());
  writeFileSync(join(own.dataDir, 'photo.jpg.md'), article('photo.jpg'));
  const { stdout } = await own.dateline(
    'import',
    '--publish',
    '--section',
    'news',
    '--json',
    join(own.dataDir, 'photo.jpg.md'),
  );
  const { pathname } = new URL(JSON.parse(stdout).url);
  await page.goto(own.url + pathname);
  const picture = page.locator('article picture');
  const addresses = (await picture.innerHTML()).match(/\/media\/[\w.-]+/g) ?? [];
  expect(addresses.length).toBeGreaterThan(1);
  for (const address of addresses) {
    const { bytes } = await request(own.url + address);
    const { width, height, exif, icc, xmp, iptc } = await sharp(bytes).metadata();
    expect(height, address).toBeGreaterThan(width as number);
    expect([exif, icc, xmp, iptc], address).toEqual([undefined, undefined, undefined, undefined]);
    expect(bytes.includes('Leaky Camera'), address).toBe(false);
  }
});

const article = (picture: string) => `---
title: ${picture}
slug: ${picture.replaceAll('.', '-')}
lang: zh-Hans
published: 2026-01-01T00:00:00Z
lead: { src: ${picture}, alt: 图 }
---

正文。
`;

async function badPictures(): Promise<Record<string, { bytes: Buffer | string; refusal: RegExp }>> {
  const plain = sharp({ create: { width: 600, height: 400, channels: 3, background: '#123' } });
  const jpeg = await plain.clone().jpeg().toBuffer();
  const png = await plain.clone().png().toBuffer();
  const huge = Buffer.from(png);
  // The size in the IHDR chunk, and its checksum.
  huge.writeUInt32BE(60_000, 16);
  huge.writeUInt32BE(60_000, 20);
  return {
    'truncated.jpg': { bytes: jpeg.subarray(0, jpeg.length / 2), refusal: /picture truncated\.jpg: cannot be read/ },
    'truncated.png': { bytes: png.subarray(0, png.length / 2), refusal: /picture truncated\.png: cannot be read/ },
    'bomb.png': { bytes: huge, refusal: /picture bomb\.png: / },
    'empty.jpg': { bytes: '', refusal: /picture empty\.jpg: the file is empty/ },
    'page.jpg': { bytes: '<html><script>alert(1)</script></html>', refusal: /picture page\.jpg: / },
    'drawing.svg': {
      bytes: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
      refusal: /picture drawing\.svg: pictures of its kind are not taken/,
    },
    'entities.svg': {
      bytes:
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>',
      refusal: /picture entities\.svg: /,
    },
    'huge.bmp': { bytes: Buffer.concat([Buffer.from('BM'), Buffer.alloc(200, 0xff)]), refusal: /picture huge\.bmp: / },
  };
}
