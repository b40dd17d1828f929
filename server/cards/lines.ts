/**
 * Breaking a headline into lines as a sub-editor would: between words, never before a closing mark or behind an opening one.
 * Where words end in Chinese text is what ICU's dictionary says, which comes with the pinned Node.
 */

const noStart = /^[、。，．：；？！”’」』）》〉】〕…—·％‰℃!%),.:;?\]}~～ー々]/;
const noEnd = /[“‘「『（《〈【〔([{$¥￥#＃]$/;

/** A piece that is not divided, with its width in any unit. */
export type Word = { text: string; width: number };

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The pieces of a text: Chinese words, Latin words and numbers whole, marks with what they belong to. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = words.at(-1);
    if (last !== undefined && last !== ' ' && (noStart.test(segment) || noEnd.test(last)))
      words[words.length - 1] = last + segment;
    else words.push(segment.trim() === '' ? ' ' : segment);
  }
  return words;
}

/** Lines of at most `width`, as even as they can be without taking more lines. A word wider than that gets a line of its own. */
export function linesOf(words: readonly Word[], width: number): Word[][] {
  const lines = fill(words, width);
  let narrow = 0;
  let wide = width;
  for (let step = 0; step < 12; step++) {
    const middle = (narrow + wide) / 2;
    if (fill(words, middle).length > lines.length) narrow = middle;
    else wide = middle;
  }
  return fill(words, wide);
}

function fill(words: readonly Word[], width: number): Word[][] {
  const lines: Word[][] = [];
  let room = -1;
  for (const word of words) {
    if (word.width > room || lines.length === 0) {
      // A line does not begin with the space that parted it from the one before.
      if (word.text === ' ') continue;
      lines.push([]);
      room = width;
    }
    lines.at(-1)?.push(word);
    room -= word.width;
  }
  return lines;
}
