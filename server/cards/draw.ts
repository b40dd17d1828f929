import sharp from 'sharp';
import { type ShareFace, shareSize } from '../../edition/share-picture.ts';
import { linesOf, type Word, wordsOf } from './lines.ts';
import { type Glyph, glyphsOf, unitsPerEm, type Weight } from './typeface.ts';

/** Accents of the sections as base.css has them, oklch(0.5 0.14 hue), in the colours a JPEG knows. */
const accents = ['#a43c33', '#945000', '#007a75', '#0465af', '#913f82', '#0c7830', '#5d53ae', '#a04400'];
const paper = '#fdfcf9';
const ink = '#16181b';
const quiet = '#5c6169';

const { width, height } = shareSize;
const margin = 64;
const band = 14;
const pictureWidth = 420;
/** Sizes of the headline in pixels, and most lines each may take. */
const sizes = [88, 76, 66, 56, 48, 40] as const;
/** The name of the paper is short, and alone on its picture. */
const paperSizes = [168, 128, 104, ...sizes] as const;
const leading = 1.32;
const headlineTop = 158;
const headlineBottom = 498;

/**
 * Draws a face as JPEG: the section, the headline as large as it fits, the name of the paper, and beside them the article's
 * picture. The same face gives the same bytes. `picture` is the square crop, null when there is none.
 */
export async function drawFace(face: ShareFace, picture: Uint8Array | null): Promise<Uint8Array> {
  const accent = accents[(face.hue - 1) % accents.length] ?? (accents[0] as string);
  const right = width - margin - (picture ? pictureWidth : 0);
  const parts = [
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    `<rect width="${width}" height="${band}" fill="${accent}"/>`,
    await textAt(face.section, { x: margin, baseline: 104, size: 34, weight: 700, fill: accent }, face),
    await headlineIn(right - margin, face),
    `<rect x="${margin}" y="532" width="${right - margin}" height="2" fill="${quiet}" opacity="0.35"/>`,
    await textAt(face.siteName, { x: margin, baseline: 586, size: 36, weight: 700, fill: ink }, face),
  ];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${parts.join('')}</svg>`;
  const drawn = sharp(Buffer.from(svg)).flatten({ background: paper });
  const overlay = picture && {
    input: await sharp(picture)
      .resize(pictureWidth, height - band, { fit: 'cover' })
      .toBuffer(),
    left: width - pictureWidth,
    top: band,
  };
  return (overlay ? drawn.composite([overlay]) : drawn).jpeg({ quality: 82, chromaSubsampling: '4:4:4' }).toBuffer();
}

const scriptOf = ({ tag }: ShareFace) => (tag.startsWith('zh-Hant') ? 'zh-Hant' : 'zh-Hans');

type Place = { x: number; baseline: number; size: number; weight: Weight; fill: string };

async function textAt(text: string, place: Place, face: ShareFace): Promise<string> {
  return pathOf(await glyphsOf(text, scriptOf(face), place.weight), place);
}

function pathOf(glyphs: readonly Glyph[], { x, baseline, size, fill }: Omit<Place, 'weight'>): string {
  const scale = size / unitsPerEm;
  let at = 0;
  const paths = glyphs.map(({ path, advance }) => {
    const drawn = path && `<path transform="translate(${at} 0)" d="${path}"/>`;
    at += advance;
    return drawn;
  });
  return `<g fill="${fill}" transform="translate(${x} ${baseline}) scale(${scale} ${-scale})">${paths.join('')}</g>`;
}

/** The headline in the largest size at which it fits; in the smallest, what does not fit is left out. */
async function headlineIn(room: number, face: ShareFace): Promise<string> {
  const words: (Word & { glyphs: Glyph[] })[] = [];
  for (const text of wordsOf(face.headline)) {
    const glyphs = await glyphsOf(text, scriptOf(face), 700);
    words.push({ text, glyphs, width: glyphs.reduce((sum, { advance }) => sum + advance, 0) });
  }
  for (const size of face.section === '' ? paperSizes : sizes) {
    const lines = linesOf(words, (room / size) * unitsPerEm) as (typeof words)[];
    const most = Math.floor((headlineBottom - headlineTop) / (size * leading));
    const isLast = size === sizes.at(-1);
    const fits = lines.length <= most && lines.every((line) => widthOf(line) * size <= room * unitsPerEm);
    if (!fits && !isLast) continue;
    return lines
      .slice(0, most)
      .map((line, row) => {
        const baseline = headlineTop + size * (0.9 + row * leading);
        const glyphs = line.flatMap((word) => word.glyphs);
        return pathOf(glyphs, { x: margin, baseline, size, fill: ink });
      })
      .join('');
  }
  return '';
}

const widthOf = (line: readonly Word[]) => line.reduce((sum, word) => sum + word.width, 0);
