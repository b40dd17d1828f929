import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { ShareFace } from '../../edition/share-picture.ts';
import { drawFace } from './draw.ts';
import { glyphsOf } from './typeface.ts';

const face: ShareFace = {
  headline: '桐江二桥今晨合龙：460 米的主跨，只差最后一掌',
  siteName: '岸报',
  section: '路桥',
  hue: 3,
  tag: 'zh-Hans',
  picture: null,
};

/** Share of dark pixels in a part of a picture. */
async function inkIn(jpeg: Uint8Array, area: { left: number; top: number; width: number; height: number }) {
  const { data } = await sharp(jpeg).extract(area).greyscale().raw().toBuffer({ resolveWithObject: true });
  return data.filter((value) => value < 100).length / data.length;
}
const headline = { left: 64, top: 150, width: 1_000, height: 200 };

test('a face is drawn as a JPEG of the size that networks show, the same bytes every time', async () => {
  const drawn = await drawFace(face, null);
  expect(await sharp(drawn).metadata()).toMatchObject({ format: 'jpeg', width: 1_200, height: 630 });
  expect(Buffer.compare(drawn, await drawFace(face, null))).toBe(0);
  expect(drawn.length).toBeLessThan(150_000);
});

test('the headline stands in it, in either script, in English, and when it is very long', async () => {
  expect(await inkIn(await drawFace({ ...face, headline: ' ' }, null), headline)).toBe(0);
  for (const [tag, text] of [
    ['zh-Hans', face.headline],
    ['zh-Hant', '桐江二橋今晨合龍：還差一掌'],
    ['en', 'Three pumps and a very long night at Gate Five'],
    ['zh-Hans', '长'.repeat(300)],
  ] as const)
    expect(await inkIn(await drawFace({ ...face, tag, headline: text }, null), headline)).toBeGreaterThan(0.03);
});

test('the article’s picture stands beside it', async () => {
  const red = await sharp({ create: { width: 900, height: 900, channels: 3, background: '#e00' } })
    .jpeg()
    .toBuffer();
  const drawn = await drawFace({ ...face, picture: 'a'.repeat(16) }, red);
  const { data } = await sharp(drawn)
    .extract({ left: 1_000, top: 300, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(data[0]).toBeGreaterThan(200);
  expect(data[1]).toBeLessThan(40);
});

test('every character has a glyph of its script’s forms, and one that no font has takes no room', async () => {
  const paths = async (script: 'zh-Hans' | 'zh-Hant') => (await glyphsOf('骨', script, 700)).map(({ path }) => path);
  expect(await paths('zh-Hans')).not.toEqual(await paths('zh-Hant'));
  const glyphs = await glyphsOf('发發Aé“”😀\u0007', 'zh-Hans', 700);
  expect(glyphs.filter(({ path }) => path === '').length).toBeLessThanOrEqual(1);
  expect(await glyphsOf('\u0007\ue000', 'zh-Hans', 700)).toEqual([]);
});

test('the name of a paper fills more of its own picture than a headline would', async () => {
  const paper = { ...face, headline: '岸报' };
  const tall = { left: 64, top: 260, width: 400, height: 60 };
  expect(await inkIn(await drawFace({ ...paper, section: '' }, null), tall)).toBeGreaterThan(0.05);
  expect(await inkIn(await drawFace(paper, null), tall)).toBe(0);
});
