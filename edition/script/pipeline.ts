import type { Lexicon } from './lexicon.ts';

/** A stretch of a text, in code units, and what it became. The stretches of a text follow each other without gaps. */
export type Piece = { length: number; text: string };

/**
 * OpenCC's way to convert: a text is cut into phrases and what lies between them, and every part goes through the
 * dictionaries one after the other. A phrase stays one part to the end, so no later dictionary reaches across its edges.
 */
export class Pipeline {
  readonly #segmentation: Lexicon;
  readonly #stages: readonly Lexicon[];

  constructor(segmentation: Lexicon, stages: readonly Lexicon[]) {
    this.#segmentation = segmentation;
    this.#stages = stages;
  }

  convert(text: string): Piece[] {
    const pieces: Piece[] = [];
    let between = 0;
    for (let at = 0; at < text.length; ) {
      const length = this.#segmentation.phraseAt(text, at);
      if (length > 0) {
        if (at > between) pieces.push(this.#convertBetween(text.slice(between, at)));
        pieces.push({ length, text: this.#convertPart(text.slice(at, at + length), this.#stages) });
        between = at + length;
      }
      at += length || 1;
    }
    if (between < text.length) pieces.push(this.#convertBetween(text.slice(between)));
    return pieces;
  }

  /** Between phrases there are none: a first stage that knows the same phrases has only characters to look at. */
  #convertBetween(part: string): Piece {
    const [first, ...later] = this.#stages;
    const begun = first === this.#segmentation ? first.convertCharacters(part) : null;
    return {
      length: part.length,
      text: begun === null ? this.#convertPart(part, this.#stages) : this.#convertPart(begun, later),
    };
  }

  #convertPart(part: string, stages: readonly Lexicon[]): string {
    let converted = part;
    for (const stage of stages) converted = stage.convert(converted);
    return converted;
  }
}

/** Where a place in the source lies in the converted text; inside of a piece that changed its length, in proportion. */
export function placeIn(pieces: readonly Piece[], place: number): number {
  let source = 0;
  let target = 0;
  for (const { length, text } of pieces) {
    if (place < source + length) return target + Math.round(((place - source) * text.length) / length);
    source += length;
    target += text.length;
  }
  return target;
}
