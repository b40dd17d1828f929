import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

/** Draws the pictures of favicon.svg that are kept beside it: `node server/icons/draw.ts` after changing it. */

const folder = import.meta.dirname;
const svg = readFileSync(join(folder, 'favicon.svg'), 'utf8');
/** Systems cut their own corners: the ground reaches into them. */
const square = svg.replace(' rx="4"', '');

const draw = (source: string, size: number): Promise<Buffer> =>
  sharp(Buffer.from(source), { density: 72 * (size / 32) * 4 })
    .resize(size, size)
    .png({ palette: true, colours: 32, effort: 10 })
    .toBuffer();

for (const size of [144, 192, 512]) writeFileSync(join(folder, `icon-${size}.png`), await draw(svg, size));
writeFileSync(join(folder, 'apple-touch-icon.png'), await draw(square, 180));
writeFileSync(join(folder, 'favicon.ico'), ico(await Promise.all([16, 32, 48].map((size) => draw(svg, size)))));

/** An icon file that holds PNGs: a header, one directory entry for each, the pictures. */
function ico(pictures: Buffer[]): Buffer {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [index, picture] of pictures.entries()) {
    const at = 6 + 16 * index;
    // A PNG says its width in bytes 16 to 19.
    header.writeUInt8(picture.readUInt32BE(16), at);
    header.writeUInt8(picture.readUInt32BE(20), at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(picture.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += picture.length;
  }
  return Buffer.concat([header, ...pictures]);
}
