import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Blob, Face, Font, shape, Buffer as TextBuffer, Variation } from 'harfbuzzjs';
import woff2 from 'wawoff2';

/**
 * Noto Sans from npm, cut by its makers into a hundred small files by code point; a headline needs a few of them. No font has
 * to be installed on the machine.
 */
export type Weight = 400 | 700;

/** A glyph as a path in font units, y upwards, and how far it moves on. */
export type Glyph = { path: string; advance: number };

type Piece = { file: string; ranges: [from: number, to: number][] };
const require = createRequire(import.meta.url);

/** Families of these packages, the first that has a character wins. Units per em are 1,000 in all of them. */
export const unitsPerEm = 1_000;
const families = { 'zh-Hans': ['noto-sans-sc', 'noto-sans-tc'], 'zh-Hant': ['noto-sans-tc', 'noto-sans-sc'] } as const;
type Family = 'noto-sans-sc' | 'noto-sans-tc';

const pieces = new Map<Family, Piece[]>();
const fonts = new Map<string, Promise<Font>>();

/** The glyphs of a text in a script's forms. A character no font has takes no room. */
export async function glyphsOf(text: string, script: keyof typeof families, weight: Weight): Promise<Glyph[]> {
  const glyphs: Glyph[] = [];
  for (const run of runsOf(text, script)) glyphs.push(...shaped(run.text, await openFont(run.file, weight)));
  return glyphs;
}

/** The glyph for what a font does not have: a box. */
const missing = 0;

function shaped(text: string, font: Font): Glyph[] {
  const buffer = new TextBuffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(font, buffer);
  return buffer
    .getGlyphInfosAndPositions()
    .filter(({ codepoint }) => codepoint !== missing)
    .map(({ codepoint, xAdvance = 0 }) => ({ path: font.glyphToPath(codepoint), advance: xAdvance }));
}

/** Stretches of a text that one file holds. */
function runsOf(text: string, script: keyof typeof families): { text: string; file: string }[] {
  const runs: { text: string; file: string }[] = [];
  for (const character of text) {
    const file = fileOf(character.codePointAt(0) as number, script);
    const last = runs.at(-1);
    if (file === null || /\p{C}/u.test(character)) continue;
    if (last?.file === file) last.text += character;
    else runs.push({ text: character, file });
  }
  return runs;
}

function fileOf(codePoint: number, script: keyof typeof families): string | null {
  for (const family of families[script]) {
    const piece = piecesOf(family).find(({ ranges }) =>
      ranges.some(([from, to]) => codePoint >= from && codePoint <= to),
    );
    if (piece) return piece.file;
  }
  return null;
}

/** `unicode.json` of a package: `{"[4]": "U+1f1e9-1f1f5,…", "latin": …}`. */
function piecesOf(family: Family): Piece[] {
  const known = pieces.get(family);
  if (known) return known;
  const folder = dirname(require.resolve(`@fontsource-variable/${family}/package.json`));
  const listed = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
  const made = Object.entries(listed).map(([name, ranges]) => ({
    file: join(folder, 'files', `${family}-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`),
    ranges: ranges.split(',').map((range): [number, number] => {
      const [from = '', to = from] = range.trim().slice('U+'.length).split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
    }),
  }));
  pieces.set(family, made);
  return made;
}

function openFont(file: string, weight: Weight): Promise<Font> {
  const key = `${weight} ${file}`;
  const known = fonts.get(key);
  if (known) return known;
  const opened = woff2.decompress(readFileSync(file)).then((bytes) => {
    const font = new Font(new Face(new Blob(bytes.slice().buffer)));
    font.setVariations([new Variation('wght', weight)]);
    return font;
  });
  fonts.set(key, opened);
  return opened;
}
