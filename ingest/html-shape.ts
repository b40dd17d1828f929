import type { Block, Heading } from '../article/body.ts';
import { type Piece, withoutBold } from './html-piece.ts';
import { namesOf } from './page.ts';
import { isProse, units } from './page-lines.ts';

/** Gives the pieces of a body the shape their look meant: captions to pictures, bold lines to subheads, levels from 2 on. */
export function shapeBody(pieces: readonly Piece[]): Block[] {
  return levelled(withSubheads(withCaptions(pieces))).map(({ block }) => block);
}

/** A short centred line right below a picture is its caption; in a page that centres everything, only one that says so. */
function withCaptions(pieces: readonly Piece[]): Piece[] {
  const paragraphs = pieces.filter(({ block }) => block.type === 'paragraph');
  const centresAll =
    paragraphs.filter(({ isCentred }) => isCentred).length > paragraphs.length / 2 && paragraphs.length > 4;
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last?.block.type === 'figure' && last.block.attrs.caption === '' && isCaption(piece, centresAll)) {
      const caption = piece.text.replace(/\s*\n\s*/g, ' ').trim();
      result[result.length - 1] = {
        ...last,
        block: { type: 'figure', attrs: { ...last.block.attrs, caption } },
        text: caption,
      };
    } else result.push(piece);
  }
  return result;
}

const captionWords =
  /^[（(【△▲↑]?\s*(?:资料图|資料圖|图为|圖為|图[:：]|图源|圖源|图片来源|圖片來源|图\s?\d|[△▲↑])|(?:摄|攝|供图|供圖|截图|截圖|图片|发|资料图|資料圖|视频截图|图据.{0,12})[）)】。]?$/;
const captionName =
  /(?:^|[-_\s])(?:caption|pic[-_]?(?:text|desc|info|title)|img[-_]?(?:desc|text|title|note)|tu[-_]?shuo|note|wp-caption-text|dnd-caption\S*)(?:$|[-_\s])/;

function isCaption(piece: Piece, centresAll: boolean): boolean {
  if (piece.block.type !== 'paragraph' || piece.linked > 0.5 || units(piece.text) > 90) return false;
  if (captionName.test(namesOf(piece.element))) return true;
  if (units(piece.text) <= 60 && captionWords.test(piece.text)) return true;
  return piece.isCentred && !centresAll && units(piece.text) <= 60;
}

/** A paragraph that is bold throughout, short, without a closing stop, between paragraphs that are not, works as a subhead. */
function withSubheads(pieces: readonly Piece[]): Piece[] {
  const bold = pieces.filter((piece) => isBoldLine(piece)).length;
  const paragraphs = pieces.filter(({ block }) => block.type === 'paragraph').length;
  if (bold === 0 || bold > paragraphs * 0.4) return [...pieces];
  return pieces.map((piece, index) => {
    const next = pieces.slice(index + 1).find(({ block }) => block.type !== 'figure');
    const isBetween = index > 0 && next?.block.type === 'paragraph' && !isBoldLine(next);
    if (!isBoldLine(piece) || !isBetween || piece.block.type !== 'paragraph') return piece;
    return {
      ...piece,
      block: {
        type: 'heading',
        attrs: { level: 2 },
        content: withoutBold(piece.block.content ?? []),
      } satisfies Heading,
    };
  });
}

function isBoldLine({ block, text, linked }: Piece): boolean {
  if (block.type !== 'paragraph' || linked > 0 || units(text) > 32 || text.includes('\n')) return false;
  if (/[。，；,;]$/.test(text) || /^[（(【]/.test(text) || (/[:：]$/.test(text) && isProse(text.slice(0, -1))))
    return false;
  return (block.content ?? []).every((node) => node.type === 'text' && node.marks?.some(({ type }) => type === 'bold'));
}

/** Subheads start at level 2, whatever level the template gave them. */
function levelled(pieces: Piece[]): Piece[] {
  const levels = pieces.flatMap(({ block }) => (block.type === 'heading' ? [block.attrs.level] : []));
  const shift = levels.length > 0 ? levels.reduce<number>((a, b) => Math.min(a, b), 4) - 2 : 0;
  if (shift === 0) return pieces;
  return pieces.map((piece) =>
    piece.block.type === 'heading'
      ? { ...piece, block: { ...piece.block, attrs: { level: (piece.block.attrs.level - shift) as 2 | 3 | 4 } } }
      : piece,
  );
}
